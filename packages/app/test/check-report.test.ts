import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Change, exampleReport, type SavedReport } from '@gongkai/report'
import { checkReport, factsOf, RULESET, siblingOf } from '../src/index.js'

function saved(changes: readonly Change[], year?: number): SavedReport {
  const about = { file: '报告.txt', sha256: '0'.repeat(64), mediaType: 'text/plain' }
  return { ...about, ...exampleReport('2021', changes, year) }
}

const CELL = { table: 'requests', row: '一', column: '总计' } as const
const WRONG_SUM: Change = { cell: ['requests', '一', '总计'], printed: '9' }
const CORRECTION = {
  target: { kind: 'cell', cell: CELL },
  from: '9',
  to: '6',
  reason: '笔误',
} as const

describe('检查', () => {
  it('注明文件和规则版本', () => {
    const { file, ruleset } = checkReport(saved([]))
    assert.deepEqual({ file, ruleset }, { file: '报告.txt', ruleset: RULESET })
  })

  it('表格和文字的发现合在一起，按报告的顺序排列', () => {
    const text = '全年共公开政府信息，举办培训2次。'
    const { findings } = checkReport(saved([WRONG_SUM, { part: 'section/一', text }]))
    const rules = findings.map(({ rule }) => rule)
    assert.ok(rules.indexOf('NUM-05') >= 0)
    assert.ok(rules.indexOf('NUM-05') < rules.indexOf('ARI-03'))
    const missing = findings.find(({ rule }) => rule === 'NUM-05')
    assert.equal(missing?.at?.kind, 'line')
    assert.match(missing?.basis ?? '', /^《/)
  })

  it('正文的发现也只引报告年度应当使用的格式', () => {
    const part: Change = { part: 'section/一', text: '全年共公开政府信息，举办培训2次。' }
    const about = { file: '报告.txt', sha256: '0'.repeat(64), mediaType: 'text/plain' }
    const { findings } = checkReport({ ...about, ...exampleReport('2019', [part], 2020) })
    const missing = findings.find(({ rule }) => rule === 'NUM-05')
    assert.match(missing?.basis ?? '', /〔2019〕60号/)
    assert.doesNotMatch(missing?.basis ?? '', /〔2021〕30号/)
  })

  it('同一处同一规则只报一次', () => {
    const { findings } = checkReport(saved([WRONG_SUM]))
    const keys = findings.map(({ rule, target }) => `${rule}${JSON.stringify(target)}`)
    assert.equal(new Set(keys).size, keys.length)
  })

  it('先采用更正再检查', () => {
    const { findings, rejected } = checkReport({ ...saved([WRONG_SUM]), corrections: [CORRECTION] })
    assert.deepEqual([findings.filter(({ rule }) => rule === 'ARI-03'), rejected], [[], []])
  })

  it('与原文不符的更正不采用，并说明', () => {
    const stale = { ...CORRECTION, from: '8' }
    const { findings, rejected } = checkReport({ ...saved([WRONG_SUM]), corrections: [stale] })
    assert.ok(findings.some(({ rule }) => rule === 'ARI-03'))
    assert.deepEqual(
      rejected.map(({ correction }) => correction),
      [stale],
    )
  })

  it('豁免的发现单独列出', () => {
    const before = checkReport(saved([WRONG_SUM]))
    const [first] = before.findings
    assert.ok(first)
    const waiver = { rule: first.rule, target: first.target, reason: '经核实' }
    const after = checkReport({ ...saved([WRONG_SUM]), waivers: [waiver] })
    assert.deepEqual(after.waived, [first])
    assert.equal(after.findings.length, before.findings.length - 1)
  })

  it('没有上一年度报告时，照抄无法核对；有则核对', () => {
    const lacks = checkReport(saved([], 2023)).notAssessable
    assert.ok(
      lacks.some(({ rule, reason }) => rule === 'XYR-05' && reason.includes('上一年度报告')),
    )
    const { notAssessable, findings } = checkReport(saved([], 2023), { previous: saved([], 2022) })
    assert.ok(!notAssessable.some(({ rule }) => rule === 'XYR-05'))
    assert.ok(findings.some(({ rule }) => rule === 'XYR-05'))
  })

  it('另一机关的报告不是上一年度报告', () => {
    const other = { ...saved([], 2022), authority: '青溪区民政局' }
    const { findings, notAssessable } = checkReport(saved([], 2023), { previous: other })
    assert.ok(!findings.some(({ rule }) => rule === 'XYR-05'))
    assert.ok(notAssessable.some(({ rule }) => rule === 'XYR-01'))
  })

  it('只与同一年度的其他机关比较', () => {
    const other = (year: number) => siblingOf({ ...saved([], year), authority: '青溪区民政局' })
    const codes = (year: number) =>
      checkReport(saved([], 2023), { siblings: [other(year)] }).findings.map(({ rule }) => rule)
    assert.ok(codes(2023).includes('SIB-01'))
    assert.ok(!codes(2022).includes('SIB-01'))
  })
})

describe('表格数据作为核对文字的依据', () => {
  it('只取数字，空白和符号不当作0', () => {
    const facts = factsOf(
      saved([
        { cell: ['requests', '一', '总计'], printed: '' },
        { cell: ['requests', '二', '总计'], printed: '/' },
      ]),
    )
    const of = (subject: string) => facts.find((fact) => fact.subject === subject)
    assert.deepEqual(of('requests/一/自然人'), {
      subject: 'requests/一/自然人',
      value: 5,
      unit: null,
    })
    assert.equal(of('requests/一/总计'), undefined)
    assert.equal(of('requests/二/总计'), undefined)
  })
})
