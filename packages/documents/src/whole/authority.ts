import { DATE } from './signature.js'

/** Characters that lead up to a name and stand in no place's own. */
const LEADS = '与以由向对请的在布告于是为'

const DATE_BEHIND = new RegExp(`${DATE.source}\\s*$`)

/** What may stand before a name and belong to it: the places above it, largest first. */
const PLACES = `(?:(?:(?![${LEADS}])[\\u4e00-\\u9fff]){2,8}?(?:省|市|自治区|自治州|州|盟|地区|县|区|旗|街道|镇|乡)){0,3}`

/** What a title leaves out of the name of a place's own body. */
const SUFFIXES = '(?:人民政府|办事处|管理委员会|管委会)?'
const SUFFIX = new RegExp(`${SUFFIXES}$`)

/** Marks and words that end where a name begins: 以…, 向…公布…, 由…. */
const BEFORE = `(?:^|[\\s，。、：:；;“”（(）)《》和及${LEADS}])`

/**
 * The authority's full name: the name in the title, or the longest form of it that the report itself
 * prints in its signature or text (街道's short name → its 办事处's full one); where neither title nor signature has one,
 * that of the page (`issuer`). Null where none is printed.
 */
export function authorityName(
  inTitle: string | null,
  signature: string | null,
  text: string,
  issuer: string | null,
): string | null {
  const signed = signature
    ?.split('\n')
    .map((line) => line.replace(DATE_BEHIND, '').replace(/[\s\u3000]|[（(].*?[)）]/g, ''))
    .find((line) => /^[\u4e00-\u9fff·]{4,}$/.test(line) && !/年.*月.*日$/.test(line))
  const name = inTitle ?? signed ?? issuer
  if (!name) return null
  const own = signed && isForm(name, signed) ? [signed] : []
  const spellings = [name, ...own, ...fullerNames(name, text)]
  return spellings.reduce((longest, one) => (one.length > longest.length ? one : longest))
}

function fullerNames(name: string, text: string): string[] {
  const core = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`${BEFORE}(${PLACES}${core}${SUFFIXES})`, 'g')
  const plain = text.replace(/[ \u3000]/g, '')
  return [...plain.matchAll(pattern)].flatMap(([, found]) => (found ? [found] : []))
}

/** Whether what is signed is the name with a place before it or a body's word behind it, or the end of the name. */
function isForm(name: string, signed: string): boolean {
  return name.endsWith(signed) || signed.endsWith(name) || signed.replace(SUFFIX, '').endsWith(name)
}
