import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { citationText } from '@gongkai/law'
import { exampleInput, proofread, RULES } from '../../src/index.js'
import { shareOver } from '../../src/rule.js'

describe('每条规则都有编号、依据和一正一误两例', () => {
  it('没有重复的编号', () => {
    const codes = RULES.map(({ code }) => code)
    assert.deepEqual(codes.toSorted(), [...new Set(codes)].toSorted())
  })

  for (const { code, states, basis, passes, fails, run, severity } of RULES) {
    it(`${code} ${states}`, () => {
      const [right, wrong] = [exampleInput(passes), exampleInput(fails)]
      assert.deepEqual(run(right, shareOver(right)), [])
      const found = run(wrong, shareOver(wrong))
      assert.ok(!('lacks' in found) && found.length > 0)
      assert.ok(found.some((draft) => draft.severity === severity) || severity !== 'error')
      assert.ok(basis.length > 0)
      for (const citation of basis) assert.match(citationText(citation), /^《.+》/)
    })
  }
})

describe('全部规则合在一起', () => {
  const input = exampleInput({
    authority: '青溪区财政局',
    year: 2023,
    parts: [
      { part: 'title', text: '青溪区财政局2023年度政府信息公开工作年度报告' },
      { part: 'intro', text: '依据国办公开办函[2019]60号文件编制。' },
      { part: 'section/一', text: '全区审计信息公开工作扎实推进，，针对上诉问题逐项整改。' },
    ],
  })
  const { findings, notAssessable } = proofread(input)

  it('按部分和位置排列，位置上的文字就是所称的文字', () => {
    assert.deepEqual(
      findings.map(({ rule, part, says, shouldBe }) => [rule, part, says, shouldBe]),
      [
        ['STY-01', 'title', '年度', '年'],
        ['BAS-01', 'intro', '国办公开办函[2019]60号', '国办公开办函〔2021〕30号'],
        ['NAME-02', 'section/一', '审计', null],
        ['STY-01', 'section/一', '，，', '，'],
        ['TYPO-01', 'section/一', '上诉问题', '上述问题'],
      ],
    )
    for (const { part, start, end, says } of findings) {
      assert.equal(input.parts.find((one) => one.part === part)?.text.slice(start, end), says)
    }
  })

  it('缺少上年报告的规则说明缺什么，不算通过', () => {
    assert.ok(notAssessable.some(({ reason }) => reason.includes('上')))
    const nameless = proofread(exampleInput({ text: '我局网站全年更新。' }))
    assert.deepEqual(
      nameless.notAssessable.filter(({ rule }) => rule.startsWith('NAME')),
      [
        { rule: 'NAME-01', reason: '机关名称' },
        { rule: 'NAME-02', reason: '机关名称' },
      ],
    )
  })
})
