import { cite, citePlace } from '@gongkai/law'
import type { TextRule } from '../rule.js'
import { malformedNumbers } from './document-numbers.js'
import { formerRules, wrongOrderNumber } from './former-regulation.js'
import { wrongFormat } from './report-format.js'

export const LEGAL_BASIS: TextRule = {
  code: 'BAS-01',
  states: '编制依据应当现行有效，名称和文号准确',
  basis: [cite('OGI-2019', 50), citePlace('GB-9704-2012', '7.2.5 发文字号')],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: {
    year: 2023,
    text: '根据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。',
  },
  fails: {
    year: 2023,
    text: '根据《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）编制。',
  },
  run: (input) => [
    ...wrongFormat(input),
    ...formerRules(input),
    ...wrongOrderNumber(input),
    ...malformedNumbers(input),
  ],
}
