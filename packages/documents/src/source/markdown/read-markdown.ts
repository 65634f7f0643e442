import { ok, type Result } from '@gongkai/law'
import { type Decoded, decode } from '../decode/decode.js'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { htmlBlocks, newWalk } from '../html/read-html.js'
import type { Walk } from '../html/walk.js'
import { partOfColumns, placeOfColumns } from '../part-of.js'
import type { Block, DocumentRefusal, LineBlock, Source } from '../source.js'
import { drawnTable } from '../text/drawn-table.js'
import { splitLines, type TextLine } from '../text/lines.js'
import { readFrontMatter } from './front-matter.js'
import { plainInline } from './inline.js'
import { isDelimiterRow, isPipeRow, pipeTable } from './pipe-table.js'

// What stands before the words of a line: quotation, heading or bullet. Numbers of lists are words of an official text.
const LEADING = /^(?: {0,3}>[ \t]?)*(?:[ \t]*#{1,6}[ \t]+|[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?/
const BULLET = /^[ \t]*[-*+][ \t]+/
const CLOSING = /(?<=[ \t])#+$/
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/
const FENCE = /^ {0,3}(?:```|~~~)/
const TABLE_START = /<table[\s>]/i
const TABLE_END = /<\/table\s*>/i

/** A Markdown text as its lines without marks, pipe tables and HTML tables as grids. */
export async function readMarkdown(bytes: Uint8Array): Promise<Result<Source, DocumentRefusal>> {
  return readDecodedMarkdown(decode(bytes))
}

/** The same for a text that is decoded already. */
export function readDecodedMarkdown({ text, problems }: Decoded): Result<Source, DocumentRefusal> {
  const lines = splitLines(text)
  if (lines.length > LIMITS.textLines) return REFUSALS.tooManyRows('行数', LIMITS.textLines)
  const blocks: Block[] = []
  const { length: head, residue, meta } = readFrontMatter(lines)
  const walk = newWalk()
  for (let at = head; at < lines.length; ) {
    const table = drawnTable(lines, at, plainInline)
    if (table) {
      blocks.push(table.grid)
      at += table.length
      continue
    }
    const length = htmlLength(lines, at) || pipeLength(lines, at)
    const part = lines.slice(at, at + Math.max(1, length))
    const read = length === 0 ? part.flatMap(wordsOf) : readPart(part, walk)
    if (!read) return REFUSALS.tooDeep()
    blocks.push(...read)
    at += part.length
  }
  const source = {
    kind: 'markdown',
    blocks,
    residue: [...residue, ...walk.residue],
    problems,
  } as const
  return ok(head > 0 ? { ...source, meta } : source)
}

function readPart(lines: readonly TextLine[], walk: Walk): readonly Block[] | null {
  const isHtml = lines.some(({ text }) => TABLE_START.test(text))
  if (isHtml) return htmlBlocks(lines.map(({ text }) => text).join('\n'), walk)
  const rows = lines.every(({ text }) => BULLET.test(text)) ? lines.map(withoutBullet) : lines
  return [pipeTable(rows.filter((line, row) => !isDelimiterRow(line, row)))]
}

/** A row that is an item of a list, the bullet blanked: columns stay what they are. */
function withoutBullet(line: TextLine): TextLine {
  return { ...line, text: line.text.replace(BULLET, (bullet) => ' '.repeat(bullet.length)) }
}

/** How many lines the HTML table that starts here takes, nested ones included; 0 where none starts. */
function htmlLength(lines: readonly TextLine[], at: number): number {
  if (!TABLE_START.test(lines[at]?.text ?? '')) return 0
  let open = 0
  for (let end = at; end < lines.length; end++) {
    const text = lines[end]?.text ?? ''
    open += text.split(TABLE_START).length - text.split(TABLE_END).length
    if (open <= 0) return end - at + 1
  }
  return lines.length - at
}

/** How many lines the pipe table that starts here takes; a single line with a bar is none unless bars enclose it. */
function pipeLength(lines: readonly TextLine[], at: number): number {
  let end = at
  for (let line = lines[end]; line && isPipeRow(line); line = lines[end]) end++
  const isEnclosed = /^\s*\|.*\|\s*$/.test(lines[at]?.text ?? '')
  return end - at > 1 || isEnclosed ? end - at : 0
}

function wordsOf(line: TextLine): LineBlock[] {
  const { text } = line
  if (text.trim() !== '' && (RULE.test(text) || FENCE.test(text))) return []
  const start = LEADING.exec(text)?.[0].length ?? 0
  const words = text.slice(start).trimEnd().replace(CLOSING, '').trimEnd()
  const plain = plainInline(words, line.column + start)
  let from = 0
  return plain.text.split('\n').map((part) => {
    const columns = partOfColumns(plain.columns, from, from + part.length)
    from += part.length + 1
    return { kind: 'line', text: part, at: placeOfColumns(line.line, columns) }
  })
}
