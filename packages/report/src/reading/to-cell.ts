import type { CellSpec } from '../form/layout.js'
import type { Cell } from './cell.js'
import type { Place } from './place.js'

/** Units that are printed behind a number in a cell. */
const UNITS = [
  '亿元',
  '万元',
  '元',
  '件',
  '项',
  '个',
  '条',
  '份',
  '次',
  '宗',
  '起',
  '例',
  '人',
  '部',
]

/** Blanks of every width, and the characters that have none. */
const BLANKS = /[\s\u200b-\u200d\u2060]+/g

/** What officials print for “nothing to report”: slashes, dashes, 无. */
const MARK = /^(?:[/\\]+|[-−–—―─]+|无)$/

/**
 * A printed number: sign, digits with or without groups of three, decimals, unit; a blank may stand behind the sign
 * and before the unit. A zero before other digits is no number: two cells may have run together there.
 */
const NUMBER = new RegExp(
  `^(?:([+−–-]) ?)?(0|[1-9]\\d*|[1-9]\\d{0,2}(?:,\\d{3})+)(\\.\\d+)?(?: ?(${UNITS.join('|')}))?$`,
)

/**
 * What stands printed in a cell, as state, value and unit; the one place where the text of a cell
 * becomes a value. `raw` keeps the print. `inferred`: arithmetic gave this text to this cell.
 */
export function toCell(spec: CellSpec, raw: string, at: Place | null, inferred: boolean): Cell {
  const { table, row, column, unit } = spec
  const base = { table, row, column, value: null, unit, raw, inferred, at }
  const text = halfWidth(raw).replace(BLANKS, ' ').trim()
  if (text === '') return { ...base, state: 'blank' }
  if (MARK.test(text)) return { ...base, state: 'mark' }
  const number = readNumber(text)
  if (!number) return { ...base, state: 'text' }
  return { ...base, state: 'number', value: number.value, unit: number.unit ?? unit }
}

/** A cell that could not be read; `raw` is the text its value may be hidden in. Never zero. */
export function unreadCell(spec: CellSpec, raw: string | null, at: Place | null): Cell {
  const { table, row, column, unit } = spec
  return { table, row, column, state: 'unread', value: null, unit, raw, inferred: false, at }
}

/** Digits, signs, letters and brackets of full width (U+FF01–FF5E) as those of half width. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}

function readNumber(text: string): { value: number; unit: string | null } | null {
  const [, sign = '', whole, decimals = '', unit = null] = NUMBER.exec(text) ?? []
  if (whole === undefined) return null
  const size = Number(whole.replaceAll(',', '') + decimals)
  if (size > Number.MAX_SAFE_INTEGER) return null
  return { value: size !== 0 && /[−–-]/.test(sign) ? -size : size, unit }
}
