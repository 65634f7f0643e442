import type { LocalDate } from '@gongkai/law'

/** 2026年1月31日 */
export function dayText(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 于2026年1月31日前; of a day that is over: 尽快. */
export function untilText(dueOn: LocalDate, day: LocalDate): string {
  return dueOn < day ? '尽快' : `于${dayText(dueOn)}前`
}

/** So many characters of what somebody wrote stand in a notice; all of it stands where it was written. */
const MOST = 500

const OPEN_END = /[\s，、；：,;:]+$/u
const CLOSED = /[。！？!?…][”’」』）)]*$/u

/** What somebody wrote, as sentences among others: it ends with a full stop. */
export function sentence(words: string): string {
  const characters = [...words.trim()]
  if (characters.length > MOST) return `${characters.slice(0, MOST).join('')}……`
  const text = characters.join('').replace(OPEN_END, '')
  return CLOSED.test(text) ? text : `${text}。`
}

/** A name without breaks: it stands in the subject of a mail. */
export function oneLine(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ')
}
