import type { RemediesPage, RequestFile } from '@gongkai/web'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { AreaField, SelectField } from '../../form/fields.js'
import type { Typed } from './typed-draft.js'

/** Of a request that is over: whether the decision is made anew, why, and on whose order. */
export function AnewFields({
  request,
  typed,
  onChange,
}: {
  readonly request: RequestFile
  readonly typed: Typed
  readonly onChange: (place: string, value: string) => void
}) {
  const { id: requestId, authorityId } = request
  const asked = useAsk<RemediesPage>(withQuery('/remedies', { authorityId, requestId }))
  const orders = (asked.value?.remedies ?? []).filter(
    ({ redo, struckReason }) => redo && !redo.doneOn && !struckReason,
  )
  const cause = typed['anew.cause'] ?? ''
  return (
    <fieldset>
      <legend>这件申请已经办结</legend>
      <SelectField
        label="缘由"
        hint="被责令重新作出答复的，先在行政复议、行政诉讼台账中登记其结果和重新答复的期限。重新作出的决定不改变表三的计数，申请仍按第一次办结计一次。"
        options={[
          ...orders.map(
            ({ id, body, instances }) =>
              [id, `${body}${bracketed(instances.at(-1)?.caseNumber)}责令重新作出`] as const,
          ),
          ['corrected', '原答复有误，自行纠正'] as const,
          ['record', '不是重新作出：为已经终止的申请补齐文书'] as const,
        ]}
        value={cause}
        onChange={(value) => onChange('anew.cause', value)}
      />
      {cause !== '' && cause !== 'record' && (
        <AreaField
          label="重新作出的理由"
          hint="留在这份文书的办理经过里，不印在文书上。"
          value={typed['anew.reason'] ?? ''}
          onChange={(value) => onChange('anew.reason', value)}
        />
      )}
    </fieldset>
  )
}

const bracketed = (text: string | null | undefined) => (text ? `（${text}）` : '')

/** The same as it is sent; null of a first decision. */
export function anewOf(typed: Typed): { remedyId: string | null; reason: string } | null {
  const { 'anew.cause': cause = '', 'anew.reason': reason = '' } = typed
  if (cause === '' || cause === 'record') return null
  return { remedyId: cause === 'corrected' ? null : cause, reason }
}
