import { cite } from '@gongkai/law'
import type { TextRule } from '../rule.js'
import { narrativeParts } from '../words/text.js'
import { ownAuthority } from './authority-name.js'
import { nameAgreement } from './name-agreement.js'
import { nameVariants } from './name-variants.js'
import { nearVariants } from './near-variants.js'

export const OWN_NAME: TextRule = {
  code: 'NAME-01',
  states: '本机关名称在标题、正文、落款中应当一致，不得写错',
  basis: [cite('OGI-2019', 6, 1)],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: {
    authority: '嘉禾市秀川区财政局',
    text: '嘉禾市秀川区财政局认真落实条例，秀川区财政局网站全年更新信息。',
  },
  fails: {
    authority: '嘉禾市秀川区财政局',
    text: '修订《秀穿区财政局政务公开协调制度》，嘉禾市秀川区财政局网站全年更新信息。',
  },
  run: (input, shared) => {
    const own = shared(ownAuthority)
    if (!own) return { lacks: '机关名称' }
    return [
      ...nameVariants(input.parts, own),
      ...nearVariants(narrativeParts(input), own),
      ...nameAgreement(input),
    ]
  },
}
