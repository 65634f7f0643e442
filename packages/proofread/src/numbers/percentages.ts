import { citePlace } from '@gongkai/law'
import type { TextRule } from '../rule.js'
import { wrongGrowth } from './growth.js'
import { type Sentence, sentencesOf } from './sentence.js'
import { wrongShares, wrongSumOfShares } from './shares.js'

/** How many sentences back the whole of a share may stand. */
const REACH = 3

/** NUM-03: percentages that do not follow from the numbers beside them, or do not make up 100 %. */
export const PERCENTAGES: TextRule = {
  code: 'NUM-03',
  states: '占比、增幅与所列数量相符，各项占比之和为100%（四舍五入除外）',
  basis: [
    citePlace('REPORT-FORMAT-2019', '一、总体情况'),
    citePlace('REPORT-FORMAT-2021', '一、总体情况'),
  ],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '收到申请40件，其中网络申请30件，占75%。' },
  fails: { text: '收到申请40件，其中网络申请30件，占80%。' },
  run(_, shared) {
    const sentences = shared(sentencesOf)
    return sentences.flatMap((sentence, index) => {
      if (
        !sentence.text.includes('%') &&
        !sentence.text.includes('增') &&
        !sentence.text.includes('减')
      )
        return []
      const shares = wrongShares(sentence, earlier(sentences, index))
      const sums = shares.length > 0 ? [] : wrongSumOfShares(sentence)
      return [...shares, ...sums, ...wrongGrowth(sentence)]
    })
  },
}

function earlier(sentences: readonly Sentence[], index: number): Sentence[] {
  const part = sentences[index]?.part
  return sentences.slice(Math.max(0, index - REACH), index).filter((one) => one.part === part)
}
