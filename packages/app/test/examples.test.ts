import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { SavedReport } from '@gongkai/report'
import { checkReport, exampleReports, matchPrevious, readFile, siblingOf } from '../src/index.js'

/** What is planted in each example; what else is found there is not a concern of this table. */
// biome-ignore format: table
const PLANTED: readonly (readonly [file: string, form: string, rules: readonly string[]])[] = [
  ['云岭县财政局2024年.docx',         '2021', ['NUM-02', 'XYR-01', 'XYR-02', 'XYR-05']],
  ['云岭县教育体育局2024年.html',     '2021', ['ARI-01', 'ARI-03', 'NUM-01', 'NUM-05', 'TYPO-01']],
  ['云岭县石桥街道办事处2024年.txt',  '2021', ['BAS-01', 'NAME-02', 'LOG-01', 'PRI-02', 'SIB-01', 'STR-05']],
  ['云岭县人民政府2024年.docx',       '2021', ['ARI-04', 'CELL-01', 'NUM-03', 'PUB-01', 'STR-07']],
  ['云岭县交通运输局2024年.txt',      '2019', ['FMT-01', 'NUM-03', 'STR-02', 'STR-08', 'YEAR-01']],
]

describe('示例报告', () => {
  const reports: SavedReport[] = []

  before(async () => {
    for (const file of await exampleReports()) {
      const read = await readFile(file)
      assert.ok(read.ok, file.name)
      reports.push(read.value)
    }
  })

  const found = (file: string) => {
    const report = reports.find((one) => one.file === file)
    assert.ok(report)
    const previous = matchPrevious(report, reports)
    const { findings } = checkReport(report, { previous, siblings: reports.map(siblingOf) })
    return { report, findings }
  }

  for (const [file, form, rules] of PLANTED) {
    it(`${file}：${rules.join('、')}`, () => {
      const { report, findings } = found(file)
      assert.equal(report.form, form)
      const codes = new Set(findings.map(({ rule }) => rule))
      assert.deepEqual(
        rules.filter((rule) => !codes.has(rule)),
        [],
      )
    })
  }

  it('云岭县财政局2023年.txt：没有错误和疑似错误', () => {
    const { findings } = found('云岭县财政局2023年.txt')
    assert.deepEqual(
      findings.filter(({ severity }) => severity !== 'note'),
      [],
    )
  })

  it('每一格都读出', () => {
    const unread = reports.flatMap(({ cells }) => cells.filter(({ state }) => state === 'unread'))
    assert.deepEqual(unread, [])
  })
})
