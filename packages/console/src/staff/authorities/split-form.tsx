import type { ReorganisedAuthority } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { SelectField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import type { ActionProps } from './action-page.js'
import { compareDetails } from './compare.js'
import { passedOnText } from './passed-on.js'
import { emptySuccessor, SuccessorFields, sentSuccessors } from './successor-fields.js'
import { WhenFields } from './when-fields.js'

const CONTINUES = { yes: '保留，减少职责', no: '不保留' }

/** Divides what an authority does among several. */
export function SplitForm({ file: { authority }, back, onDone, reload }: ActionProps) {
  const { values, bind } = useForm({
    continues: 'yes',
    dutiesTo: '',
    happenedOn: todayInChina(),
    reason: '',
  })
  const [drafts, setDrafts] = useState(() => [{ key: 0, ...emptySuccessor(authority) }])
  const { continues, dutiesTo, happenedOn, reason } = values
  const heirs = Object.fromEntries(drafts.map(({ key }, at) => [key, `分设后的机关${at + 1}`]))
  const add = () =>
    setDrafts((before) => [
      ...before,
      { key: (before.at(-1)?.key ?? 0) + 1, ...emptySuccessor(authority) },
    ])
  const send = async (version: number) => {
    const into = await sentSuccessors(drafts)
    if (!into.ok) return into
    const at = drafts.findIndex(({ key }) => `${key}` === dutiesTo)
    const heir = continues === 'no' && at >= 0 ? { dutiesTo: at } : {}
    const body = { continues: continues === 'yes', into: into.value, ...heir, happenedOn, reason }
    return call<readonly ReorganisedAuthority[]>('POST', `/authorities/${authority.id}/split`, {
      body,
      version,
    })
  }
  const follows =
    continues === 'yes'
      ? `“${authority.name}”保留，部分职责由以下机关承接。`
      : `自${dayText(happenedOn)}起，“${authority.name}”不再存在，不能恢复；其发文字号停止使用。`
  return (
    <ActionForm
      submit="登记分设"
      isDanger
      back={back}
      send={send}
      onDone={(into) =>
        onDone(`已登记分设。${passedOnText(into.flatMap(({ passedOn }) => passedOn))}`)
      }
      confirm={<p>{follows}登记后不能撤回。</p>}
      versioned={{
        version: authority.version,
        compare: async (refused) => compareDetails(refused, authority, {}),
        onTheirs: reload,
      }}
    >
      <p>不保留原机关的，其职责须已移交或者收回，下级机关须已划转。</p>
      <SelectField label="原机关" options={CONTINUES} {...bind('continues')} />
      {drafts.map(({ key, ...draft }, at) => (
        <fieldset key={key}>
          <legend>分设后的机关{at + 1}</legend>
          <SuccessorFields
            draft={draft}
            onChange={(next) =>
              setDrafts((before) => before.map((one) => (one.key === key ? { key, ...next } : one)))
            }
            without={[authority.id]}
          />
          {drafts.length > 1 && (
            <Button onClick={() => setDrafts((before) => before.filter((one) => one.key !== key))}>
              移去机关{at + 1}
            </Button>
          )}
        </fieldset>
      ))}
      <p>
        <Button onClick={add}>再加一个机关</Button>
      </p>
      {continues === 'no' && (
        <SelectField
          label="承接年度报告的机关"
          hint="未办结的由其继续办理，已公布的由其更正、撤回。"
          options={{ '': '请选择', ...heirs }}
          {...bind('dutiesTo')}
        />
      )}
      <WhenFields bind={bind} />
    </ActionForm>
  )
}
