import type { RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { useRegister } from '../authorities/register.js'
import { ActionForm } from '../form/action-form.js'
import { AreaField, DayField, SelectField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'
import { todayInChina } from '../words/authority-words.js'
import { ADVICE_ANSWERS, ADVICE_TOLD } from '../words/request-words.js'
import { versionedRequest } from './versioned.js'

const WHERE = { region: '本地区的机关', elsewhere: '其他机关，填写名称' }

const EMPTY = {
  ...{ where: 'region', competentId: '', competent: '', contact: '', reason: '' },
  ...{ told: 'inside', answer: '' },
}

/** Records which other authority should be asked, whether the applicant was told, and what he said. */
export function AdviceDialog({
  request,
  suggested,
  onClose,
  reload,
}: {
  readonly request: RequestFile
  /** Names of authorities whose matter it may be. */
  readonly suggested: readonly string[]
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { nodes } = useRegister()
  const { values, bind, setValues } = useForm({ advisedOn: todayInChina(), ...EMPTY })
  const isOfRegion = values.where === 'region'
  const isTold = values.told !== 'inside'
  const isWithdrawn = isTold && values.answer === 'withdraws'
  const candidates = nodes.filter(({ name }) => suggested.includes(name))
  const finish = () => {
    onClose()
    reload()
  }
  const body = {
    ...{ advisedOn: values.advisedOn, competentId: isOfRegion ? values.competentId : null },
    competent: isOfRegion ? null : values.competent,
    ...{ contact: values.contact || null, reason: values.reason, told: values.told },
    answer: isTold ? values.answer || null : null,
  }
  const doing = isWithdrawn ? '登记并撤回' : '登记'
  return (
    <Dialog title={`登记应当向其他机关申请：申请${request.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit={doing}
        isDanger={isWithdrawn}
        onBack={onClose}
        versioned={versionedRequest(request, doing, finish)}
        send={(version) =>
          call<RequestFile>('POST', `/requests/${request.id}/advices`, { body, version })
        }
        onDone={() => {
          finish()
          say(isWithdrawn ? '已登记，申请以撤回办结。' : '已登记应当向其他机关申请。')
        }}
      >
        {candidates.length > 0 && (
          <p className="people-line">
            <span className="about">按申请内容，可能是：</span>
            {candidates.map(({ id, name }) => (
              <Button
                key={id}
                size="small"
                onClick={() => setValues({ ...values, where: 'region', competentId: id })}
              >
                {name}
              </Button>
            ))}
          </p>
        )}
        <SelectField label="负责公开的是" options={WHERE} {...bind('where')} />
        {isOfRegion ? (
          <AuthorityPicker
            label="负责公开的机关"
            without={[request.authorityId]}
            {...bind('competentId')}
          />
        ) : (
          <TextField label="机关的名称" {...bind('competent')} />
        )}
        <TextField
          label="地址、电话"
          isOptional
          hint={isOfRegion ? '不填的，取名录中登记的地址、电话。' : '写入告知书。'}
          {...bind('contact')}
        />
        <AreaField
          label="理由"
          hint="如“该资料不是本机关制作，也不由本机关保存”，可以写入告知书。不要写申请人的姓名、号码。"
          {...bind('reason')}
        />
        <SelectField label="告知" options={Object.entries(ADVICE_TOLD)} {...bind('told')} />
        <DayField label={isTold ? '告知的日期' : '提出的日期'} {...bind('advisedOn')} />
        {isTold && (
          <SelectField
            label="申请人的意见"
            options={Object.entries(ADVICE_ANSWERS)}
            {...bind('answer')}
          />
        )}
        {isWithdrawn && (
          <p>
            将同时登记“撤回”，这件申请办结；应当送出的文书列为待办。申请人没有明确撤回的，请选择其他意见。
          </p>
        )}
        {isTold && !isWithdrawn && (
          <p className="about">口头告知不代替答复：仍须在答复期限内以告知书书面答复。</p>
        )}
      </ActionForm>
    </Dialog>
  )
}
