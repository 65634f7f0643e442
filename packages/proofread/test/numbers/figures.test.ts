import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figures } from '../../src/numbers/index.js'
import { chineseValue } from '../../src/numbers/numeral.js'

// biome-ignore format: one case a line
const READ: readonly (readonly [text: string, figures: readonly string[]])[] = [
  ['全年公开信息1,234条', ['全年公开信息 1234 条']],
  ['公开财政信息 4\n条，政策文件５１条', ['公开财政信息 4 条', '政策文件 51 条']],
  ['推送2.5万次，阅读3万余次', ['推送 25000 次', '阅读 30000 次']],
  ['占0.3％，增长 12.5%', ['占 0.3 %', '增长 12.5 %']],
  ['投入12.5万元，其中采购3亿元', ['投入 12.5 万元', '其中采购 3 亿元']],
  ['收到申请十二件，答复一百零三件', ['收到申请 12 件', '答复 103 件']],
  ['召开会议两次，编发简报三期', ['召开会议 2 次', '编发简报 3 期']],
  ['共收到一件', ['共收到 1 件']],
  ['收到申请0件，收费０元', ['收到申请 0 件', '收费 0 元']],
  ['在15个工作日内答复', ['在 15 个工作日']],
  ['关注人数7363人', ['关注人数 7363 人']],
]

// biome-ignore format: one case a line
const NONE: readonly string[] = [
  '2023年1月1日至12月31日', '2023-01-06', '二〇二三年', '2022—2023年', '1月-12月', '国办公开办函〔2021〕30号', '国务院令第711号',
  '第二十条第（五）项', '第3次会议', '第三方评估', '第一时间', '联系电话：0990-86021234', '手机13900000000', '邮编：900001', '12345热线',
  '（一）主动公开', '1.主动公开', '一是加强领导', '一个平台，一次办好', '“三审三校”', '一图读懂', 'http://www.example.cn/2023/05', '上午9:30',
]

describe('正文中的数字', () => {
  for (const [text, expected] of READ) {
    it(text.replace('\n', '⏎'), () => {
      const read = figures([{ part: 'section/一', text }])
      assert.deepEqual(
        read.map(({ subject, value, unit }) => `${subject} ${value} ${unit}`),
        expected,
      )
    })
  }
})

describe('不是计数的数字', () => {
  for (const text of NONE) {
    it(text, () => assert.deepEqual(figures([{ part: 'section/一', text }]), []))
  }
})

describe('位置和原文', () => {
  it('跨行的数字连同单位一起指出', () => {
    const text = '公开财政信息 4\n条，占1.8%。'
    const [first] = figures([{ part: 'section/一', text }])
    assert.deepEqual([first?.start, first?.end, first?.raw], [7, 10, '4\n条'])
  })
  it('隔着空行断开的句子也连起来', () => {
    const text = '公开政策文件51条，财政信息4\n\n条，占1.8%。'
    assert.deepEqual(
      figures([{ part: 'section/一', text }]).map(({ raw }) => raw),
      ['51条', '4\n\n条', '1.8%'],
    )
  })
  it('标题、题名和落款中的数字不算', () => {
    const parts = ['title', 'heading/一', 'signature'].map((part) => ({
      part,
      text: '公开信息12条',
    }))
    assert.deepEqual(figures(parts), [])
  })
})

describe('汉字数字', () => {
  // biome-ignore format: one case a line
  const VALUES: readonly (readonly [string, number])[] = [
    ['零', 0], ['两', 2], ['十', 10], ['十二', 12], ['二十', 20], ['一百零三', 103], ['三千二百', 3200], ['一万二千', 12000], ['三十万', 300000],
    ['二〇二三', 2023], ['一亿零五十万', 100500000],
  ]
  for (const [numeral, value] of VALUES) {
    it(`${numeral} ${value}`, () => assert.equal(chineseValue(numeral), value))
  }
})
