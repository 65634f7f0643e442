import type { ReorganisedAuthority } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { useForm } from '../form/use-form.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import type { ActionProps } from './action-page.js'
import { AuthorityPicker } from './authority-picker.js'
import { compareDetails } from './compare.js'
import { openText, passedOnText } from './passed-on.js'
import { useRegister } from './register.js'
import { WhenFields } from './when-fields.js'

/** Ends an authority. What follows from it is said before and asked once more. */
export function DissolveForm({ file, back, onDone, reload }: ActionProps) {
  const { authority, subordinates } = file
  const { nameOf } = useRegister()
  const { values, bind } = useForm({ dutiesTo: '', happenedOn: todayInChina(), reason: '' })
  const heir = nameOf(values.dutiesTo) ?? '（未选择）'
  const send = (version: number) =>
    call<ReorganisedAuthority>('POST', `/authorities/${authority.id}/dissolve`, {
      body: values,
      version,
    })
  return (
    <ActionForm
      submit="撤销机关"
      isDanger
      back={back}
      send={send}
      onDone={({ passedOn }) => onDone(`已登记撤销。${passedOnText(passedOn)}`)}
      confirm={
        <ul className="follows">
          <li>
            自{dayText(values.happenedOn)}起，“{authority.name}”不再存在，不能恢复。
          </li>
          <li>未办结的年度报告由“{heir}”承接，已公布的由其更正、撤回；报告仍显示原名称。</li>
          {openText(file.open) && (
            <li>
              未办结的{openText(file.open)}由“{heir}
              ”承接，期限不变，新的文书使用承接机关的名称和发文字号。
            </li>
          )}
          <li>其发文字号停止使用；不再要求其编制以后年度的报告。</li>
        </ul>
      }
      versioned={{
        version: authority.version,
        compare: async (refused) => compareDetails(refused, authority, {}),
        onTheirs: reload,
      }}
    >
      <p>
        撤销前，该机关的职责须已移交或者收回，下级机关须已划转或者撤销。
        {subordinates > 0 && `现在还有${subordinates}个下级机关。`}
      </p>
      <AuthorityPicker
        label="承接未了事项的机关"
        hint="继续行使其职权的机关；没有的，选择本级人民政府。"
        without={[authority.id]}
        {...bind('dutiesTo')}
      />
      <WhenFields bind={bind} />
    </ActionForm>
  )
}
