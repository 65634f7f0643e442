import { type Ground, LETTER_KINDS, LETTERS, letterOf, letterSpec } from '@gongkai/law'
import type { LetterDraft, LetterView, RequestFile, RequestLetter } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { AreaField, SelectField, TextField } from '../../form/fields.js'
import { navigate } from '../../router/address.js'
import { say } from '../../router/said.js'
import { AnewFields, anewOf } from './anew-fields.js'
import { FeeBasisPart } from './fee-basis.js'
import { MaterialFields } from './material-fields.js'
import { NoticeBasisPart } from './notice-basis.js'
import { PartFields } from './part-fields.js'
import { SpecFields } from './spec-fields.js'
import {
  AFTER_NOTICE,
  type FieldSpec,
  givenIn,
  NOTICE_FIELDS,
  PAPER_FIELDS,
  partOf,
  type Typed,
  typedOf,
} from './typed-draft.js'
import { versionedLetter } from './versioned-letter.js'

/** What may be drafted: the decision first, then the papers of the course. */
const DRAFTED: readonly (readonly [string, string])[] = [
  ['decision', '决定（答复）'],
  ...LETTER_KINDS.filter(
    (kind) => letterSpec(kind).grounds.length === 0 && kind !== 'ownRecord',
  ).map((kind) => [kind, LETTERS[kind].title] as const),
]

/** States what a letter is made from; of a decision every part with its ground. */
export function DraftForm({
  request,
  view,
  kind = null,
  firstParts = [{}],
}: {
  readonly request: RequestFile
  readonly view: LetterView | null
  /** The paper that is to be drafted, where that is known. */
  readonly kind?: string | null
  /** What is decided, where something says it already. */
  readonly firstParts?: readonly Typed[]
}) {
  const [drafted, setDrafted] = useState(draftedIn(view, kind))
  const [typed, setTyped] = useState<Typed>(() => typedOf(view ? plainOf(view) : {}))
  const [parts, setParts] = useState(() => (view ? partsIn(view) : firstParts))
  const [materials, setMaterials] = useState(() => materialsIn(view))
  // What was withdrawn or given up ends as any other request.
  const isOwnRecord =
    request.kind === 'ownRecord' && [null, 'otherwise'].includes(request.countedUnder)
  const isAnew = view === null && drafted === 'decision' && request.stage === 'closed'
  const isDeciding = drafted === 'decision' && !isOwnRecord
  const grounds = parts.flatMap(({ ground }) => (ground ? [ground as Ground] : []))
  const fields = fieldsFor(drafted, isOwnRecord, grounds)
  const change = (place: string, value: string) =>
    setTyped((before) => ({ ...before, [place]: value }))
  const body = (): LetterDraft =>
    ({
      drafted,
      details: {
        ...givenIn(typed, [...fields, ...COMMON]),
        parts: isDeciding ? parts.map(partOf) : [],
        ...(materials.length > 0 && { materials }),
      },
      anew: isAnew ? anewOf(typed) : null,
      ...{ rewordings: view?.rewordings ?? [], waivers: view?.waivers ?? [] },
    }) as LetterDraft
  const path = `/requests/${request.id}/letters`
  const done = ({ id, title }: RequestLetter) => {
    navigate(`/console${path}/${id}`)
    say(`已保存《${title}》的拟稿。`)
  }
  const at = view && `${path}/${view.letter.id}`
  const versioned =
    view && versionedLetter(view.letter, '修改拟稿', () => navigate(`/console${at}`))
  return (
    <ActionForm
      submit="保存拟稿"
      back={at ? `/console${at}` : `/console/requests/${request.id}`}
      {...(versioned && { versioned })}
      send={(version) =>
        at
          ? call<RequestLetter>('PATCH', at, { body: body(), version })
          : call<RequestLetter>('POST', path, { body: body() })
      }
      onDone={done}
    >
      {view === null && (
        <SelectField label="文书" options={DRAFTED} value={drafted} onChange={setDrafted} />
      )}
      {isAnew && <AnewFields request={request} typed={typed} onChange={change} />}
      {isDeciding && (
        <>
          <p className="about">
            部分公开的，把公开的内容登记为一部分，不公开的内容按各自的依据分别登记。
          </p>
          {grounds.length > 0 && <p>由登记的决定选定：《{LETTERS[letterOf(grounds)].title}》。</p>}
          {parts.map((part, index) => (
            <PartFields
              // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their order
              key={index}
              no={index + 1}
              part={part}
              onChange={(changed) => setParts(parts.with(index, changed))}
              onRemove={parts.length > 1 ? () => setParts(parts.toSpliced(index, 1)) : null}
            />
          ))}
          <Button onClick={() => setParts([...parts, {}])}>增加一部分</Button>
        </>
      )}
      {drafted === 'feeNotice' && (
        <FeeBasisPart
          requestId={request.id}
          onFill={(first) =>
            setTyped((before) => ({
              ...before,
              ...{ 'fee.way': 'byItem', 'fee.first': `${first}`, 'fee.last': `${first}` },
            }))
          }
        />
      )}
      {fields === NOTICE_FIELDS && (
        <NoticeBasisPart
          requestId={request.id}
          grounds={grounds}
          isKept={view !== null && grounds.join() === view.letter.grounds.join()}
          onFill={setTyped}
        />
      )}
      <SpecFields fields={fields} typed={typed} onChange={change} />
      <AreaField
        label="申请内容的概括"
        isOptional
        hint="不填的，照申请人所写。不要写个人信息。"
        value={typed.wanted ?? ''}
        onChange={(value) => change('wanted', value)}
      />
      <MaterialFields requestId={request.id} chosen={materials} onChange={setMaterials} />
      <AreaField
        label="其他附件，每行一项"
        isOptional
        value={typed.attachments ?? ''}
        onChange={(value) => change('attachments', value)}
      />
      <AreaField
        label="文中不能出现的第三方名称，每行一项"
        isOptional
        hint="检查文书时使用，不印在文书上。"
        value={typed.thirdParties ?? ''}
        onChange={(value) => change('thirdParties', value)}
      />
      <TextField
        label="发文机关代字"
        isOptional
        hint="本机关登记了几个代字的，写明用哪一个。"
        value={typed.series ?? ''}
        onChange={(value) => change('series', value)}
      />
    </ActionForm>
  )
}

