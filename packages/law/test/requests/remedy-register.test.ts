import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '../../src/local-date.js'
import { answerDueOn, type RemedyProcedure } from '../../src/requests/remedy-days.js'
import {
  REMEDY_KIND_IDS,
  REMEDY_RESULT_IDS,
  REMEDY_RESULTS,
  type RemedyKind,
  type RemedyResult,
  remedyColumn,
} from '../../src/requests/remedy-results.js'
import { NATIONAL_CALENDAR } from '../../src/work-calendar.js'

describe('复议、诉讼的答复期限', () => {
  // biome-ignore format: one case a line
  const cases: readonly (readonly [string, RemedyKind, RemedyProcedure, string, string | null])[] = [
    ['普通程序十个工作日',               'reconsideration', 'ordinary', '2026-03-02', '2026-03-16'],
    ['简易程序五个工作日',               'reconsideration', 'simple',   '2026-03-02', '2026-03-09'],
    ['国庆假期不计，调休上班的周六计入', 'reconsideration', 'ordinary', '2025-09-26', '2025-10-16'],
    ['应诉十五日为自然日',               'suit',            'ordinary', '2026-03-02', '2026-03-17'],
    ['末日是周日，顺延到次日',           'suit',            'ordinary', '2026-03-07', '2026-03-23'],
    ['修订的行政复议法施行之前不推算',   'reconsideration', 'ordinary', '2023-12-29', null],
    ['投诉的回复期限由主管部门确定',     'complaint',       'ordinary', '2026-03-02', null],
  ]
  for (const [title, kind, procedure, received, due] of cases) {
    it(title, () => {
      const day = answerDueOn(kind, procedure, localDate(received), NATIONAL_CALENDAR)
      assert.equal(day?.date ?? null, due)
    })
  }
})

describe('结果归入表四的列', () => {
  // biome-ignore format: one case a line
  const cases: readonly (readonly [RemedyKind, RemedyResult | null, string | null])[] = [
    ['reconsideration',          'upheld',               '结果维持'],
    ['reconsideration',          'requestDismissed',     '结果维持'],
    ['reconsideration',          'applicationDismissed', '其他结果'],
    ['reconsideration',          'ordered',              '结果纠正'],
    ['suit',                     'claimDismissed',       '结果维持'],
    ['suit',                     'suitDismissed',        '其他结果'],
    ['suitAfterReconsideration', 'courtRevoked',         '结果纠正'],
    ['suitAfterReconsideration', null,                   '尚未审结'],
    ['complaint',                'rectified',            null],
  ]
  for (const [kind, result, column] of cases) {
    it(`${kind}：${result ? REMEDY_RESULTS[result].title : '没有结果'}`, () => {
      assert.equal(remedyColumn(kind, result), column)
    })
  }

  it('每种救济都有三列的结果，投诉一列也没有', () => {
    for (const kind of REMEDY_KIND_IDS) {
      const results = REMEDY_RESULT_IDS.filter((id) =>
        (REMEDY_RESULTS[id].of as readonly RemedyKind[]).includes(kind),
      )
      const columns = new Set(results.map((id) => REMEDY_RESULTS[id].column))
      const expected = kind === 'complaint' ? [null] : ['结果维持', '结果纠正', '其他结果']
      assert.deepEqual([...columns], expected)
    }
  })
})
