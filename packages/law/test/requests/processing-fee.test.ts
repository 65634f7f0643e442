import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FEE_BANDS, feeByItem, feeByPage } from '@gongkai/law'

const [{ value: bands }] = FEE_BANDS

describe('信息处理费 国办函〔2020〕109号', () => {
  // biome-ignore format: one case a line
  const ITEMS: [items: number, yuan: number][] = [[10, 0], [11, 100], [30, 2000], [31, 2200], [40, 4000], [41, 4300], [50, 7000], [51, 7400]]
  for (const [items, yuan] of ITEMS) {
    it(`按件：同一申请人当月第1至${items}件，${yuan}元`, () => {
      assert.equal(feeByItem(bands, 1, items), yuan)
    })
  }

  // biome-ignore format: one case a line
  const PAGES: [pages: number, yuan: number][] = [[0, 0], [30, 0], [31, 10], [68, 380], [100, 700], [101, 720], [200, 2700], [201, 2740]]
  for (const [pages, yuan] of PAGES) {
    it(`按量：${pages}页，${yuan}元`, () => assert.equal(feeByPage(bands, pages), yuan))
  }

  it('按件累计：当月已有29件，本次2件', () => assert.equal(feeByItem(bands, 30, 31), 300))

  it('件数应为正整数', () => assert.throws(() => feeByItem(bands, 0, 3), RangeError))
})
