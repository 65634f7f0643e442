import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { linesOf, segments } from '../src/report/segments.js'

type Named = { readonly name: string; readonly start: number; readonly end: number }

/** Text of every run with the ranges over it, `/`, and those that end behind it: `乙丙[ab]/b`. */
function drawn(text: string, ranges: readonly Named[]): readonly string[] {
  const names = (list: readonly Named[]) => list.map(({ name }) => name).join('')
  return linesOf(text).map((line) =>
    segments(text, line, ranges)
      .map((run) => {
        const over = run.over.length > 0 ? `[${names(run.over)}]` : ''
        const ending = run.ending.length > 0 ? `/${names(run.ending)}` : ''
        return `${run.text}${over}${ending}`
      })
      .join(' '),
  )
}

const range = (name: string, start: number, end: number): Named => ({ name, start, end })

describe('文字中的标记', () => {
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, text: string, ranges: readonly Named[], lines: readonly string[]])[] = [
    ['没有标记',         '甲乙丙',     [],                                      ['甲乙丙']],
    ['一处',             '甲乙丙',     [range('a', 1, 2)],                      ['甲 乙[a]/a 丙']],
    ['整行',             '甲乙',       [range('a', 0, 2)],                      ['甲乙[a]/a']],
    ['嵌套',             '甲乙丙丁',   [range('a', 0, 4), range('b', 1, 3)],    ['甲[a] 乙丙[ab]/b 丁[a]/a']],
    ['交叉',             '甲乙丙丁',   [range('a', 0, 3), range('b', 2, 4)],    ['甲乙[a] 丙[ab]/a 丁[b]/b']],
    ['同一处两条',       '甲乙',       [range('a', 0, 1), range('b', 0, 1)],    ['甲[ab]/ab 乙']],
    ['行中的空位',       '甲乙',       [range('a', 1, 1)],                      ['甲/a 乙']],
    ['行首的空位',       '甲乙',       [range('a', 0, 0)],                      ['/a 甲乙']],
    ['行末的空位',       '甲乙',       [range('a', 2, 2)],                      ['甲乙/a']],
    ['跨行',             '甲乙\n丙丁', [range('a', 1, 4)],                      ['甲 乙[a]', '丙[a]/a 丁']],
    ['止于换行',         '甲乙\n丙丁', [range('a', 0, 3)],                      ['甲乙[a]/a', '丙丁']],
    ['只有换行',         '甲\n乙',     [range('a', 1, 2)],                      ['甲/a', '乙']],
    ['空行',             '甲\n\n乙',   [range('a', 0, 4)],                      ['甲[a]', '', '乙[a]/a']],
    ['超出文字的末尾',   '甲乙',       [range('a', 1, 9)],                      ['甲 乙[a]/a']],
  ]
  for (const [title, text, ranges, lines] of CASES) {
    it(title, () => assert.deepEqual(drawn(text, ranges), lines))
  }
})
