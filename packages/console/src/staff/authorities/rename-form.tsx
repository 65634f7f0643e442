import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { DETAIL_LABELS, todayInChina } from '../words/authority-words.js'
import type { ActionProps } from './action-page.js'
import { compareDetails } from './compare.js'
import { WhenFields } from './when-fields.js'

/** Gives an authority a new name from a day on. */
export function RenameForm({ file: { authority }, back, onDone, reload }: ActionProps) {
  const { values, bind } = useForm({
    name: authority.name,
    shortName: authority.shortName ?? '',
    happenedOn: todayInChina(),
    reason: '',
  })
  const { name, shortName } = values
  const send = (version: number) => {
    const body = { ...values, shortName: shortName.trim() || null }
    return call<unknown>('POST', `/authorities/${authority.id}/rename`, { body, version })
  }
  return (
    <ActionForm
      submit="登记更名"
      back={back}
      send={send}
      onDone={() => onDone(`已登记更名为“${name.trim()}”。`)}
      versioned={{
        version: authority.version,
        compare: async (refused) => compareDetails(refused, authority, { name, shortName }),
        onTheirs: reload,
      }}
    >
      <p>生效之日起使用新名称；此前的报告和文书仍显示原名称，数据序列不中断。</p>
      <TextField label={`新的${DETAIL_LABELS.name}`} {...bind('name')} />
      <TextField label={`新的${DETAIL_LABELS.shortName}`} isOptional {...bind('shortName')} />
      <WhenFields bind={bind} />
    </ActionForm>
  )
}
