import { type Citation, chineseNumber } from '../citation.js'
import { INSTRUMENTS, type InstrumentId, instrument, type Known } from '../instruments.js'
import type { LocalDate } from '../local-date.js'

type ArticleSpec = {
  readonly last: number
  /** How many 款 or 项 an article has, where that was looked up. */
  readonly paragraphs?: Readonly<Record<number, number>>
  readonly items?: Readonly<Record<number, number>>
  readonly known: Known
}

/** What there is to cite in the texts that letters rest on. */
// biome-ignore format: table
export const CITED_ARTICLES: Readonly<Partial<Record<InstrumentId, ArticleSpec>>> = {
  'OGI-2019':             { last: 56,   paragraphs: { 16: 2, 29: 2, 33: 3, 39: 2 }, items: { 20: 15, 31: 3, 36: 7, 50: 5 }, known: 'seen' },
  'RECONSIDERATION-2023': { last: 90,   known: 'memory' },
  'LITIGATION-2017':      { last: 103,  known: 'memory' },
  'CIVIL-CODE':           { last: 1260, known: 'memory' },
}

/** A citation as it stands in a text; `instrument` is null for titles that are not held. */
export type FoundCitation = {
  readonly text: string
  readonly title: string
  readonly instrument: InstrumentId | null
  readonly article: number
  readonly paragraph: number | null
  readonly item: number | null
}

const NUMERAL = '[零一二三四五六七八九十百]+|\\d+'
// 第…条, with 第…款 and 第（…）项 where they are named; 项 is often written without the brackets.
const PLACE = `第(${NUMERAL})条(?:第(${NUMERAL})款)?(?:第（?(${NUMERAL})）?项)?`
const ARTICLE = new RegExp(PLACE, 'g')
// 《title》（number）and one or more articles of it, as `ARTICLE` takes them apart.
const CITED = new RegExp(
  `《([^》]+)》(?:（([^）]+)）)?((?:[、和及]?${PLACE.replaceAll(`(${NUMERAL})`, `(?:${NUMERAL})`)})+)`,
  'g',
)

/** Every citation of an article in `text`. Of several versions the one of the printed number, else the one in force on `day`. */
export function findCitations(text: string, day: LocalDate): readonly FoundCitation[] {
  return [...text.matchAll(CITED)].flatMap(([, title = '', issuedAs, articles = '']) => {
    const instrument = versionOf(title, issuedAs, day)
    return [...articles.matchAll(ARTICLE)].map(([place, article = '', paragraph, item]) => ({
      text: `《${title}》${place}`,
      title,
      instrument,
      article: numberOf(article),
      paragraph: paragraph === undefined ? null : numberOf(paragraph),
      item: item === undefined ? null : numberOf(item),
    }))
  })
}

/** Why a citation cannot stand in a letter of `day`; null where nothing is known against it. */
export function wrongCitation(cited: FoundCitation, day: LocalDate): string | null {
  if (cited.instrument === null) return null
  const { inForceFrom, inForceUntil } = instrument(cited.instrument)
  if (day < inForceFrom) return '在成文之日尚未施行'
  if (inForceUntil && day > inForceUntil) return '在成文之日已经失效'
  const held = CITED_ARTICLES[cited.instrument]
  if (!held) return null
  if (cited.article < 1 || cited.article > held.last) return `没有该条（共${held.last}条）`
  const isBeyond = (given: number | null, most: number | undefined) =>
    given !== null && most !== undefined && given > most
  if (isBeyond(cited.paragraph, held.paragraphs?.[cited.article])) return '该条没有该款'
  return isBeyond(cited.item, held.items?.[cited.article]) ? '该条没有该项' : null
}

/** Whether `found` is what `wanted` cites; what `wanted` does not name more closely may be named. */
export function isCitationOf(found: FoundCitation, wanted: Citation): boolean {
  const same = (a: number | null, b: number | undefined) => b === undefined || a === b
  return (
    found.instrument === wanted.instrument &&
    same(found.article, wanted.article) &&
    same(found.paragraph, wanted.paragraph) &&
    same(found.item, wanted.item)
  )
}

function versionOf(
  title: string,
  issuedAs: string | undefined,
  day: LocalDate,
): InstrumentId | null {
  const whole = title === '条例' ? INSTRUMENTS['OGI-2019'].title : title
  const versions = IDS.filter((id) =>
    [whole, `中华人民共和国${whole}`].includes(INSTRUMENTS[id].title),
  )
  const printed = versions.find(
    (id) => issuedAs !== undefined && instrument(id).issuedAs === issuedAs,
  )
  const current = versions.find((id) => {
    const { inForceFrom, inForceUntil = day } = instrument(id)
    return inForceFrom <= day && day <= inForceUntil
  })
  return printed ?? current ?? versions[0] ?? null
}

const IDS = Object.keys(INSTRUMENTS) as readonly InstrumentId[]

/** 三十三, 33 → 33; 0 for what is no number below 1000. */
function numberOf(words: string): number {
  return NUMBERS.get(words) ?? (Number(words) || 0)
}

const NUMBERS = new Map(Array.from({ length: 999 }, (_, at) => [chineseNumber(at + 1), at + 1]))
