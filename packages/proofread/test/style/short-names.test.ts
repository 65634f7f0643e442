import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleInput } from '../../src/rule.js'
import { repeatedSentences } from '../../src/style/repeated-sentences.js'
import { unusedShortNames } from '../../src/style/short-names.js'
import { typingHabits } from '../../src/style/width.js'

const INTRO = '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告。'
const LONG = '全年围绕重点领域做好信息公开，及时更新门户网站栏目，组织培训三期。'.repeat(8)

describe('简称', () => {
  // biome-ignore format: one case a line
  const ROWS: readonly [situation: string, section: string, found: readonly string[]][] = [
    ['定义而不用',             LONG,                                        ['（以下简称《条例》）']],
    ['下文使用',               `${LONG}认真落实《条例》要求。`,             []],
    ['下文使用而不加书名号',   `${LONG}认真落实条例要求。`,                 []],
    ['只出现在其他书名中',     `${LONG}学习《档案管理条例》。`,             ['（以下简称《条例》）']],
    ['下文太短，不作判断',     '一、总体情况',                              []],
  ]
  for (const [situation, section, expected] of ROWS) {
    it(situation, () => {
      const parts = [
        { part: 'intro', text: INTRO },
        { part: 'section/一', text: section },
      ]
      assert.deepEqual(
        unusedShortNames(exampleInput({ parts })).map(({ says }) => says),
        expected,
      )
    })
  }
})

it('半角标点每部分只提示一次，写明处数', () => {
  const [found, ...others] = typingHabits(
    exampleInput({ text: '加强领导,完善制度,强化监督:成效明显。' }),
  )
  assert.equal(found?.start, 4)
  assert.match(found?.message ?? '', /共3处/)
  assert.deepEqual(others, [])
})

it('同一句在不同部分出现两次的，提示后一处', () => {
  const sentence = '建立由分管领导牵头的信息公开审核机制，逐级把关、逐条审核'
  const parts = [
    { part: 'section/一', text: `${sentence}。` },
    { part: 'section/五', text: `一是加强培训。${sentence}。` },
  ]
  assert.deepEqual(
    repeatedSentences(exampleInput({ parts })).map(({ part, start, says }) => [part, start, says]),
    [['section/五', 7, sentence]],
  )
})
