import { isLocalDate } from '@gongkai/law'
import {
  AUTHORITY_KINDS,
  AUTHORITY_LEVELS,
  DETAIL_KEYS,
  DETAIL_LABELS,
  type DetailKey,
  SEAL_PLACES,
} from '../authority.js'

/** What a column of the list is about: a detail, or the authority above by its full name. */
export type ColumnKey = DetailKey | 'parent'

const PARENT_LABEL = '上级机关'

/** The headings of the list in their order. */
export const COLUMNS: readonly (readonly [ColumnKey, string])[] = DETAIL_KEYS.flatMap((key) => {
  const column = [key, DETAIL_LABELS[key]] as const
  return key === 'shortName' ? [column, ['parent', PARENT_LABEL] as const] : [column]
})

// What people put around a heading: blanks, the star of a required one, a remark in brackets.
const AROUND = /[\s*＊：:]|[（(][^）)]*[）)]/g

/** The column that a heading names; null where the list knows none. */
export function columnOf(heading: string): ColumnKey | null {
  const bare = heading.replaceAll(AROUND, '')
  return COLUMNS.find(([, label]) => label === bare)?.[0] ?? null
}

/** What a cell says, or what is wrong with it. */
export type CellValue = { readonly value: string } | { readonly wrong: string }

/** The value of a filled cell: words of a list as their key, days as `YYYY-MM-DD`, all else as it stands. */
export function cellValue(key: ColumnKey, text: string): CellValue {
  if (key === 'kind') return oneOf(DETAIL_LABELS.kind, AUTHORITY_KINDS, text)
  if (key === 'level') return oneOf(DETAIL_LABELS.level, AUTHORITY_LEVELS, text)
  if (key === 'sealPlace') return oneOf(DETAIL_LABELS.sealPlace, SEAL_PLACES, text)
  if (key === 'establishedOn') return dayOf(text)
  return { value: key === 'creditCode' ? text.toUpperCase() : text }
}

function oneOf(label: string, words: Readonly<Record<string, string>>, text: string): CellValue {
  const found = Object.entries(words).find(([, word]) => word === text)
  if (found) return { value: found[0] }
  const known = Object.values(words).join('、')
  return { wrong: `${label}“${text}”不在可选范围内，请填写：${known}。` }
}

// 2019-3-1, 2019/03/01, 2019.3.1, 2019年3月1日.
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

function dayOf(text: string): CellValue {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? []
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(value)
    ? { value }
    : { wrong: `设立日期“${text}”有误，请按2019年3月1日的格式填写。` }
}
