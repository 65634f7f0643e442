import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseAuthority, titleName } from '../../src/names/authority-name.js'
import { nameAgreement } from '../../src/names/name-agreement.js'
import { exampleInput } from '../../src/rule.js'

describe('机关名称的层级和机构', () => {
  // biome-ignore format: one name a line
  const ROWS: readonly [name: string, places: readonly string[], body: string][] = [
    ['嘉禾市青溪区财政局',           ['嘉禾市', '青溪区'],             '财政局'],
    ['云岭县住房和城乡建设局',       ['云岭县'],                       '住房和城乡建设局'],
    ['平川市市场监督管理局',         ['平川市'],                       '市场监督管理局'],
    ['嘉禾市市中区审计局',           ['嘉禾市', '市中区'],             '审计局'],
    ['青溪区石桥街道办事处',         ['青溪区', '石桥街道'],           '办事处'],
    ['云岭县青石镇人民政府',         ['云岭县', '青石镇'],             '人民政府'],
    ['石桥街道',                     ['石桥街道'],                     ''],
    ['青溪区乡村振兴局',             ['青溪区'],                       '乡村振兴局'],
  ]
  for (const [name, places, body] of ROWS) {
    it(name, () => {
      const parsed = parseAuthority(name)
      assert.deepEqual(
        parsed.places.map(({ stem, suffix }) => stem + suffix),
        places,
      )
      assert.equal(parsed.body, body)
    })
  }
})

describe('标题中的机关名称', () => {
  // biome-ignore format: one title a line
  const ROWS: readonly [title: string, name: string | null][] = [
    ['嘉禾市财政局2023年政府信息公开工作年度报告',       '嘉禾市财政局'],
    ['石桥街道 2023 年度\n政府信息公开工作 年度报告',    '石桥街道'],
    ['青溪区人民政府二〇二三年政府信息公开工作年度报告', '青溪区人民政府'],
    ['嘉禾市财政局关于2023年政府信息公开工作的年度报告', '嘉禾市财政局'],
    ['嘉禾市财政局政府信息公开工作年度报告（2023年）',   '嘉禾市财政局'],
    ['2023年政府信息公开工作年度报告',                   null],
    ['政府信息公开工作年度报告',                         null],
  ]
  for (const [title, name] of ROWS) it(title, () => assert.equal(titleName(title), name))
})

describe('标题与落款', () => {
  // biome-ignore format: one pair a line
  const ROWS: readonly [title: string, signature: string, severity: string | null, says: string | null][] = [
    ['嘉禾市财政局2023年政府信息公开工作年度报告',   '嘉禾市财政局\n2024年1月12日',           null,      null],
    ['青溪区财政局2023年政府信息公开工作年度报告',   '嘉禾市青溪区财政局\n2024年1月12日',     'note',    '嘉禾市青溪区财政局'],
    ['青溪区住建局2023年政府信息公开工作年度报告',   '青溪区住房和城乡建设局\n2024年1月12日', 'note',    '青溪区住房和城乡建设局'],
    ['青溪区人民政府2023年政府信息公开工作年度报告', '青溪区人民政府办公室\n2024年3月12日',   'note',    '青溪区人民政府办公室'],
    ['青溪区财政局2023年政府信息公开工作年度报告',   '青溪区财政局办公室\n2024年1月12日',     'note',    '青溪区财政局办公室'],
    ['青溪区人民政府办公室2023年政府信息公开工作年度报告', '青溪区人民政府办公室\n2024年1月12日', null,  null],
    ['云水省生态环境厅2023年政府信息公开工作年度报告', '生态环境厅\n2024年1月12日',           'note',    '生态环境厅'],
    ['青溪区财政局2023年政府信息公开工作年度报告',   '青溪区审计局\n2024年1月12日',           'error',   '青溪区审计局'],
    ['河东区财政局2023年政府信息公开工作年度报告',   '河西区财政局\n2024年1月12日',           'warning', '河西区财政局'],
    ['石桥街道2023年政府信息公开工作年度报告',       '石桥街道办事处\n2024年1月12日',         'note',    '石桥街道办事处'],
    ['青溪区财政局2023年政府信息公开工作年度报告',   '2024年1月12日',                         null,      null],
  ]
  for (const [title, signature, severity, says] of ROWS) {
    it(`${title.slice(0, 8)} / ${signature.split('\n')[0]}`, () => {
      const parts = [
        { part: 'title', text: title },
        { part: 'signature', text: signature },
      ]
      const [found] = nameAgreement(exampleInput({ parts })).filter(
        ({ part }) => part === 'signature',
      )
      assert.equal(found?.severity ?? null, severity)
      assert.equal(found?.says ?? null, says)
    })
  }

  it('全称连同所在的县，以机关名称为准', () => {
    const parts = [
      { part: 'title', text: '石桥街道2023年政府信息公开工作年度报告' },
      { part: 'signature', text: '石桥街道办事处\n2024年1月12日' },
    ]
    const authority = '云岭县石桥街道办事处'
    const found = nameAgreement({ ...exampleInput({ parts }), authority })
    assert.deepEqual(
      found.map(({ part }) => part),
      ['signature', 'title'],
    )
    assert.match(found[0]?.message ?? '', /宜统一使用全称“云岭县石桥街道办事处”/)
    assert.match(found[1]?.message ?? '', /文中另称“云岭县石桥街道办事处”/)
  })

  it('标题用简称而正文有全称', () => {
    const parts = [
      { part: 'title', text: '石桥街道 2023 年政府信息公开工作年度报告' },
      { part: 'intro', text: '现公布云岭县石桥街道办事处年度报告。' },
    ]
    assert.deepEqual(
      nameAgreement(exampleInput({ parts })).map(({ part, says, severity }) => [
        part,
        says,
        severity,
      ]),
      [['title', '石桥街道', 'note']],
    )
  })
})
