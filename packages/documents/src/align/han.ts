/**
 * Labels are looked for by their Han characters alone: blanks, brackets, numbers, line feeds and the
 * values that a page layout prints in the middle of a label then cannot hide them.
 */
export type HanText = {
  /** The simplified Han characters of the text, in order. */
  readonly chars: string
  /** For each of `chars`, its index in the text. */
  readonly index: readonly number[]
}

/** The Han characters of `text`, traditional ones of the forms' own words and radicals mapped. */
export function hanText(text: string): HanText {
  let chars = ''
  const index: number[] = []
  for (let i = 0; i < text.length; i++) {
    const han = hanOf(text.charCodeAt(i))
    if (han !== '') {
      chars += han
      index.push(i)
    }
  }
  return { chars, index }
}

/** The Han characters of `text` as one string. */
export function hanOnly(text: string): string {
  return hanText(text).chars
}

const known = new Map<number, string>()

function hanOf(code: number): string {
  if (code < 0x2e80) return ''
  const cached = known.get(code)
  if (cached !== undefined) return cached
  const plain = String.fromCharCode(code).normalize('NFKC')
  const simplified = TRADITIONAL.get(plain) ?? plain
  const han = /^[\u4e00-\u9fff]$/.test(simplified) ? simplified : ''
  known.set(code, han)
  return han
}

/** The characters of the official labels and headings whose traditional form differs: traditional, simplified. */
const PAIRS =
  '條条項项內内製制數数開开對对總总規规範范減减處处決决許许務务罰罚強强業业費费採采購购額额據据關关係系繫系為为爲为於于' +
  '請请況况機机構构會会組组織织計计結结轉转辦办區区祇只這这屬属國国祕秘穩稳護护權权類类過过執执詢询無无沒没現现補补' +
  '後后確确訪访舉举報报訴诉複复復复覆复當当認认獲获繼继續续發发廢废單单萬万繳缴納纳訟讼議议經经維维糾纠審审體体動动問问題题進进'

const TRADITIONAL = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i] ?? '', PAIRS[2 * i + 1] ?? '']),
)