const COMMON: readonly FieldSpec[] = [
  ['wanted', '', 'area'],
  ['attachments', '', 'lines'],
  ['thirdParties', '', 'lines'],
  ['series', '', 'text'],
]

function draftedIn(view: LetterView | null, kind: string | null): string {
  if (view === null && kind && DRAFTED.some(([one]) => one === kind)) return kind
  return view === null || view.letter.decides ? 'decision' : view.letter.kind
}

type Part = Readonly<Record<string, unknown>> & { readonly other?: unknown }

/** What was stated beside the parts. */
function plainOf({ details }: LetterView): Record<string, unknown> {
  const {
    parts: _,
    materials: __,
    ...plain
  }: { readonly parts?: unknown; readonly materials?: unknown } = details
  return plain
}

function materialsIn(view: LetterView | null): readonly string[] {
  // As the API told it.
  return ((view?.details ?? {}) as { readonly materials?: readonly string[] }).materials ?? []
}

export function partsIn(view: LetterView): readonly Typed[] {
  // As the API told it.
  const { parts = [] } = view.details as { parts?: readonly Part[] }
  const typed = parts.map(({ other, ...part }) =>
    typedOf(other === 'unknown' ? part : { ...part, other }),
  )
  return typed.length > 0 ? typed : [{}]
}

function fieldsFor(
  drafted: string,
  isOwnRecord: boolean,
  grounds: readonly Ground[],
): readonly FieldSpec[] {
  if (drafted === 'decision' && !isOwnRecord)
    return grounds.some((ground) => AFTER_NOTICE.includes(ground)) ? NOTICE_FIELDS : []
  const kind = LETTER_KINDS.find(
    (one) => one === (isOwnRecord && drafted === 'decision' ? 'ownRecord' : drafted),
  )
  return (kind && PAPER_FIELDS[kind]) ?? []
}
