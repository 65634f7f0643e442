import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { useForm } from '../form/use-form.js'
import { todayInChina } from '../words/authority-words.js'
import type { ActionProps } from './action-page.js'
import { AuthorityPicker } from './authority-picker.js'
import { compareDetails } from './compare.js'
import { useRegister } from './register.js'
import { WhenFields } from './when-fields.js'

/** Puts an authority, with all below it, under another. */
export function MoveForm({ file, back, onDone, reload }: ActionProps) {
  const { authority, superiors, subordinates } = file
  const { nameOf } = useRegister()
  const { values, bind } = useForm({ parentId: '', happenedOn: todayInChina(), reason: '' })
  const send = (version: number) =>
    call<unknown>('POST', `/authorities/${authority.id}/move`, { body: values, version })
  return (
    <ActionForm
      submit="登记划转"
      back={back}
      send={send}
      onDone={() => onDone(`已划转至“${nameOf(values.parentId)}”。`)}
      versioned={{
        version: authority.version,
        compare: async (refused) => compareDetails(refused, authority, {}),
        onTheirs: reload,
      }}
    >
      <p>
        现在的上级机关：{superiors.at(-1)?.name ?? '无'}。
        {subordinates > 0 && `其下的${subordinates}个机关一并划转。`}
        划转后，由新的上级机关管理和督促。
      </p>
      <AuthorityPicker
        label="新的上级机关"
        without={[authority.id, ...(authority.parentId ? [authority.parentId] : [])]}
        {...bind('parentId')}
      />
      <WhenFields bind={bind} />
    </ActionForm>
  )
}
