import { cite } from '@gongkai/law'
import type { TextRule } from '../rule.js'
import { ownAuthority } from './authority-name.js'
import { otherFields } from './other-fields.js'
import { wrongPronouns } from './wrong-pronouns.js'

export const OTHER_NAMES: TextRule = {
  code: 'NAME-02',
  states: '报告中不应把其他机关、其他层级的名称写作本机关',
  basis: [cite('OGI-2019', 6, 1)],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: {
    authority: '青溪区财政局',
    text: '2023年，我局扎实推动全区财政信息公开工作，主动接受审计监督，在全市考评中居前列。',
  },
  fails: {
    authority: '青溪区财政局',
    text: '2023年，我局扎实推动全区审计信息公开工作，我县门户网站全年更新信息。',
  },
  run: (input, shared) => {
    const own = shared(ownAuthority)
    if (!own) return { lacks: '机关名称' }
    return [...otherFields(input, own), ...wrongPronouns(input, own)]
  },
}
