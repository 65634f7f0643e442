import {
  isLocalDate,
  type LocalDate,
  ok,
  type Refusal,
  type ReportLevel,
  type Result,
  refuse,
} from '@gongkai/law'
import type { OverlayContent, OverlaySource, ProposedOverlay } from './overlay.js'

type Values = Readonly<Record<string, unknown>>

/** An overlay from the JSON of a file: `content` and `source` as the API takes them. Refused with the field that does not fit. */
export function readOverlay(text: string): Result<ProposedOverlay, Refusal<'overlay.file-wrong'>> {
  try {
    const { content, source } = valuesOf(JSON.parse(text), '文件')
    return ok({
      content: contentOf(valuesOf(content, 'content')),
      source: sourceOf(valuesOf(source, 'source')),
    })
  } catch (fault) {
    if (fault instanceof WrongField) return fileWrong(fault.message)
    if (fault instanceof SyntaxError) return fileWrong('文件不是JSON')
    throw fault
  }
}

class WrongField extends Error {}

function fileWrong(what: string) {
  return refuse('overlay.file-wrong', `${what}。请对照《运维手册》“法规数据”一节改正后重新提交。`)
}

function contentOf(values: Values): OverlayContent {
  const { kind } = values
  switch (kind) {
    case 'holidays':
      return {
        kind: 'holidays',
        year: yearIn(values, 'year'),
        off: daysIn(values, 'off'),
        on: daysIn(values, 'on'),
        settlesYear: isTrue(values, 'settlesYear'),
      }
    case 'localDuty':
      return {
        kind: 'localDuty',
        area: textIn(values, 'area'),
        level: levelIn(values),
        fromReportYear: yearIn(values, 'fromReportYear'),
        untilReportYear: isLeftOut(values, 'untilReportYear')
          ? null
          : yearIn(values, 'untilReportYear'),
        monthDay: textIn(values, 'monthDay'),
      }
    case 'value':
      return { kind: 'value', key: textIn(values, 'key'), corrected: correctedIn(values) }
    default:
      throw new WrongField('content.kind应为holidays、localDuty或者value')
  }
}

function sourceOf(values: Values): OverlaySource {
  const { issuedOn: printed } = values
  const [issuedOn] = daysIn({ issuedOn: [printed] }, 'issuedOn')
  if (issuedOn === undefined) throw new WrongField('issuedOn应为日期')
  const optional = (key: string) => (isLeftOut(values, key) ? null : textIn(values, key))
  return {
    ...{ title: textIn(values, 'title'), number: optional('number') },
    ...{ issuedOn, foundAt: isLeftOut(values, 'foundAt') ? null : placeIn(values) },
  }
}

function valuesOf(value: unknown, name: string): Values {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new WrongField(`${name}中应有一个对象`)
}

function isLeftOut(values: Values, key: string): boolean {
  return values[key] === undefined || values[key] === null
}

function isTrue(values: Values, key: string): boolean {
  return values[key] === true
}

function textIn(values: Values, key: string): string {
  const text = values[key]
  if (typeof text === 'string' && text.trim() !== '' && text.length <= 500) return text.trim()
  throw new WrongField(`${key}应为文字，不超过500字`)
}

/** A scheme, and not the drive of a path. */
const SCHEME = /^[a-z][a-z\d+.-]+:/i

/** The name of a file, or an address that a reader may open. */
function placeIn(values: Values): string {
  const place = textIn(values, 'foundAt')
  if (!SCHEME.test(place) || /^https?:\/\/[^\s/]/i.test(place)) return place
  throw new WrongField('foundAt应为文件名，或者以http://、https://开头的网址')
}

function yearIn(values: Values, key: string): number {
  const year = values[key]
  if (typeof year === 'number' && Number.isInteger(year) && year > 1900 && year <= 9000) return year
  throw new WrongField(`${key}应为四位年份`)
}

function daysIn(values: Values, key: string): readonly LocalDate[] {
  const days: unknown = values[key] ?? []
  if (Array.isArray(days) && days.every((day) => typeof day === 'string' && isLocalDate(day)))
    return days
  throw new WrongField(`${key}中应为日期，如2027-01-01`)
}

const LEVELS: readonly ReportLevel[] = ['department', 'government', 'township']

function levelIn({ level }: Values): ReportLevel {
  const found = LEVELS.find((one) => one === level)
  if (found) return found
  throw new WrongField(`level应为${LEVELS.join('、')}之一`)
}

function correctedIn(values: Values): Readonly<Record<string, string>> | null {
  if (isLeftOut(values, 'corrected')) return null
  const { corrected } = values
  const fields = Object.entries(valuesOf(corrected, 'corrected'))
  return Object.fromEntries(
    fields.map(([id, text]) => {
      if (typeof text !== 'string') throw new WrongField(`corrected的${id}应为文字`)
      return [id, text]
    }),
  )
}
