import type { PersonErased } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { GroundField } from '../log/ground-field.js'
import { compareState } from './block-form.js'
import type { PersonFormProps } from './person-action.js'

/** Erases what is known of a person who left. */
export function EraseForm({ person: { id, name, version }, back, onDone }: PersonFormProps) {
  const { values, bind } = useForm({ ground: '', reason: '' })
  return (
    <ActionForm
      submit="依规清除"
      isDanger
      back={back}
      confirm={<p>将清除{name}的个人信息，不能恢复。</p>}
      send={(sent) =>
        call<PersonErased>('POST', `/people/${id}/erase`, { body: values, version: sent })
      }
      onDone={({ events }) => onDone(`个人信息已依规清除，${events}条记录旁附的个人信息一并清除。`)}
      versioned={{
        version,
        compare: (refused) => compareState(refused, id, 'erased'),
        onTheirs: () => onDone('显示的是现在的内容。'),
      }}
    >
      <p>
        用于已经离任、不再有任何职责的人员。姓名、登录名、联系电话、电子邮箱、登录方式，以及有关记录旁附的个人信息一并清除，不能恢复；其所办事项的记录保留，显示为“已依规清除”。
      </p>
      <GroundField {...bind('ground')} />
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}
