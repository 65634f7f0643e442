import type { Residue } from '@gongkai/report'
import { readDate } from '../html/meta.js'
import type { SourceMeta } from '../source.js'
import { lineBlock, type TextLine } from '../text/lines.js'

/** What stands before the text of a Markdown file between two lines of signs: YAML (`---`) or TOML (`+++`). */
export type FrontMatter = {
  /** How many lines it takes, its fences included; 0 where there is none. */
  readonly length: number
  readonly residue: readonly Residue[]
  readonly meta: SourceMeta
}

/** A longer one is a rule, and the text behind it. */
const MOST_LINES = 100
const FENCES: Readonly<Record<string, RegExp>> = {
  '---': /^(?:---|\.\.\.)\s*$/,
  '+++': /^\+\+\+\s*$/,
}
const ENTRY = /^([\w\u4e00-\u9fff-]+)\s*[:=](?:\s+|(?=["'[])|$)(.*)$/
/** A list item, a continued value, a table of TOML, a comment. */
const OTHER = /^(?:\s|-\s|\[|\]|#|$)/
const FOLDED = /^[>|][-+]?\s*$/
const TITLE = /^(?:title|标题)$/i
const DATE = /^(?:date|pub_?date|published(?:_?(?:at|on))?|发布(?:日期|时间))$/i

/** The front matter at the head of the lines: its title and date, and every line of it as residue. */
export function readFrontMatter(lines: readonly TextLine[]): FrontMatter {
  const close = FENCES[lines[0]?.text.trimEnd() ?? '']
  const end = close ? lines.slice(1, MOST_LINES).findIndex(({ text }) => close.test(text)) : -1
  const inside = lines.slice(1, end + 1)
  const isEntry = ({ text }: TextLine) => ENTRY.test(text)
  const isRead = inside.some(isEntry) && inside.every((one) => isEntry(one) || OTHER.test(one.text))
  if (!isRead) return { length: 0, residue: [], meta: {} }
  const title = statedAs(inside, TITLE)
  const publishedOn = readDate(statedAs(inside, DATE))
  const residue = inside
    .filter(({ text }) => text.trim() !== '')
    .map((line): Residue => ({ kind: 'meta', text: line.text.trim(), at: lineBlock(line).at }))
  const meta = { ...(title && { title }), ...(publishedOn && { publishedOn }) }
  return { length: end + 2, residue, meta }
}

function statedAs(lines: readonly TextLine[], key: RegExp): string {
  const at = lines.findIndex(({ text }) => key.test(ENTRY.exec(text)?.[1] ?? ''))
  const value = ENTRY.exec(lines[at]?.text ?? '')?.[2]?.trim() ?? ''
  if (FOLDED.test(value)) {
    const after = lines.slice(at + 1)
    const end = after.findIndex(({ text }) => !/^\s/.test(text))
    return after
      .slice(0, end < 0 ? after.length : end)
      .map(({ text }) => text.trim())
      .join('')
  }
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
}
