import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  basisText,
  type Citation,
  chineseNumber,
  citationText,
  cite,
  citePlace,
  INSTRUMENTS,
  inForce,
  instrument,
  localDate,
  type Timeline,
} from '@gongkai/law'

describe('引用的写法', () => {
  // biome-ignore format: one case a line
  const ROWS: [citation: Citation, text: string][] = [
    [cite('OGI-2019', 49),        '《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条'],
    [cite('OGI-2019', 33, 2),     '《中华人民共和国政府信息公开条例》（国务院令第711号）第三十三条第二款'],
    [cite('OGI-2019', 50, 1, 4),  '《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条第一款第（四）项'],
    [cite('CIVIL-CODE', 201),     '《中华人民共和国民法典》第二百零一条'],
    [citePlace('REPORT-FORMAT-2021', '三（七）总计'), '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）“三（七）总计”'],
  ]
  for (const [citation, text] of ROWS) {
    it(text, () => assert.equal(citationText(citation), text))
  }
})

describe('条文序号', () => {
  // biome-ignore format: one case a line
  const ROWS: [n: number, words: string][] = [
    [1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [33, '三十三'],
    [100, '一百'], [101, '一百零一'], [110, '一百一十'], [201, '二百零一'], [999, '九百九十九'],
  ]
  for (const [n, words] of ROWS)
    it(`${n} 写作${words}`, () => assert.equal(chineseNumber(n), words))
})

describe('法律文件目录', () => {
  for (const id of Object.keys(INSTRUMENTS) as (keyof typeof INSTRUMENTS)[]) {
    it(`${id} 的施行日早于失效日`, () => {
      const { inForceFrom, inForceUntil } = instrument(id)
      assert.ok(inForceUntil === undefined || inForceFrom < inForceUntil)
    })
  }

  it('同一文件的新旧版本首尾相接', () => {
    assert.equal(INSTRUMENTS['OGI-2007'].inForceUntil, '2019-05-14')
    assert.equal(INSTRUMENTS['OGI-2019'].inForceFrom, '2019-05-15')
    assert.equal(INSTRUMENTS['REPORT-FORMAT-2019'].inForceUntil, '2021-09-25')
    assert.equal(INSTRUMENTS['REPORT-FORMAT-2021'].inForceFrom, '2021-09-26')
  })
})

describe('某日施行的规定', () => {
  const timeline: Timeline<number> = [
    { from: localDate('2008-05-01'), value: 15, source: cite('OGI-2007', 24), known: 'memory' },
    { from: localDate('2019-05-15'), value: 20, source: cite('OGI-2019', 33), known: 'seen' },
  ]
  // biome-ignore format: one case a line
  const ROWS: [date: string, value: number][] = [['2008-05-01', 15], ['2019-05-14', 15], ['2019-05-15', 20], ['2026-01-01', 20]]
  for (const [date, value] of ROWS) {
    it(`${date} 适用 ${value} 个工作日`, () => {
      assert.equal(inForce(timeline, localDate(date)).value, value)
    })
  }

  it('早于最早施行日时抛出 RangeError', () => {
    assert.throws(() => inForce(timeline, localDate('2008-04-30')), RangeError)
  })
})

describe('依据只写报告年度末有效的', () => {
  const POWER = [cite('LEGISLATION-2015', 82), cite('LEGISLATION-2023', 93)]
  const FORMS = [citePlace('REPORT-FORMAT-2019', '附件'), citePlace('REPORT-FORMAT-2021', '附件')]
  // biome-ignore format: one case a line
  const ROWS: [situation: string, basis: readonly Citation[], year: number, text: string][] = [
    ['2022年度，立法法尚未再次修正', POWER,            2022, '《中华人民共和国立法法》（2015年修正）第八十二条'],
    ['2023年度，立法法已经修正',     POWER,            2023, '《中华人民共和国立法法》（2023年修正）第九十三条'],
    ['2020年度用试行格式',           FORMS,            2020, '《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）“附件”'],
    ['2021年度用修订后的格式',       FORMS,            2021, '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）“附件”'],
    ['都不在有效期内的，照写',       FORMS.slice(1),   2020, '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）“附件”'],
  ]
  for (const [situation, basis, year, text] of ROWS) {
    it(situation, () => assert.equal(basisText(basis, year), text))
  }
})
