import { cite } from '@gongkai/law'
import type { TextRule } from '../rule.js'
import { repeatedSentences } from './repeated-sentences.js'
import { repeatedWords } from './repeated-words.js'

export const REPETITION: TextRule = {
  code: 'DUP-01',
  states: '词语、语句不应重复',
  basis: [cite('OGI-2019', 6, 1)],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: { text: '为了了解群众需求，我局逐件逐件核对，达到便民的目的的做法受到肯定。' },
  fails: { text: '我局按要求进行进行整改，健全了的的制度。' },
  run: (input) => [...repeatedWords(input), ...repeatedSentences(input)],
}
