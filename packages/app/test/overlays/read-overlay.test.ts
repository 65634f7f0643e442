import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readOverlay } from '../../src/overlays/read-overlay.js'

const SOURCE = { title: '放假通知', issuedOn: '2025-11-10' }
const HOLIDAY = { kind: 'holidays', year: 2026, off: ['2026-04-20'], settlesYear: false }
const DUE_DAY = {
  ...{ kind: 'localDuty', area: '云岭县', level: 'department', monthDay: '01-20' },
  fromReportYear: 2025,
}

describe('补充的文件', () => {
  // biome-ignore format: one case a line
  const GOOD: [situation: string, content: object, expected: object][] = [
    ['放假安排，没有调休的',   HOLIDAY, { ...HOLIDAY, on: [] }],
    ['本地时限，长期适用的',   DUE_DAY, { ...DUE_DAY, untilReportYear: null }],
    ['核实无误的',             { kind: 'value', key: 'calendar/2020' }, { kind: 'value', key: 'calendar/2020', corrected: null }],
  ]
  for (const [situation, content, expected] of GOOD) {
    it(situation, () => {
      assert.deepEqual(readOverlay(JSON.stringify({ content, source: SOURCE })), {
        ok: true,
        value: { content: expected, source: { ...SOURCE, number: null, foundAt: null } },
      })
    })
  }

  // biome-ignore format: one case a line
  const WRONG: [situation: string, text: string, message: RegExp][] = [
    ['不是JSON',         '放假',                                              /^文件不是JSON。/],
    ['不是对象',         '3',                                                 /^文件中应有一个对象。/],
    ['没有种类',         file({ content: {} }),                               /^content\.kind应为/],
    ['日期写错',         file({ content: { ...HOLIDAY, off: ['4月20日'] } }), /^off中应为日期/],
    ['年份不是数字',     file({ content: { ...HOLIDAY, year: '2026' } }),     /^year应为四位年份/],
    ['没有这一层级',     file({ content: { ...DUE_DAY, level: 'village' } }), /^level应为department/],
    ['更正的内容不是文字', file({ content: { kind: 'value', key: 'x', corrected: { off: 3 } } }), /^corrected的off应为文字/],
    ['没有来源',         JSON.stringify({ content: HOLIDAY }),                /^source中应有一个对象/],
    ['来源没有标题',     file({ source: { issuedOn: '2025-11-10' } }),        /^title应为文字/],
    ['网址不能打开',     file({ source: { ...SOURCE, foundAt: 'javascript:alert(1)' } }), /^foundAt应为文件名/],
    ['来源没有日期',     file({ source: { title: '放假通知' } }),             /^issuedOn中应为日期/],
  ]
  for (const [situation, text, message] of WRONG) {
    it(`${situation}：指出哪一项`, () => {
      const read = readOverlay(text)
      assert.ok(!read.ok)
      assert.equal(read.refusal.code, 'overlay.file-wrong')
      assert.match(read.refusal.message, message)
    })
  }
})

function file(changed: object): string {
  return JSON.stringify({ content: HOLIDAY, source: SOURCE, ...changed })
}
