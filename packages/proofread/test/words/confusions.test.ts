import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CERTAIN_CONFUSIONS } from '../../src/lists/certain-confusions.js'
import { DOUBTFUL_CONFUSIONS } from '../../src/lists/doubtful-confusions.js'
import { exampleInput, shareOver } from '../../src/rule.js'
import { indexConfusions, meetings } from '../../src/words/confusion-index.js'
import { WRONG_WORDS } from '../../src/words/wrong-words.js'

const ALL = [...CERTAIN_CONFUSIONS, ...DOUBTFUL_CONFUSIONS]

describe('易错词表', () => {
  it('不少于三百对，没有重复', () => {
    assert.ok(CERTAIN_CONFUSIONS.length >= 300)
    const words = ALL.map(({ wrong }) => wrong)
    assert.deepEqual(words.toSorted(), [...new Set(words)].toSorted())
  })

  it('每一对单独出现时都能查出', () => {
    const silent = ALL.filter(({ wrong }) => !found(`，${wrong}。`).includes(wrong))
    assert.deepEqual(
      silent.map(({ wrong }) => wrong),
      [],
    )
  })

  it('每一处例外都不提示', () => {
    const loud = ALL.flatMap(({ wrong, not }) =>
      not.filter((words) => !words.includes(wrong) || found(`，${words}。`).includes(wrong)),
    )
    assert.deepEqual(loud, [])
  })

  it('改正以后不再有错', () => {
    const wrong = ALL.filter(({ right }) => found(`，${right}。`).length > 0)
    assert.deepEqual(
      wrong.map(({ right }) => right),
      [],
    )
  })

  it('同一处开始的取较长的词', () => {
    const index = indexConfusions(
      ['建全', '建全完善'].map((word) => ({
        wrong: word,
        right: word.replace('建全', '健全'),
        severity: 'error' as const,
        not: [],
      })),
    )
    assert.deepEqual(
      meetings('建全完善，建全。', index).map(({ confusion, start }) => [confusion.wrong, start]),
      [
        ['建全完善', 0],
        ['建全', 5],
      ],
    )
  })
})

function found(text: string): string[] {
  const input = exampleInput({ text })
  const drafts = WRONG_WORDS.run(input, shareOver(input))
  assert.ok(!('lacks' in drafts))
  return drafts.map(({ says }) => says)
}
