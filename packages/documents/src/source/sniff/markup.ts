import { isOwnCsv, isOwnJson, isOwnXml } from '../../own/recognise.js'
import type { MediaKind } from '../source.js'

// How far into a text is looked for its kind: past the head of any page.
const LOOK = 200_000
const PAGE = /<!doctype\s+html|<(?:html|head|body)[\s>]/i
const FRAGMENT =
  /^<(?:!--|!doctype|html|head|body|meta|title|link|style|script|div|table|p|h[1-6]|ul|ol|span|center|section|article|main|header|nav|form|font)[\s>/]/i
const TABLE = /<table[\s>]/i
// A heading of one to six signs, or the row under the header of a pipe table.
const HEADING = /^ {0,3}#{1,6}[ \t]+\S/m
const DELIMITER_ROW =
  /^[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+(?:\|[ \t]*)?$/m
const STRONG = /\*\*[^*\s][^*\n]*\*\*/
const FRONT_MATTER =
  /^\ufeff?(?:---[ \t]*\r?\n\w+[ \t]*:[\s\S]{0,4000}?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n\w+[ \t]*=[\s\S]{0,4000}?\n\+\+\+)[ \t]*\r?\n/
const JSON_START = /^(?:\{\s*"|\[\s*[{["\d])/

/** Which of the written kinds a decoded text is, by its marks; `text` where it has none. Foreign JSON and XML are null. */
export function sniffMarkup(text: string, name: string): MediaKind | null {
  const head = text.slice(0, LOOK)
  const start = head.trimStart()
  if (isOwnJson(text)) return 'json'
  if (isOwnXml(text)) return 'xml'
  if (isOwnCsv(text)) return 'csv'
  if (PAGE.test(head)) return 'html'
  if (start.startsWith('<?xml') || JSON_START.test(start)) return null
  if (isMarkdown(head, name)) return 'markdown'
  if (FRAGMENT.test(start)) return 'html'
  // Lines around an HTML table are kept by the Markdown reader and would be run together by the other.
  return TABLE.test(head) ? 'markdown' : 'text'
}

function isMarkdown(head: string, name: string): boolean {
  if (FRONT_MATTER.test(head) || HEADING.test(head) || DELIMITER_ROW.test(head)) return true
  return /\.(?:md|markdown)$/i.test(name) && (STRONG.test(head) || head.includes('|'))
}
