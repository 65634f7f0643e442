import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { daysOf } from '../../src/staff/overlays/days-text.js'

describe('放假日期照人的写法读出', () => {
  // biome-ignore format: one case a line
  const ROWS: [text: string, days: string, wrong: string][] = [
    ['2027-01-01',                     '2027-01-01',                       ''],
    ['2027年1月1日、2027/1/4',         '2027-01-01 2027-01-04',            ''],
    ['2027-02-27至2027-03-01',         '2027-02-27 2027-02-28 2027-03-01', ''],
    ['2027-01-01\n\n2027-01-02，',     '2027-01-01 2027-01-02',            ''],
    ['',                               '',                                 ''],
    ['2027-02-30 1月1日 2027-01-01',   '2027-01-01',                       '2027-02-30、1月1日'],
    ['2027-03-01至2027-02-27',         '',                                 '2027-03-01至2027-02-27'],
    ['2027-01-01至2028-01-01',         '',                                 '2027-01-01至2028-01-01'],
  ]
  for (const [text, days, wrong] of ROWS) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(daysOf(text), { days: days.split(' ').filter(Boolean), wrong })
    })
  }
})
