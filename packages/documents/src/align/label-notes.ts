import type { LabelNote, TableKey } from '@gongkai/report'
import type { Anchor } from './chain.js'
import { type Expected, isLabelWords } from './expected.js'
import { hanOnly } from './han.js'
import type { Walk } from './slots.js'
import { fragmentAt, type Stream } from './stream.js'

/** The labels of a table that are printed otherwise than on the form, and those of `required` that are not printed. */
export function labelNotes(
  { stream, chain }: Walk,
  table: TableKey,
  required: readonly Expected[],
): LabelNote[] {
  const printed = chain.flatMap((anchor): LabelNote[] => {
    const { label } = anchor
    const printed = printedText(stream, anchor)
    const kind = differenceOf(printed, label)
    const at = fragmentAt(stream, anchor.start)?.at ?? null
    return kind ? [{ table, label, printed, kind, at }] : []
  })
  const missing = required
    .filter((one) => !chain.some((anchor) => isSame(anchor, one)))
    .map(({ label }): LabelNote => ({ table, label, printed: '', kind: 'missing', at: null }))
  return [...printed, ...missing]
}

function isSame(anchor: Anchor, { kind, block, label }: Expected): boolean {
  return anchor.kind === kind && anchor.block === block && anchor.label === label
}

/** The label as printed, from its first Han character or bracket to its last, its fragments joined by `\n`. */
function printedText(stream: Stream, { start, end }: Anchor): string {
  const from = stream.fragment[start] ?? 0
  const to = stream.fragment[end - 1] ?? from
  const texts = stream.fragments.slice(from, to + 1).map(({ text }) => text)
  const [first = '', last = ''] = [texts[0], texts.at(-1)]
  const left = openedAt(first, stream.offset[start] ?? 0)
  const right = closedAt(last, (stream.offset[end - 1] ?? 0) + 1)
  if (from === to) return first.slice(left, right)
  const middle = texts.slice(1, -1).filter((text) => hanOnly(text) !== '')
  return [first.slice(left), ...middle, last.slice(0, right)].join('\n')
}

/** Where a label begins, its bracket and what a conversion left glued to it included. */
function openedAt(text: string, first: number): number {
  const lead = /(?:\[bookmark:[^\]]*\]\s*|[（(“"]\s*)$/.exec(text.slice(0, first))?.[0] ?? ''
  return first - lead.length
}

/** Where a label ends: a bracket that it opened included, and words of its own that the form does not have. */
function closedAt(text: string, last: number): number {
  const [more = ''] = /^[\u4e00-\u9fff]{1,10}/.exec(text.slice(last)) ?? []
  if (more !== '' && !isLabelWords(hanOnly(more))) return last + more.length
  return last + (/^\s*[）)”"]/.exec(text.slice(last))?.[0].length ?? 0)
}

function differenceOf(printed: string, official: string): LabelNote['kind'] | null {
  if (printed.startsWith('[bookmark')) return 'residue'
  const words = hanOnly(official)
  const own = hanOnly(printed)
  if (own !== words && !words.endsWith(own) && !words.startsWith(own)) return 'altered'
  if (isShortened(own, words)) return 'altered'
  if (/[\n\r]/.test(printed.trim())) return 'broken'
  if (/[\s\u3000]/.test(printed.trim())) return 'spaced'
  return official.includes(printed) ? null : 'width'
}

/** A word of the label is missing: 本年办理结果 for 本年度办理结果. Its number or its note in brackets is not. */
function isShortened(own: string, words: string): boolean {
  if (own === words) return false
  const rest = words.startsWith(own) ? words.slice(own.length) : words.slice(0, -own.length)
  return !/^(?:[一二三四五六七]|区分处理的只计这一情形不计其他情形)$/.test(rest) && rest.length < 4
}
