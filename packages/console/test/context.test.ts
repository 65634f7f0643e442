import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkKey, checkRequest, FIRST_KEY, previousOf } from '../src/state/context.js'
import type { ReadItem } from '../src/state/item.js'
import { NO_CONDITIONS } from '../src/state/item.js'
import { staleItems } from '../src/state/use-checking.js'
import { readItem } from './items.js'

const own = readItem('本年', { authority: '云岭县石桥街道办事处', year: 2024 })
const item = (id: string, authority: string | null, year: number | null) =>
  readItem(id, { authority, year })

describe('自动匹配上年报告', () => {
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, other: ReadItem, found: boolean])[] = [
    ['同名、上年',         item('a', '云岭县石桥街道办事处', 2023), true],
    ['不写办事处的同名',   item('a', '云岭县石桥街道', 2023),       true],
    ['名称中夹有空格',     item('a', '云岭县 石桥街道办事处', 2023), true],
    ['上年用简称',         item('a', '石桥街道办事处', 2023),       true],
    ['前年',               item('a', '云岭县石桥街道办事处', 2022), false],
    ['本年',               item('a', '云岭县石桥街道办事处', 2024), false],
    ['别的机关',           item('a', '云岭县柳河镇', 2023),         false],
    ['没有读出机关',       item('a', null, 2023),                   false],
    ['没有读出年度',       item('a', '云岭县石桥街道办事处', null), false],
  ]
  for (const [title, other, found] of CASES) {
    it(title, () => assert.equal(previousOf(own, [own, other]), found ? other : null))
  }

  it('选定的优先于匹配的，选“不核对”就没有', () => {
    const matched = item('a', '云岭县石桥街道办事处', 2023)
    const chosen = item('b', '云岭县柳河镇', 2023)
    const all = [own, matched, chosen]
    const wanting = (previous: string) => ({ ...own, conditions: { ...NO_CONDITIONS, previous } })
    assert.equal(previousOf(wanting('b'), all), chosen)
    assert.equal(previousOf(wanting('none'), all), null)
  })
})

describe('重新核对', () => {
  const previous = item('a', '云岭县石桥街道办事处', 2023)

  it('单独一份的首次核对有效', () => {
    assert.equal(checkKey(own, [own]), FIRST_KEY)
    assert.deepEqual(staleItems([{ ...own, checkedKey: FIRST_KEY }]), [])
  })

  it('载入上年报告、上年报告有更正、本报告有更正，各须重新核对', () => {
    const keys = [
      checkKey(own, [own]),
      checkKey(own, [own, previous]),
      checkKey(own, [own, { ...previous, revision: 1 }]),
      checkKey({ ...own, revision: 1 }, [own, previous]),
    ]
    assert.equal(new Set(keys).size, 4)
  })

  it('只在选定时附上同年度的其他报告', () => {
    const sibling = item('c', '云岭县柳河镇', 2024)
    const other = item('d', '云岭县柳河镇', 2022)
    const all = [own, sibling, other]
    const asking = { ...own, conditions: { ...NO_CONDITIONS, siblings: true } }
    assert.deepEqual(checkRequest(own, all).siblings, [])
    assert.deepEqual(
      checkRequest(asking, all).siblings.map(({ file }) => file),
      ['c.docx'],
    )
  })
})
