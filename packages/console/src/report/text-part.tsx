import { type Binding, type BindingState, type PartKey, partText, stateOf } from '@gongkai/report'
import { type ShownCorrection, shownCorrections } from '../state/amend.js'
import { cellText, SEVERITY_NAMES } from '../words/words.js'
import { findingId, placeId } from './focus.js'
import { findingsOfPart, type Numbered } from './number-findings.js'
import { linesOf, type Range, type Segment, segments } from './segments.js'
import { useSheet } from './sheet-context.js'

type Marked = Range &
  (
    | { readonly kind: 'finding'; readonly numbered: Numbered }
    | { readonly kind: 'correction'; readonly shown: ShownCorrection }
    | { readonly kind: 'remark'; readonly words: string }
    | { readonly kind: 'bound'; readonly binding: Binding; readonly state: BindingState }
  )

/** The text of one part, a paragraph a line, with what was found and what was corrected in it. */
export function TextPart({ part }: { readonly part: PartKey }) {
  const { report, corrections, numbered, bindings = [], remarked = [] } = useSheet()
  const text = partText(report, part)
  if (!text) return null
  const marks: readonly Marked[] = [
    ...findingsOfPart(numbered, part).flatMap(toMark),
    ...shownCorrections(corrections, part).map(
      (shown) => ({ kind: 'correction', shown, start: shown.start, end: shown.end }) as const,
    ),
    ...remarked.flatMap((one): Marked[] =>
      'part' in one && one.part === part && one.place
        ? [{ kind: 'remark', words: one.words, ...one.place }]
        : [],
    ),
    ...bindings
      .filter((one) => one.part === part)
      .map((binding): Marked => {
        const { start, end } = binding
        return { kind: 'bound', binding, state: stateOf(report, binding), start, end }
      }),
  ]
  const isBlock = !part.startsWith('heading/') && part !== 'title'
  const Line = isBlock ? 'p' : 'span'
  return linesOf(text).map((line) => (
    <Line key={line.start} className={isBlock ? `paragraph ${part.split('/')[0]}` : 'line'}>
      {segments(text, line, marks).map((segment) => (
        <Run key={`${segment.start}-${segment.end}`} segment={segment} />
      ))}
    </Line>
  ))
}

function toMark(numbered: Numbered): Marked[] {
  const { target } = numbered.finding
  if (target.kind !== 'text') return []
  return [{ kind: 'finding', numbered, start: target.start, end: target.end }]
}

/** A run of text under the same marks, and the numbers of the findings that end behind it. */
function Run({ segment: { text, over, ending } }: { readonly segment: Segment<Marked> }) {
  const { active } = useSheet()
  const findings = over.filter((mark) => mark.kind === 'finding')
  const correction = over.find((mark) => mark.kind === 'correction')
  const bound = over.find((mark) => mark.kind === 'bound')
  const remarks = over.flatMap((mark) => (mark.kind === 'remark' ? [mark.words] : []))
  // The shortest of nested findings is the one that a click means.
  const [inner] = findings.toSorted((a, b) => a.end - a.start - (b.end - b.start))
  const gravest = gravestOf(findings.map(({ numbered }) => numbered))
  const isActive = findings.some(({ numbered }) => numbered.no === active)
  const run = bound ? (
    <span className={`bound-figure ${bound.state}`} title={`绑定到${cellText(bound.binding.cell)}`}>
      {text}
    </span>
  ) : (
    text
  )
  const said =
    remarks.length > 0 ? (
      <span className="remarked" title={`审阅意见：${remarks.join('；')}`}>
        {run}
      </span>
    ) : (
      run
    )
  const marked = inner ? (
    <mark className={`${gravest}${isActive ? ' active' : ''}`} data-finding={inner.numbered.no}>
      {said}
    </mark>
  ) : (
    said
  )
  const numbers = ending.flatMap((mark) => (mark.kind === 'finding' ? [mark.numbered] : []))
  const removed = ending.filter((mark) => mark.kind === 'correction' && mark.start === mark.end)
  return (
    <>
      {correction?.kind === 'correction' ? (
        <ins title={`更正前：${correction.shown.correction.from || '（空）'}`}>{marked}</ins>
      ) : (
        marked
      )}
      {removed.map(
        (mark) =>
          mark.kind === 'correction' && <del key={mark.start}>{mark.shown.correction.from}</del>,
      )}
      {numbers.map((one) => (
        <NumberLink key={one.no} numbered={one} />
      ))}
    </>
  )
}

/** The number of a finding behind its place: leads to the finding in the list. */
function NumberLink({ numbered: { no, finding } }: { readonly numbered: Numbered }) {
  const { jumpToFinding, active } = useSheet()
  return (
    <a
      id={placeId(no)}
      href={`#${findingId(no)}`}
      className={`ref ${finding.severity}${active === no ? ' active' : ''}`}
      aria-label={`第${no}条，${SEVERITY_NAMES[finding.severity]}：${finding.message}`}
      onClick={(event) => {
        event.preventDefault()
        jumpToFinding(no)
      }}
    >
      {no}
    </a>
  )
}

/** The severity of the finding that comes first in the list. */
function gravestOf(findings: readonly Numbered[]): string {
  return findings.toSorted((a, b) => a.no - b.no)[0]?.finding.severity ?? ''
}
