import { countedUnder, GROUNDS, REMEDY_KINDS, type RemedyKind } from '@gongkai/law'
import type { RemediesPage, RequestLetters } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { SelectField, TextField } from '../form/fields.js'
import { useMay } from '../requests/use-authority.js'
import { dayText } from '../words/authority-words.js'
import { RequestField } from './request-field.js'
import type { TypedLinks } from './typed-remedy.js'

/** What a remedy is about: who decides, the request, the decision and its ground, the reconsideration before a suit. */
export function LinkFields({
  authorityId,
  kind,
  links,
  change,
}: {
  readonly authorityId: string
  readonly kind: RemedyKind
  readonly links: TypedLinks
  readonly change: (links: Partial<TypedLinks>) => void
}) {
  const { body, requestId, letterId, decisionNumber, ground } = links
  const bind = (key: keyof TypedLinks) => ({
    value: links[key],
    onChange: (value: string) => change({ [key]: value }),
  })
  return (
    <>
      <TextField label={REMEDY_KINDS[kind].body} value={body} onChange={bind('body').onChange} />
      <RequestField
        authorityId={authorityId}
        value={requestId}
        onChange={(id) => change({ requestId: id, letterId: '' })}
      />
      {requestId && <LetterField {...{ authorityId, requestId, links, change }} />}
      {!letterId && (
        <TextField
          label="所涉答复的文号"
          isOptional
          value={decisionNumber}
          onChange={bind('decisionNumber').onChange}
        />
      )}
      <SelectField
        label="所涉决定依据"
        isOptional
        hint="有几部分决定的，选当事人不服的一项。"
        options={[['', '未选'], ...GROUND_TITLES]}
        value={ground}
        onChange={bind('ground').onChange}
      />
      {kind === 'suitAfterReconsideration' && (
        <BeforeField authorityId={authorityId} {...bind('afterId')} />
      )}
    </>
  )
}

const GROUND_TITLES = Object.entries(GROUNDS).map(([id, { title }]) => [id, title] as const)

/** The numbered letters of the request: the number and the ground come from the one that is chosen. */
function LetterField({
  authorityId,
  requestId,
  links: { letterId, ground },
  change,
}: {
  readonly authorityId: string
  readonly requestId: string
  readonly links: TypedLinks
  readonly change: (links: Partial<TypedLinks>) => void
}) {
  const may = useMay(authorityId)
  const path = may('letter.read') ? `/requests/${requestId}/letters` : null
  const { value } = useAsk<RequestLetters>(path)
  const letters = value?.letters.filter(({ documentNumber }) => documentNumber !== null) ?? []
  if (letters.length === 0) return null
  const choose = (id: string) => {
    const letter = letters.find((one) => one.id === id)
    const grounds = letter?.grounds ?? []
    change({
      letterId: id,
      decisionNumber: letter?.documentNumber ?? '',
      ground: grounds.length > 0 ? countedUnder(grounds) : ground,
    })
  }
  return (
    <SelectField
      label="所涉文书"
      isOptional
      hint="选定的，文号和决定依据取自文书。"
      options={[
        ['', '未选'],
        ...letters.map(
          ({ id, title, documentNumber }) => [id, `${documentNumber}　${title}`] as const,
        ),
      ]}
      value={letterId}
      onChange={choose}
    />
  )
}

/** The reconsiderations of the authority, of which one may have come before the suit. */
function BeforeField({
  authorityId,
  value,
  onChange,
}: {
  readonly authorityId: string
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const path = withQuery('/remedies', { authorityId, kind: 'reconsideration', limit: 200 })
  const asked = useAsk<RemediesPage>(path)
  const before = asked.value?.remedies.filter(({ struckReason }) => struckReason === null) ?? []
  return (
    <SelectField
      label="在先的行政复议"
      isOptional
      hint="没有登记在台账中的不选。"
      options={[
        ['', '未选'],
        ...before.map(
          ({ id, body, requestNumber, instances: [first] }) =>
            [
              id,
              [first && `${dayText(first.receivedOn)}收到`, body, first?.caseNumber, requestNumber]
                .filter(Boolean)
                .join('　'),
            ] as const,
        ),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
