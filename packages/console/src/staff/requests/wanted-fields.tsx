import { AreaField, SelectField, TextField } from '../form/fields.js'
import { FORMS, NEWS_WAYS, WAYS } from '../words/request-words.js'
import { useFieldError } from './field-errors.js'
import type { Part, Typed } from './typed-request.js'

/** What is asked for; its purpose is never asked. How the applicant is told may be left open until it is registered. */
export function WantedFields({
  typed,
  change,
  isRegistered = false,
}: Part & { readonly isRegistered?: boolean }) {
  const bind = (key: keyof Typed) => ({
    value: `${typed[key]}`,
    onChange: (value: string) => change({ [key]: value }),
  })
  return (
    <fieldset>
      <legend>所需政府信息</legend>
      <AreaField
        label="内容描述"
        hint="照申请书的原文填写；名称、文号或者便于查询的其他特征。不需要说明用途。"
        error={useFieldError('wanted.wanted')}
        {...bind('wanted')}
      />
      <div className="columns">
        <TextField label="文件名称" isOptional {...bind('title')} />
        <TextField label="文号" isOptional {...bind('number')} />
        <SelectField
          label="获取信息的方式"
          options={FORMS}
          error={useFieldError('wanted.form')}
          {...bind('form')}
        />
        <SelectField
          label="获取信息的途径"
          options={WAYS}
          error={useFieldError('wanted.way')}
          {...bind('way')}
        />
        <SelectField
          label="有进展时的告知方式"
          isOptional={!isRegistered}
          hint={
            isRegistered
              ? '改为电子邮件的，须登记有邮箱；改为书面告知的，还没有发出的邮件改为告知单。'
              : '不选的，有电子邮箱的发邮件提醒，没有的按获取信息的途径告知；邮件只写申请编号。'
          }
          options={NEWS_WAYS}
          error={useFieldError('news')}
          {...bind('news')}
        />
      </div>
      <TextField
        label="需要的帮助"
        isOptional
        hint="阅读、书写或者视听有困难的，如大字版本、语音说明。"
        {...bind('help')}
      />
    </fieldset>
  )
}
