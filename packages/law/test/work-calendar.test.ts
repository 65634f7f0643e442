import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addDays,
  addWorkingDays,
  CALENDAR_YEARS,
  type CalendarOverlay,
  calendarOf,
  explain,
  isWorkingDay,
  localDate,
  NATIONAL_CALENDAR,
  weekday,
  withOverlay,
  workingDaysBetween,
} from '@gongkai/law'

describe('工作日推算 《民法典》第二百零一条：开始的当日不计入', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, from: string, count: number, due: string][] = [
    ['跨2025年春节',               '2025-01-10', 20, '2025-02-13'],
    ['春节前补正期限',             '2025-01-24',  7, '2025-02-10'],
    ['春节前答复期限',             '2025-01-24', 20, '2025-02-27'],
    ['跨2025年劳动节',             '2025-04-28', 20, '2025-05-29'],
    ['国庆前7个工作日',            '2025-09-30',  7, '2025-10-16'],
    ['国庆前15个工作日',           '2025-09-30', 15, '2025-10-28'],
    ['国庆前20个工作日',           '2025-09-30', 20, '2025-11-04'],
    ['国庆前延长后共40个工作日',   '2025-09-30', 40, '2025-12-02'],
    ['延长自原届满日起20个工作日', '2025-11-04', 20, '2025-12-02'],
    ['跨2026年元旦',               '2025-12-31', 20, '2026-01-29'],
    ['跨2026年元旦并延长',         '2025-12-31', 40, '2026-03-04'],
    ['跨2026年春节',               '2026-02-09', 20, '2026-03-13'],
    ['春节前一个工作周的周五',     '2026-02-13',  7, '2026-03-02'],
    ['跨2026年劳动节',             '2026-04-30', 20, '2026-06-01'],
    ['跨2026年中秋和国庆',         '2026-09-18', 20, '2026-10-22'],
    ['2020年春节假期延长',         '2020-01-20', 20, '2020-02-25'],
    ['跨2018年末，12月29日上班',   '2018-12-28',  1, '2018-12-29'],
    ['周六收到与前一周五收到相同', '2025-03-08', 20, '2025-04-07'],
    ['零个工作日即当日',           '2025-03-08',  0, '2025-03-08'],
  ]

  for (const [situation, from, count, due] of ROWS) {
    it(`${situation}：${from} 起 ${count} 个工作日，${due} 届满`, () => {
      const counted = addWorkingDays(NATIONAL_CALENDAR, localDate(from), count)
      assert.deepEqual(counted, { date: due, provisional: false })
      const between = workingDaysBetween(NATIONAL_CALENDAR, localDate(from), localDate(due))
      assert.equal(between, count)
    })
  }
})

describe('逐日：放假、调休和平常周', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, date: string, works: boolean][] = [
    ['次年通知所定的调休上班',       '2018-12-29', true],
    ['次年通知所定的放假',           '2018-12-31', false],
    ['2008年通知定于上年末的上班',   '2007-12-29', true],
    ['2012年通知定于上年末的上班',   '2011-12-31', true],
    ['延长假期后的首个工作日',       '2020-02-03', true],
    ['延长的假期',                   '2020-01-31', false],
    ['原定上班、后改放假的周六',     '2020-02-01', false],
    ['2019年劳动节调整后的放假',     '2019-05-03', false],
    ['2019年劳动节调整后的上班',     '2019-05-05', true],
    ['抗战胜利七十周年放假',         '2015-09-03', false],
    ['抗战胜利七十周年调休上班',     '2015-09-06', true],
    ['2025年调休上班',               '2025-01-26', true],
    ['2025年调休上班',               '2025-02-08', true],
    ['2025年调休上班',               '2025-04-27', true],
    ['2025年调休上班',               '2025-09-28', true],
    ['2025年调休上班',               '2025-10-11', true],
    ['2026年调休上班',               '2026-01-04', true],
    ['2026年调休上班',               '2026-02-14', true],
    ['2026年调休上班',               '2026-02-28', true],
    ['2026年调休上班',               '2026-05-09', true],
    ['2026年调休上班',               '2026-09-20', true],
    ['2026年调休上班',               '2026-10-10', true],
    ['部分公民放假半天，仍是工作日', '2024-03-08', true],
    ['平常周六',                     '2024-03-09', false],
  ]

  for (const [situation, date, works] of ROWS) {
    it(`${date} ${situation}`, () => {
      assert.equal(isWorkingDay(NATIONAL_CALENDAR, localDate(date)), works)
    })
  }

  const COUNTS: Record<number, number> = { 2018: 250, 2020: 249, 2024: 251, 2025: 248, 2026: 248 }
  for (const [year, count] of Object.entries(COUNTS)) {
    it(`${year}年共${count}个工作日`, () => {
      const before = localDate(`${Number(year) - 1}-12-31`)
      const last = localDate(`${year}-12-31`)
      assert.equal(workingDaysBetween(NATIONAL_CALENDAR, before, last), count)
    })
  }
})

