import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { citationText } from '@gongkai/law'
import { check, exampleReport, RULES, runExample } from '../src/index.js'

const CODES =
  'AGG-01 ARI-01 ARI-02 ARI-03 ARI-04 ARI-05 CELL-01 CELL-02 CELL-03 CELL-04 FEE-01 FMT-01 FMT-02 FMT-03 LOG-01 LOG-02 LOG-03 LOG-04 PUB-01 STR-01 STR-03 STR-04 STR-05 STR-06 STR-07 STR-08 STR-09 XYR-01 XYR-02 XYR-03 XYR-04 XYR-06 XYR-07'

const SEVERITIES = ['error', 'warning', 'note'] as const

describe('规则目录', () => {
  it('has every code once', () => {
    assert.equal(
      RULES.map(({ code }) => code)
        .toSorted()
        .join(' '),
      CODES,
    )
  })

  for (const rule of RULES) {
    it(`${rule.code} ${rule.states}：合格的例子没有发现`, () => {
      assert.deepEqual(runExample(rule, rule.passes), { findings: [], notAssessable: [] })
    })

    it(`${rule.code}：不合格的例子有发现`, () => {
      const { findings, notAssessable } = runExample(rule, rule.fails)
      assert.deepEqual(notAssessable, [])
      assert.ok(findings.length > 0)
      for (const finding of findings) {
        assert.equal(finding.rule, rule.code)
        assert.match(finding.message, /\p{Script=Han}.*[。）]$/u)
      }
      const gravest = SEVERITIES.find((one) => findings.some(({ severity }) => severity === one))
      assert.equal(gravest, rule.severity)
    })

    it(`${rule.code} 注明依据`, () => {
      assert.ok(rule.basis.length > 0)
      for (const basis of rule.basis) assert.match(citationText(basis), /^《.+》/)
    })
  }
})

describe('没有差错的报告', () => {
  for (const form of ['2019', '2021'] as const) {
    it(`${form}年格式：没有发现，没有不能核对的规则`, () => {
      const report = exampleReport(form, [])
      const previous = exampleReport(form, [], (report.year ?? 0) - 1)
      const context = { previous, authority: null, publishedOn: null, subordinates: null }
      assert.deepEqual(check(report, context), { findings: [], notAssessable: [] })
    })
  }
})
