import type { LawData, OverlayRequest } from '@gongkai/web'
import type { Answer } from '../api/call.js'
import { daysOf } from './days-text.js'

/** What is filled in; the fields of a value that is put right stand under `field/` and their id. */
export type Filled = Readonly<Record<string, string>>

type Content = OverlayRequest['content']

/** What is sent of what was filled in; refused where days cannot be read. */
export function contentOf(filled: Filled, values: LawData['values']): Answer<Content> {
  const { kind } = filled
  if (kind === 'holidays') return holidaysOf(filled)
  return { ok: true, value: kind === 'localDuty' ? dueDayOf(filled) : settledOf(filled, values) }
}

function holidaysOf({ year, off = '', on = '', settles }: Filled): Answer<Content> {
  const [free, worked] = [daysOf(off), daysOf(on)]
  const wrong = [free.wrong, worked.wrong].filter(Boolean).join('、')
  if (wrong !== '') {
    const message = `“${wrong}”不是日期。请写作2027-01-01，连续几日的写作2027-02-05至2027-02-11。`
    return { ok: false, refused: { code: 'form', message } }
  }
  const dates = { off: [...free.days], on: [...worked.days] }
  const value = { kind: 'holidays', year: Number(year), ...dates, settlesYear: settles === 'yes' }
  return { ok: true, value: value as Content }
}

function dueDayOf({ area = '', level, from, until = '', monthDay = '' }: Filled): Content {
  return {
    ...{ kind: 'localDuty', area, monthDay, fromReportYear: Number(from) },
    level: level === 'township' || level === 'government' ? level : 'department',
    untilReportYear: until === '' ? null : Number(until),
  }
}

function settledOf(filled: Filled, values: LawData['values']): Content {
  const { key = '', isRight } = filled
  const fields = values.find((value) => value.key === key)?.fields ?? []
  const corrected = fields.map(({ id, value }) => [id, filled[`field/${id}`] ?? value] as const)
  return {
    ...{ kind: 'value', key },
    corrected: isRight === 'yes' ? null : Object.fromEntries(corrected),
  }
}