describe('放假通知的数据', () => {
  it('2008年至2026年，每年一件', () => {
    const years = CALENDAR_YEARS.map(({ year }) => year)
    assert.deepEqual(
      years,
      Array.from({ length: 19 }, (_, index) => 2008 + index),
    )
  })

  for (const { year, off, on, notice } of CALENDAR_YEARS) {
    it(`${year}年：放假的是平日，上班的是周末，日期在通知所管的范围内`, () => {
      assert.match(notice, new RegExp(`^国办发明电〔${year - 1}〕\\d+号`))
      assert.deepEqual(off.filter(isWeekend), [])
      assert.deepEqual(
        on.filter((date) => !isWeekend(date)),
        [],
      )
      const outside = [...off, ...on].filter(
        (date) => date < `${year - 1}-12-29` || date > `${year}-12-28`,
      )
      assert.deepEqual(outside, [])
    })
  }
})

describe('通知之外的日期是暂定的', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, from: string, count: number, date: string, provisional: boolean][] = [
    ['在已公布的安排之内',                 '2026-11-20', 20, '2026-12-18', false],
    ['年末几日可能由次年通知调整',         '2026-12-24',  5, '2026-12-31', true],
    ['跨入尚未公布的年度，按平常周计算',   '2026-12-24', 20, '2027-01-21', true],
    ['早于收录的第一年',                   '2007-06-01', 20, '2007-06-29', true],
  ]

  for (const [situation, from, count, date, provisional] of ROWS) {
    it(situation, () => {
      const counted = addWorkingDays(NATIONAL_CALENDAR, localDate(from), count)
      assert.deepEqual(counted, { date, provisional })
    })
  }
})

describe('叠加新的通知或地方的安排', () => {
  const NEXT_YEAR: CalendarOverlay = {
    notice: '国办发明电〔2026〕0号',
    off: [localDate('2027-01-01')],
    on: [localDate('2026-12-26')],
    settledThrough: localDate('2027-12-28'),
  }
  const REGION: CalendarOverlay = {
    notice: '嘉禾市〔2026〕1号',
    off: [localDate('2026-02-14'), localDate('2026-03-20')],
    on: [],
  }

  it('新年度通知使日期确定', () => {
    const calendar = withOverlay(NATIONAL_CALENDAR, NEXT_YEAR)
    const counted = addWorkingDays(calendar, localDate('2026-12-24'), 20)
    assert.deepEqual(counted, { date: '2027-01-21', provisional: false })
    assert.equal(isWorkingDay(calendar, localDate('2026-12-26')), true)
  })

  it('地方放假优先于全国的调休上班，不改变原日历', () => {
    const calendar = withOverlay(NATIONAL_CALENDAR, REGION)
    assert.equal(isWorkingDay(calendar, localDate('2026-02-14')), false)
    assert.equal(isWorkingDay(calendar, localDate('2026-03-20')), false)
    assert.equal(isWorkingDay(NATIONAL_CALENDAR, localDate('2026-02-14')), true)
  })

  it('撤回的叠加使推算复原', () => {
    const calendar = calendarOf(CALENDAR_YEARS.filter(({ year }) => year < 2026))
    assert.equal(addWorkingDays(calendar, localDate('2025-12-31'), 20).provisional, true)
  })
})

describe('届满日逐日说明', () => {
  it('2025年9月30日起3个工作日，逐日列出计入与否和缘由', () => {
    const told = explain(NATIONAL_CALENDAR, localDate('2025-09-30'), 3)
    assert.deepEqual(
      told.map(({ date, counted, why }) => `${date.slice(5)} ${counted ? '计入' : '不计'} ${why}`),
      [
        '09-30 不计 起算当日不计入',
        '10-01 不计 星期三，放假（国办发明电〔2024〕12号）',
        '10-02 不计 星期四，放假（国办发明电〔2024〕12号）',
        '10-03 不计 星期五，放假（国办发明电〔2024〕12号）',
        '10-04 不计 星期六，休息',
        '10-05 不计 星期日，休息',
        '10-06 不计 星期一，放假（国办发明电〔2024〕12号）',
        '10-07 不计 星期二，放假（国办发明电〔2024〕12号）',
        '10-08 不计 星期三，放假（国办发明电〔2024〕12号）',
        '10-09 计入 星期四，工作日',
        '10-10 计入 星期五，工作日',
        '10-11 计入 星期六，上班（国办发明电〔2024〕12号）',
      ],
    )
  })

  it('尚未公布安排的日期说明是暂按平常周计算', () => {
    const told = explain(NATIONAL_CALENDAR, localDate('2027-03-01'), 1)
    assert.match(told[1]?.why ?? '', /尚未收录，暂按平常周计算/)
  })

  it('天数不是非负整数时抛出错误', () => {
    assert.throws(() => explain(NATIONAL_CALENDAR, localDate('2025-01-01'), 1.5), RangeError)
    assert.throws(() => addWorkingDays(NATIONAL_CALENDAR, localDate('2025-01-01'), -1), RangeError)
  })
})

it('addWorkingDays and workingDaysBetween are inverse on every day of 2025 and 2026', () => {
  for (let day = localDate('2025-01-01'); day < '2026-10-01'; day = addDays(day, 1)) {
    const due = addWorkingDays(NATIONAL_CALENDAR, day, 20).date
    assert.equal(workingDaysBetween(NATIONAL_CALENDAR, day, due), 20)
    assert.equal(isWorkingDay(NATIONAL_CALENDAR, due), true)
  }
})

function isWeekend(date: Parameters<typeof weekday>[0]): boolean {
  return weekday(date) === 0 || weekday(date) === 6
}
