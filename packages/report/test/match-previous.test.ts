import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { matchPrevious, type ReportKey } from '../src/index.js'

const of = (authority: string | null, year: number | null): ReportKey => ({ authority, year })

describe('上一年度报告按机关和年度对应', () => {
  // biome-ignore format: table
  const ROWS: readonly (readonly [situation: string, report: ReportKey, candidates: readonly ReportKey[], found: number | null])[] = [
    ['同名、上一年',           of('嘉禾市财政局', 2023),         [of('嘉禾市财政局', 2021), of('嘉禾市财政局', 2022)],     1],
    ['同名、不是上一年',       of('嘉禾市财政局', 2023),         [of('嘉禾市财政局', 2021), of('嘉禾市财政局', 2023)],     null],
    ['上年用简称',             of('嘉禾市财政局', 2023),         [of('财政局', 2022)],                                     0],
    ['本年用简称',             of('财政局', 2023),               [of('嘉禾市财政局', 2022)],                               0],
    ['全称先于简称',           of('嘉禾市财政局', 2023),         [of('财政局', 2022), of('嘉禾市财政局', 2022)],           1],
    ['有无“办事处”',           of('石桥街道办事处', 2023),       [of('云岭县石桥街道', 2022)],                             0],
    ['有无“人民政府”',         of('云岭县人民政府', 2023),       [of('云岭县', 2022)],                                     0],
    ['县政府不是县财政局',     of('云岭县人民政府', 2023),       [of('云岭县财政局', 2022)],                               null],
    ['另一县的财政局',         of('嘉禾市财政局', 2023),         [of('云岭县财政局', 2022)],                               null],
    ['简称对应两个机关',       of('财政局', 2023),               [of('嘉禾市财政局', 2022), of('云岭县财政局', 2022)],     null],
    ['同一报告有两种文件',     of('财政局', 2023),               [of('嘉禾市财政局', 2022), of('嘉禾市财政局', 2022)],     0],
    ['只写“人民政府”',         of('嘉禾市财政局', 2023),         [of('人民政府', 2022)],                                   null],
    ['机关不明',               of(null, 2023),                   [of('嘉禾市财政局', 2022)],                               null],
    ['候选机关不明',           of('嘉禾市财政局', 2023),         [of(null, 2022)],                                         null],
    ['年度不明',               of('嘉禾市财政局', null),         [of('嘉禾市财政局', 2022)],                               null],
  ]

  for (const [situation, report, candidates, found] of ROWS) {
    it(situation, () => {
      const expected = found === null ? null : candidates[found]
      assert.equal(matchPrevious(report, candidates), expected)
    })
  }
})
