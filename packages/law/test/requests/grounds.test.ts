import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  citationText,
  countedUnder,
  GROUNDS,
  type Ground,
  localDate,
  remedyClause,
} from '@gongkai/law'

describe('决定依据与附表三的行', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, grounds: Ground[], row: string][] = [
    ['全部公开',                       ['disclosed'],                        '三（一）'],
    ['一部分已主动公开，其余予以公开', ['published', 'disclosed'],           '三（一）'],
    ['区分处理，只计部分公开',         ['disclosed', 'thirdPartyRights'],    '三（二）'],
    ['一部分公开，其余不掌握',         ['doesNotExist', 'disclosed'],        '三（二）'],
    ['两项理由均不公开，计主要理由',   ['stateSecret', 'internalAffairs'],   '三（三）1'],
    ['不属于本机关公开',               ['notOurs'],                          '三（四）1'],
    ['咨询',                           ['notInformation'],                   '三（六）3'],
  ]
  for (const [situation, grounds, row] of ROWS) {
    it(`${situation} → ${row}`, () => assert.equal(GROUNDS[countedUnder(grounds)].row, row))
  }

  it('没有依据的不能计数', () => assert.throws(() => countedUnder([]), RangeError))
})

describe('救济途径 行政复议法第二十三条、行政诉讼法第四十五条和第四十六条', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, grounds: Ground[], day: string, route: string, suitMonths: number | null][] = [
    ['国家秘密，复议前置',                 ['stateSecret'],                    '2024-01-01', 'reconsiderationFirst', null],
    ['第三方权益，复议前置',               ['thirdPartyRights'],               '2025-06-03', 'reconsiderationFirst', null],
    ['部分不予公开，复议前置',             ['disclosed', 'processRecords'],    '2025-06-03', 'reconsiderationFirst', null],
    ['只登记为部分公开的，也复议前置',     ['partlyDisclosed'],                '2025-06-03', 'reconsiderationFirst', null],
    ['2023年底的不予公开，可以选择',       ['stateSecret'],                    '2023-12-31', 'either', 6],
    ['信息不存在，可以选择',               ['doesNotExist'],                   '2025-06-03', 'either', 6],
    ['行政查询事项，可以选择',             ['specialAccess'],                  '2025-06-03', 'either', 6],
    ['予以公开，可以选择',                 ['disclosed'],                      '2025-06-03', 'either', 6],
  ]
  for (const [situation, grounds, day, route, suitMonths] of ROWS) {
    it(situation, () => {
      const clause = remedyClause(grounds, localDate(day))
      assert.deepEqual([clause.route, clause.suitMonths], [route, suitMonths])
    })
  }

  it('行政查询事项按本地区设置可以前置，并说明做法不一', () => {
    const clause = remedyClause(['specialAccess'], localDate('2025-06-03'), {
      specialAccessFirst: true,
    })
    assert.equal(clause.route, 'reconsiderationFirst')
    assert.match(clause.note ?? '', /做法不一/)
  })
})

describe('每一依据都能引到条款', () => {
  for (const { title, basis } of Object.values(GROUNDS)) {
    it(title, () => assert.match(citationText(basis), /^《.+》/))
  }
})
