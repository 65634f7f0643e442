import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { describe, it } from 'node:test'
import {
  addDays,
  addMonths,
  dayInChina,
  isLocalDate,
  localDate,
  weekday,
  yearOf,
} from '@gongkai/law'

describe('日期的书写', () => {
  // biome-ignore format: one case a line
  const ROWS: [text: string, exists: boolean][] = [
    ['2024-02-29',  true],
    ['2023-02-29',  false],
    ['2023-02-30',  false],
    ['2023-13-01',  false],
    ['2023-1-1',    false],
    ['2023/01/01',  false],
    ['20230101',    false],
    ['2023-01-01T00:00:00Z', false],
    ['',            false],
  ]
  for (const [text, exists] of ROWS) {
    it(`“${text}”${exists ? '是' : '不是'}日期`, () => assert.equal(isLocalDate(text), exists))
  }

  it('不是日期时抛出 RangeError', () => assert.throws(() => localDate('2023-02-29'), RangeError))
})

describe('日期的加减', () => {
  // biome-ignore format: one case a line
  const ROWS: [from: string, days: number, to: string][] = [
    ['2024-02-28',  1, '2024-02-29'],
    ['2024-02-28',  2, '2024-03-01'],
    ['2023-12-31',  1, '2024-01-01'],
    ['2024-01-01', -1, '2023-12-31'],
  ]
  for (const [from, days, to] of ROWS) {
    it(`${from} ${days > 0 ? '后' : '前'} ${Math.abs(days)} 天是 ${to}`, () => {
      assert.equal(addDays(localDate(from), days), to)
    })
  }
})

describe('若干个月之后的同一天', () => {
  // biome-ignore format: one case a line
  const ROWS: [from: string, months: number, to: string][] = [
    ['2026-01-05', 12, '2027-01-05'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31',  6, '2027-02-28'],
  ]
  for (const [from, months, to] of ROWS) {
    it(`${from} ${months} 个月后是 ${to}`, () => {
      assert.equal(addMonths(localDate(from), months), to)
    })
  }
})

describe('瞬间在中国是哪一天', () => {
  // biome-ignore format: one case a line
  const ROWS: [instant: string, day: string][] = [
    ['2025-12-31T15:59:59Z', '2025-12-31'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
    ['2024-06-30T23:59:59+08:00', '2024-06-30'],
  ]
  for (const [instant, day] of ROWS) {
    it(`${instant} 是 ${day}`, () => assert.equal(dayInChina(Date.parse(instant)), day))
  }
})

describe('the zone of the machine changes nothing', () => {
  const script = `
    import { addDays, addWorkingDays, dayInChina, localDate, NATIONAL_CALENDAR, weekday } from '@gongkai/law'
    const due = addWorkingDays(NATIONAL_CALENDAR, localDate('2025-01-10'), 20)
    console.log(due.date, addDays(localDate('2025-03-09'), 1), weekday(localDate('2025-11-02')), dayInChina(1735660800000))
  `
  for (const zone of [
    'Asia/Shanghai',
    'America/New_York',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ]) {
    it(zone, () => {
      const options = ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval']
      const env = { ...process.env, TZ: zone }
      const said = execFileSync(process.execPath, [...options, script], {
        cwd: import.meta.dirname,
        env,
        encoding: 'utf8',
      })
      assert.equal(said.trim(), '2025-02-13 2025-03-10 0 2025-01-01')
    })
  }
})

it('星期与年份', () => {
  assert.equal(weekday(localDate('2026-01-04')), 0)
  assert.equal(weekday(localDate('2026-01-03')), 6)
  assert.equal(yearOf(localDate('2026-01-03')), 2026)
})
