import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changedReport, PARTS, reportOf, reportText } from './whole-sample.js'

const TITLE = '嘉禾市云岭县财政局2023年政府信息公开工作年度报告'

// 情形, 文首各行, 标题, 机关, 年份
const TITLES: readonly (readonly [string, string, string | null, string | null, number])[] = [
  ['一行', TITLE, TITLE, '嘉禾市云岭县财政局', 2023],
  [
    '断成两行',
    '嘉禾市云岭县财政局\n2023年政府信息公开工作年度报告',
    TITLE,
    '嘉禾市云岭县财政局',
    2023,
  ],
  [
    '断成三行，中间空行',
    '嘉禾市云岭县财政局\n\n2023年\n政府信息公开工作年度报告',
    TITLE,
    '嘉禾市云岭县财政局',
    2023,
  ],
  [
    '字间有空格',
    '云岭县 2023 年 政府信息公开工作 年度报告',
    '云岭县2023年政府信息公开工作年度报告',
    '云岭县',
    2023,
  ],
  [
    '书名号',
    '《青溪区教育局2022年度政府信息公开年报》',
    '青溪区教育局2022年度政府信息公开年报',
    '青溪区教育局',
    2022,
  ],
  [
    '汉字年份',
    '青溪区教育局二〇二二年政府信息公开工作年度报告',
    '青溪区教育局二〇二二年政府信息公开工作年度报告',
    '青溪区教育局',
    2022,
  ],
  [
    '全角年份',
    '青溪区教育局２０２２年政府信息公开工作年度报告',
    '青溪区教育局２０２２年政府信息公开工作年度报告',
    '青溪区教育局',
    2022,
  ],
  [
    '前有“关于”',
    '青溪区教育局关于2022年政府信息公开工作的报告',
    '青溪区教育局关于2022年政府信息公开工作的报告',
    '青溪区教育局',
    2022,
  ],
  ['前有菜单', `首页\n政务公开\n法定主动公开内容\n${TITLE}`, TITLE, '嘉禾市云岭县财政局', 2023],
  [
    '菜单中有别的机关的报告，名称更长',
    `嘉禾市云岭县自然资源和规划局2023年政府信息公开工作年度报告\n${TITLE}`,
    TITLE,
    '嘉禾市云岭县财政局',
    2023,
  ],
  ['没有标题，年份取自统计期限', '各位读者：', null, '云岭县财政局', 2023],
]

describe('标题、机关、年份', () => {
  for (const [name, head, title, authority, year] of TITLES) {
    it(name, () => {
      const report = changedReport({ title: head })
      assert.equal(report.title, title)
      assert.equal(report.year, year)
      if (authority && title) assert.ok(report.authority?.startsWith(authority))
      else assert.equal(report.authority, authority)
    })
  }

  it('没有标题：说明', () => {
    const { problems } = changedReport({ title: '' })
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['title.missing'],
    )
  })

  it('网页头部写明的标题优先于后面更近的', () => {
    const other = '石桥街道办事处2022年政府信息公开工作年度报告'
    const text = reportText({ title: `${TITLE}\n相近内容\n${other}` })
    assert.equal(reportOf(text).title, other)
    assert.equal(reportOf(text, { title: `${TITLE} - 云岭县人民政府` }).title, TITLE)
  })

  it('标题前的行列为网页残留', () => {
    const { residue, intro } = changedReport({ title: `首页\n${TITLE}` })
    assert.equal(intro, PARTS.intro)
    assert.deepEqual(
      residue.map(({ kind, text }) => [kind, text]),
      [['navigation', '首页']],
    )
  })

  it('断开的标题，每行的位置都在', () => {
    const { trace } = changedReport({
      title: '嘉禾市云岭县财政局\n  2023年政府信息公开工作年度报告',
    })
    assert.deepEqual(
      trace
        .filter(({ part }) => part === 'title')
        .map(({ start, end, at }) => [start, end, at.kind === 'line' && [at.line, at.column]]),
      [
        [0, 9, [1, 1]],
        [9, 26, [2, 3]],
      ],
    )
  })
})

describe('机关全称', () => {
  it('正文中的全称补足标题中的简称', () => {
    const { authority } = changedReport({
      title: '石桥街道2023年政府信息公开工作年度报告',
      text一: '2023年，青溪区石桥街道办事处公开信息30条。',
      signature: '',
    })
    assert.equal(authority, '青溪区石桥街道办事处')
  })

  it('落款中的全称补足标题中的简称', () => {
    const { authority } = changedReport({
      title: '教育局2023年政府信息公开工作年度报告',
      text一: '主动公开信息30条。',
      signature: '青溪区教育局\n2024年1月20日',
    })
    assert.equal(authority, '青溪区教育局')
  })

  // 标题中的名称, 落款, 机关全称
  const SIGNED: readonly (readonly [string, string, string])[] = [
    ['云岭县长坡乡', '云岭县长坡乡人民政府\n2024年1月20日', '云岭县长坡乡人民政府'],
    ['云岭县长坡乡', '云岭县长坡乡人民政府 2024年1月20日', '云岭县长坡乡人民政府'],
    ['长坡乡', '云岭县长坡乡人民政府\n二〇二四年一月二十日', '云岭县长坡乡人民政府'],
    ['青溪区石桥街道', '青溪区石桥街道办事处\n2024年1月20日', '青溪区石桥街道办事处'],
    ['嘉禾市临港新区', '嘉禾市临港新区管委会\n2024年1月20日', '嘉禾市临港新区管委会'],
    ['云岭县长坡乡', '云岭县白水乡人民政府\n2024年1月20日', '云岭县长坡乡'],
    ['云岭县', '云岭县财政局\n2024年1月20日', '云岭县'],
  ]
  for (const [name, signature, authority] of SIGNED) {
    it(`标题只写${name}，落款${signature.replace('\n', '、')}`, () => {
      const title = `${name}2023年政府信息公开工作年度报告`
      const text一 = '主动公开信息30条。'
      assert.equal(changedReport({ title, text一, signature }).authority, authority)
    })
  }
})
