import type { TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { type Line, MARKS, type Mark, markText } from './items.js'

type Item = Line & { readonly item: NonNullable<Line['item']> }

/** Item numbers of a part that start again, repeat, go back, begin above one or leave one out. */
export function brokenItemNumbers(part: TextPart, lines: readonly Line[]): Draft[] {
  const open = new Map<Mark, number>()
  return lines.flatMap((line, index) => {
    if (!isItem(line)) return []
    const previous = open.get(line.item.mark)
    for (const lower of MARKS.slice(MARKS.indexOf(line.item.mark))) open.delete(lower)
    open.set(line.item.mark, index)
    return judged(part, lines, previous ?? null, index, line)
  })
}

function isItem(line: Line | undefined): line is Item {
  return line !== undefined && line.item !== null
}

function judged(
  part: TextPart,
  lines: readonly Line[],
  previous: number | null,
  index: number,
  line: Item,
): Draft[] {
  const before = previous === null ? undefined : lines[previous]
  const last = isItem(before) ? before.item.no : 0
  const { mark, no } = line.item
  if (no === last + 1 || isStray(line.item, last)) return []
  const isNewList = no === 1 && !startsAgain(lines, previous ?? 0, index, mark)
  if (isNewList) return []
  if (no === 1) return [onMark(part, line, last, '重新从头编号')]
  if (no <= last) return [onMark(part, line, last, no === last ? '编号重复' : '编号倒退')]
  return leftOut(part, lines, previous, index, line)
}

/**
 * A list that opens with another number than one, but for （二）, may be a section's own heading (五、) or a figure
 * that a broken line has put first; an Arabic number far off is a page number.
 */
function isStray({ mark, no }: Item['item'], last: number): boolean {
  return mark !== '（一）' && (last === 0 || (mark !== '一、' && no > last + 3))
}

const LEADS_IN = /[：:]$|以下|如下|下一步|措施|改进|方面[，。]?$/

/** Whether a list that begins again has neither a line that leads in to it nor another item above it. */
function startsAgain(lines: readonly Line[], previous: number, index: number, mark: Mark): boolean {
  const between = lines.slice(previous + 1, index)
  const above = lines[index - 1]?.item?.mark
  const isChild =
    above && above !== mark && lines.slice(0, previous).some(({ item }) => item?.mark === above)
  const leadIn = between.findLast(({ item }) => item === null)
  const isLedIn = leadIn !== undefined && (LEADS_IN.test(leadIn.text) || looksLikeHeading(leadIn))
  return !isChild && !isLedIn
}

function leftOut(
  part: TextPart,
  lines: readonly Line[],
  previous: number | null,
  index: number,
  line: Item,
): Draft[] {
  const before = lines[previous ?? 0]
  const last = previous === null ? 0 : (before?.item?.no ?? 0)
  const missing = Array.from({ length: line.item.no - last - 1 }, (_, step) => last + 1 + step)
  const passed = part.text.slice(before?.start ?? 0, line.start)
  if (missing.every((no) => standsInline(passed, line.item.mark, no))) return []
  const between = lines.slice(previous === null ? 0 : previous + 1, index)
  const headings = bareHeadings(between, missing.length)
  if (!headings) return [onMark(part, line, last, '编号不连续')]
  return headings.map((heading, step) => unnumbered(part, heading, line, missing[step] ?? 0))
}

/** The lines that look like headings without a number, if there are exactly as many as numbers are missing. */
function bareHeadings(lines: readonly Line[], count: number): Line[] | undefined {
  const bare = lines.filter(({ item }) => item === null)
  return [looksLikeHeading, looksLikeStoppedHeading]
    .map((looks) => bare.filter(looks))
    .find(({ length }) => length === count)
}

function unnumbered(part: TextPart, heading: Line, { item }: Item, no: number): Draft {
  const mended = markText(item.mark, no)
  return draftAt(part, [heading.start, heading.end], {
    severity: 'error',
    message: `标题缺少序号，同级标题已编到“${item.printed}”，此处应为“${mended}”，请补上`,
    shouldBe: `${mended}${heading.text}`,
  })
}

/** `（二）` in the middle of a paragraph: the line break before it is lost, the number is there. */
function standsInline(text: string, mark: Mark, no: number): boolean {
  const half = markText(mark, no).replace('（', '(').replace('）', ')')
  return [markText(mark, no), half, ...(mark === '1.' ? [`${no}、`, `${no}．`] : [])].some((one) =>
    text.includes(one),
  )
}

/** A short line without a stop: a heading, not a paragraph. */
function looksLikeHeading({ text }: Line): boolean {
  return text.length >= 2 && text.length <= 25 && !/[。；;，,：:、\d]/.test(text)
}

/** A heading with a stop: 平台建设情况。 */
function looksLikeStoppedHeading({ text }: Line): boolean {
  return /^[^。；;，,：:、\d]{2,16}(?:情况|公开|管理|建设|保障|措施|问题|工作)。$/.test(text)
}

function onMark(part: TextPart, { item, start }: Item, last: number, what: string): Draft {
  const due = markText(item.mark, last + 1)
  return draftAt(part, [start, start + item.printed.length], {
    severity: item.mark === '一、' || item.mark === '（一）' ? 'error' : 'warning',
    message: `${what}：“${item.printed}”前一个编号是${last === 0 ? '空缺' : `“${markText(item.mark, last)}”`}，此处应为“${due}”，请核对标题编号`,
  })
}
