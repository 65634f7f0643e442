import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { proofread } from '../../src/index.js'
import type { ProofreadInput, TextFinding } from '../../src/input.js'

const SEEDS = new URL('../../../../../shared/seeds/', import.meta.url)

/** What the rules of words, names, phrases must find, by report, line and rule; `lines` count from 1. */
// biome-ignore format: one finding a line
const EXPECTED: readonly [file: string, authority: string, year: number, found: readonly [line: number, rule: string][]][] = [
  ['000', '嘉兴市秀洲区财政局', 2020, [[3, 'NAME-02'], [6, 'TERM-01'], [8, 'NAME-01'], [10, 'NAME-01'], [410, 'NAME-01']]],
  ['002', '嘉兴市秀洲区人民政府', 2019, [[10, 'TERM-01'], [10, 'TYPO-01'], [14, 'YEAR-01'], [20, 'NAME-02'], [411, 'TYPO-01']]],
  ['004', '海盐县秦山街道办事处', 2020, [[3, 'NAME-01'], [11, 'BAS-02'], [88, 'TYPO-01'], [96, 'NAME-01']]],
]

describe('已公布的报告', { skip: !existsSync(SEEDS) }, () => {
  for (const [file, authority, year, expected] of EXPECTED) {
    it(`${authority}${year}年`, () => {
      const lines = readLines(file)
      const found = findingsByLine(lines, authority, year)
      const missing = expected.filter(
        ([line, rule]) => !found.some(([at, finding]) => at === line && finding.rule === rule),
      )
      assert.deepEqual(missing, [])
    })
  }

  it('错误级的提示没有误报', () => {
    const errors = EXPECTED.flatMap(([file, authority, year]) =>
      findingsByLine(readLines(file), authority, year)
        .filter(([, { rule, severity }]) => severity === 'error' && /^(?:TYPO|NAME|BAS)/.test(rule))
        .map(([line, { rule }]) => `${file}:${line} ${rule}`),
    )
    assert.deepEqual(errors, [
      '000:3 NAME-02',
      '000:8 NAME-01',
      '000:10 NAME-01',
      '002:10 TYPO-01',
      '002:411 TYPO-01',
      '004:11 BAS-02',
      '004:88 TYPO-01',
    ])
  })
})

function readLines(prefix: string): string[] {
  const name = readdirSync(SEEDS).find((one) => one.startsWith(prefix) && one.endsWith('.txt'))
  return readFileSync(new URL(name ?? '', SEEDS), 'utf8').split(/\r?\n/)
}

/** The first lines to 报告 are the title, the last two the signature, all else one section: enough for rules of words. */
function findingsByLine(lines: readonly string[], authority: string, year: number) {
  const titleEnd = lines.findIndex((line) => line.includes('报告')) + 1
  const last = lines.findLastIndex((line) => /^\s*[\u4e00-\u9fff]+(?:局|街道办事处)\s*$/.test(line))
  const bodyEnd = last < 0 ? lines.length : last
  const starts = { title: 0, 'section/一': titleEnd, signature: bodyEnd }
  const parts = [
    { part: 'title', text: lines.slice(0, titleEnd).join('\n') },
    { part: 'section/一', text: lines.slice(titleEnd, bodyEnd).join('\n') },
    { part: 'signature', text: lines.slice(bodyEnd).join('\n') },
  ]
  const input: ProofreadInput = { parts, authority, year, facts: [], previous: null, siblings: [] }
  return proofread(input).findings.map((finding): [number, TextFinding] => {
    const text = parts.find(({ part }) => part === finding.part)?.text ?? ''
    const before = text.slice(0, finding.start).split('\n').length
    return [(starts[finding.part as keyof typeof starts] ?? 0) + before, finding]
  })
}
