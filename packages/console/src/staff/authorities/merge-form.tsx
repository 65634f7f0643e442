import type { ReorganisedAuthority } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { useForm } from '../form/use-form.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import type { ActionProps } from './action-page.js'
import { AuthoritiesPicker } from './authority-picker.js'
import { compareDetails } from './compare.js'
import { openText, passedOnText } from './passed-on.js'
import { useRegister } from './register.js'
import { emptySuccessor, refsOf, SuccessorFields, sentSuccessors } from './successor-fields.js'
import { WhenFields } from './when-fields.js'

/** Ends this authority, and others with it, in favour of one. */
export function MergeForm({ file, back, onDone, reload }: ActionProps) {
  const { authority } = file
  const { nameOf } = useRegister()
  const { values, bind } = useForm({ happenedOn: todayInChina(), reason: '' })
  const [others, setOthers] = useState<readonly string[]>([])
  const [draft, setDraft] = useState(() => emptySuccessor(authority))
  const ending = [authority.id, ...others]
  const names = ending.map(nameOf).join('”“')
  const heir = draft.kind === 'new' ? draft.details.name : nameOf(draft.authorityId)
  const send = async (version: number) => {
    const into = await sentSuccessors([draft])
    if (!into.ok) return into
    const refs = await refsOf(others)
    if (!refs.ok) return refs
    const body = { ...values, others: refs.value, into: into.value[0] }
    return call<ReorganisedAuthority>('POST', `/authorities/${authority.id}/merge`, {
      body,
      version,
    })
  }
  return (
    <ActionForm
      submit="登记合并"
      isDanger
      back={back}
      send={send}
      onDone={({ id, passedOn }) => onDone(`已登记合并。${passedOnText(passedOn)}`, id)}
      confirm={
        <ul className="follows">
          <li>
            自{dayText(values.happenedOn)}起，“{names}”不再存在，不能恢复。
          </li>
          <li>
            其下级机关和未办结的年度报告转到“{heir ?? '（未选择）'}
            ”，已公布的由其更正、撤回；报告仍显示原名称。
          </li>
          {openText(file.open) && (
            <li>
              “{authority.name}”未办结的{openText(file.open)}转到“{heir ?? '（未选择）'}
              ”，期限不变，新的文书使用承接机关的名称和发文字号。
            </li>
          )}
          <li>其发文字号停止使用，承接的机关使用自己的发文字号。</li>
        </ul>
      }
      versioned={{
        version: authority.version,
        compare: async (refused) => compareDetails(refused, authority, {}),
        onTheirs: reload,
      }}
    >
      <p>合并前，各机关的职责须已移交或者收回；下级机关随之转到承接的机关。</p>
      <AuthoritiesPicker
        label="一并合并的其他机关"
        hint="并入现有机关的可以不选；组建新机关的至少选一个。"
        without={[authority.id]}
        value={others}
        onChange={setOthers}
      />
      <SuccessorFields draft={draft} onChange={setDraft} without={ending} />
      <WhenFields bind={bind} />
    </ActionForm>
  )
}
