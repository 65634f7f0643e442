import { type InstrumentId, instrument as lookUp } from './instruments.js'
import { localDate } from './local-date.js'

/** A place in a legal text. */
export type Citation = {
  readonly instrument: InstrumentId
  readonly article?: number
  readonly paragraph?: number
  readonly item?: number
  /** For texts without articles: where the words stand. */
  readonly place?: string
  /** Where the instrument was seen but what is cited from it was not: to be confirmed by an official. */
  readonly known?: 'memory'
}

/** Whether the citation rests on memory and not on a text that was seen. */
export function isDoubtful({ instrument, known }: Citation): boolean {
  return known === 'memory' || lookUp(instrument).known === 'memory'
}

/** Article, and where needed paragraph (款) and item (项), of an instrument. */
export function cite(
  instrument: InstrumentId,
  article: number,
  paragraph?: number,
  item?: number,
): Citation {
  return {
    instrument,
    article,
    ...(paragraph !== undefined && { paragraph }),
    ...(item !== undefined && { item }),
  }
}

/** A place on an instrument that has no articles, a form or a letter. */
export function citePlace(instrument: InstrumentId, place: string): Citation {
  return { instrument, place }
}

/** As an official writes it: `《中华人民共和国政府信息公开条例》（国务院令第711号）第三十三条第二款`. */
export function citationText({ instrument, article, paragraph, item, place }: Citation): string {
  const { title, issuedAs } = lookUp(instrument)
  return [
    `《${title}》`,
    issuedAs && `（${issuedAs}）`,
    article && `第${chineseNumber(article)}条`,
    paragraph && `第${chineseNumber(paragraph)}款`,
    item && `第（${chineseNumber(item)}）项`,
    place && `“${place}”`,
  ]
    .filter(Boolean)
    .join('')
}

/**
 * Of a rule's basis the provisions in force on the last day of the report year, as an official writes them; all of
 * them where none was.
 */
export function basisText(basis: readonly Citation[], reportYear: number): string {
  const day = localDate(`${reportYear}-12-31`)
  const current = basis.filter((one) => {
    const { inForceFrom, inForceUntil = day } = lookUp(one.instrument)
    return inForceFrom <= day && day <= inForceUntil
  })
  return (current.length > 0 ? current : basis).map(citationText).join('；')
}

const DIGITS = '零一二三四五六七八九'

/** 1–999 as articles are numbered: 33 → 三十三, 201 → 二百零一. */
export function chineseNumber(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : ''
  const ten =
    tens > 1 || (tens === 1 && hundreds > 0) ? `${DIGITS[tens]}十` : tens === 1 ? '十' : ''
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : ''
  return head + ten + gap + (ones > 0 ? DIGITS[ones] : '')
}
