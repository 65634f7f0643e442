// One pass over what Markdown marks inside a line, most binding first: escapes, code, images, links, automatic links,
// HTML tags and comments, emphasis.
const ESCAPE = /\\([!-/:-@[-`{-~])/g
const CODE = /(`+)([^`]|[^`].*?[^`])\1(?!`)/g
const IMAGE = /!\[[^\]]*\]\([^)]*\)/g
const LINK = /\[([^\][]*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\s*\)/g
const REFERENCE = /\[([^\][]+)\]\[[^\][]*\]/g
const AUTOMATIC = /<((?:https?|mailto):[^>\s]*)>/g
const BREAK_TAG = /<br\s*\/?>/gi
const TAG = /<!--.*?-->|<\/?[a-z][^<>]*>/gi
const STRONG = /(\*\*|__)(?=\S)(.*?\S)\1/g
const EMPHASIS = /(^|[^*\\])\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/g
const UNDERLINE = /(^|[^\w\u4e00-\u9fff])_(?=[^\s_])([^_]*[^\s_])_(?![\w\u4e00-\u9fff])/g
const STRUCK = /~~(?=\S)(.*?\S)~~/g
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|lt|gt|amp|quot|emsp|ensp));/gi
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
}
// Escaped characters wait in the private area while marks are taken out.
const PARKED = 0xe000
const PARKED_PATTERN = /[\ue021-\ue07e]/g

/** The words of a line of Markdown without its marks; `<br>` becomes `\n`. */
export function plainInline(text: string): string {
  if (!/[\\`*_[<&~]/.test(text)) return text
  return text
    .replace(ESCAPE, (_, sign: string) => park(sign))
    .replace(CODE, (_, _ticks, code: string) => code.trim().replace(/[!-/:-@[-`{-~]/g, park))
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(REFERENCE, '$1')
    .replace(AUTOMATIC, '$1')
    .replace(BREAK_TAG, '\n')
    .replace(TAG, '')
    .replace(STRONG, '$2')
    .replace(EMPHASIS, '$1$2')
    .replace(UNDERLINE, '$1$2')
    .replace(STRUCK, '$1')
    .replace(ENTITY, entity)
    .replace(PARKED_PATTERN, (parked) => String.fromCharCode(parked.charCodeAt(0) - PARKED))
}

function park(sign: string): string {
  return String.fromCharCode(PARKED + sign.charCodeAt(0))
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? whole
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
