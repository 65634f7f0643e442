const DAY = /^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?$/
const DAY_MS = 86_400_000

/** So many days at most between the two ends of one holiday. */
const LONGEST = 31

/** Days as people write them, each by itself or from one to another with 至: the days, or the words that are none. */
export function daysOf(text: string): { readonly days: readonly string[]; readonly wrong: string } {
  const words = text.split(/[\s,，、;；]+/).filter(Boolean)
  const found = words.map((word) => ({ word, days: spanOf(word) }))
  return {
    days: found.flatMap(({ days }) => days ?? []),
    wrong: found
      .filter(({ days }) => days === null)
      .map(({ word }) => word)
      .join('、'),
  }
}

function spanOf(word: string): readonly string[] | null {
  const [from, to = from, ...more] = word.split(/[至~～]/).map(dayOf)
  if (!from || !to || more.length > 0) return null
  const length = (Date.parse(to) - Date.parse(from)) / DAY_MS
  if (length < 0 || length > LONGEST) return null
  return Array.from({ length: length + 1 }, (_, index) => textOf(Date.parse(from) + index * DAY_MS))
}

function dayOf(word: string): string | null {
  const [, year, month = '', day = ''] = DAY.exec(word) ?? []
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const ms = Date.parse(text)
  return Number.isNaN(ms) || textOf(ms) !== text ? null : text
}

function textOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
