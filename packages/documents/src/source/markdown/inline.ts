import { withoutEntities } from '../text/entities.js'
import { type Marked, replace, unmarked } from '../text/marked.js'

// One pass over what Markdown marks inside a line, most binding first: escapes, code, images, links, automatic links,
// HTML tags and comments, emphasis.
const ESCAPE = /\\([!-/:-@[-`{-~])/dg
const CODE = /(`+)\s*([^`\s]|[^`\s].*?[^`\s])\s*\1(?!`)/dg
const IMAGE = /!\[[^\]]*\]\([^)]*\)/dg
const LINK = /\[([^\][]*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\s*\)/dg
const REFERENCE = /\[([^\][]+)\]\[[^\][]*\]/dg
const AUTOMATIC = /<((?:https?|mailto):[^>\s]*)>/dg
const BREAK_TAG = /<br\s*\/?>/dgi
const TAG = /<!--.*?-->|<\/?[a-z][^<>]*>/dgi
const STRONG = /(\*\*|__)(?=\S)(.*?\S)\1/dg
const EMPHASIS = /(?<=^|[^*\\])\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/dg
const UNDERLINE = /(?<=^|[^\w\u4e00-\u9fff])_(?=[^\s_])([^_]*[^\s_])_(?![\w\u4e00-\u9fff])/dg
const STRUCK = /~~(?=\S)(.*?\S)~~/dg
// Escaped characters wait in the private area while marks are taken out.
const PARKED = 0xe000
const PARKED_PATTERN = /[\ue021-\ue07e]/dg

/** Each mark, and which of its groups stays; null where nothing does. */
const MARKS: readonly (readonly [pattern: RegExp, kept: number | null])[] = [
  [IMAGE, null],
  [LINK, 1],
  [REFERENCE, 1],
  [AUTOMATIC, 1],
]
const EMPHASES: readonly (readonly [pattern: RegExp, kept: number | null])[] = [
  [TAG, null],
  [STRONG, 2],
  [EMPHASIS, 1],
  [UNDERLINE, 1],
  [STRUCK, 1],
]

/** The words of a stretch of Markdown without its marks, each knowing its column from `column` on; `<br>` becomes `\n`. */
export function plainInline(text: string, column: number): Marked {
  const whole = unmarked(text, column)
  if (!/[\\`*_[<&~]/.test(text)) return whole
  const escaped = replace(whole, ESCAPE, 1, park)
  const linked = MARKS.reduce(without, replace(escaped, CODE, 2, parkAll))
  const plain = EMPHASES.reduce(
    without,
    replace(linked, BREAK_TAG, 0, () => '\n'),
  )
  return replace(withoutEntities(plain), PARKED_PATTERN, 0, unpark)
}

function without(marked: Marked, [pattern, kept]: readonly [RegExp, number | null]): Marked {
  return replace(marked, pattern, kept ?? 0, kept === null ? () => '' : (text) => text)
}

function park(sign: string): string {
  return String.fromCharCode(PARKED + sign.charCodeAt(0))
}

function parkAll(code: string): string {
  return code.replace(/[!-/:-@[-`{-~]/g, park)
}

function unpark(parked: string): string {
  return String.fromCharCode(parked.charCodeAt(0) - PARKED)
}
