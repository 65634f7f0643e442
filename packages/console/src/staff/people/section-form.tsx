import type { Person } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import type { Conflict } from '../form/conflict-dialog.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import type { PersonFormProps } from './person-action.js'
import { roleName, useRoles } from './roles.js'

/** Says in which section of the authority a person holds a role. */
export function SectionForm({ person, of, back, onDone }: PersonFormProps) {
  const roles = useRoles()
  const assignment = person.assignments.find(({ id }) => id === of)
  const { values, bind } = useForm({ section: assignment?.section ?? '' })
  if (!assignment) return <p className="nothing">没有这项职责。请返回该人员重新选择。</p>
  const section = values.section.trim() || null
  const compare = async (message: string): Promise<Conflict | null> => {
    const answer = await call<Person>('GET', `/people/${person.id}`)
    const now = answer.ok && answer.value.assignments.find(({ id }) => id === assignment.id)
    if (!now) return null
    const [mine, theirs] = [section ?? '没有写明', now.section ?? '没有写明']
    return { message, version: now.version, rows: [{ label: '所在科室', mine, theirs }] }
  }
  return (
    <ActionForm
      submit="保存"
      back={back}
      send={(version) =>
        call<unknown>('POST', `/assignments/${assignment.id}/section`, {
          body: { section },
          version,
        })
      }
      onDone={() => onDone('所在科室已保存。')}
      versioned={{
        version: assignment.version,
        compare: ({ message }) => compare(message),
        onTheirs: () => onDone('显示的是现在的内容。'),
      }}
    >
      <p>
        {assignment.authorityName}：{roleName(roles, assignment.role)}
      </p>
      <SectionField {...bind('section')} />
    </ActionForm>
  )
}

/** What the section (内设机构) is called. */
export function SectionField(wired: {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <TextField
      label="所在科室"
      hint="内设机构的名称，例如：法规科。依申请公开按科室分办、查看待办时使用；职责和权限不变。"
      isOptional
      {...wired}
    />
  )
}
