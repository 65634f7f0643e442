import { type Marked, replace } from './marked.js'

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
}
const ENTITY = new RegExp(
  `&(?:#(\\d{1,7})|#x([\\da-f]{1,6})|(${Object.keys(NAMED).join('|')}));`,
  'dgi',
)

/** The words with the characters that HTML entities stand for, as a page's source or a careless conversion has them. */
export function withoutEntities(marked: Marked): Marked {
  return marked.text.includes('&') ? replace(marked, ENTITY, 0, character) : marked
}

function character(whole: string, groups: readonly (string | undefined)[]): string {
  const [, decimal, hex, name] = groups
  if (name) return NAMED[name.toLowerCase()] ?? whole
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
