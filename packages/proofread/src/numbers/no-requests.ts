import { citePlace, RULE_POWER } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { ownAuthority } from '../names/authority-name.js'
import { rulesWithoutPower } from '../names/rule-power.js'
import type { Draft, TextRule } from '../rule.js'
import { factSums } from './fact-sums.js'
import { draftOn, type Sentence, sentencesOf } from './sentence.js'

const REQUESTS_TABLE = [
  citePlace('REPORT-FORMAT-2019', '三、收到和处理政府信息公开申请情况'),
  citePlace('REPORT-FORMAT-2021', '三、收到和处理政府信息公开申请情况'),
]

/** LOG-01: the text tells how requests were answered and there was none, or of rules that the body may not make. */
export const NO_REQUESTS: TextRule = {
  code: 'LOG-01',
  states:
    '没有收到申请的，不写申请的办理、答复和由答复引起的复议、诉讼；没有规章制定权的，不写制定规章',
  basis: [...REQUESTS_TABLE, ...RULE_POWER],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: { text: '本年未收到政府信息公开申请。', facts: none() },
  fails: { text: '收到的政府信息公开申请均已按时答复。', facts: none() },
  run(input, shared) {
    const rules = rulesWithoutPower(input, shared(ownAuthority))
    const requests = shared(factSums)(['requests/一/总计', 'requests/二/总计'])
    if (requests === null && rules.length === 0)
      return { lacks: '表三本年新收和上年结转的申请数量' }
    return requests === 0 ? [...rules, ...shared(sentencesOf).flatMap(claimsIn)] : rules
  },
}

// Something done to requests as a fact of the year. What is done in general (依法答复申请) has no 均, 已 or 率.
const CLAIMS: readonly RegExp[] = [
  /(?:申请|答复|办理)[^。；]{0,24}?(?:均|全部|都)(?:已)?(?:依法|依规|及时|按时|按期|按规定|在法定期限内|在规定时间内|、)*(?:予以|进行|作出|完成)?(?:了)?(?:答复|办结|办理|回复|处理)/,
  /(?:申请)[^。；，]{0,12}(?:已|已经)(?:依法|及时|按时|按期|按规定|在法定期限内|全部|、)*(?:予以|作出)?(?:答复|办结|回复)/,
  /(?:信息公开|申请|依申请公开)[^。；，]{0,10}答复(?:意见|书|件)?(?:均|都|也)?(?:未|没有)(?:收到|引起|引发|被|发生|产生|出现)[^。；]{0,12}(?:复议|诉讼)/,
  /(?:申请|依申请公开)[^。；]{0,20}(?:按时|按期|及时|依法)?(?:答复|办结|办理|回复)率(?:为|达|达到|均为|均达)?100%/,
  /(?:均|全部)(?:已)?(?:在法定(?:时限|期限|期间)内|按时|按期|依法)(?:予以)?(?:答复|办结|回复)(?:了)?申请人/,
]
const OTHER_MATTER = /建议|提案|信访|热线|网民|留言|咨询|信箱|来信|来电|行政许可|审批|查阅/
const IN_GENERAL =
  /要求|确保|应当|须|力争|做到|今后|下一步|将|机制|制度|流程|规定|保证|杜绝|如有|对于|凡/

function claimsIn(sentence: Sentence): Draft[] {
  return CLAIMS.flatMap((claim) => {
    const match = claim.exec(sentence.text)
    if (!match || OTHER_MATTER.test(sentence.text) || IN_GENERAL.test(sentence.text)) return []
    const from = sentence.start + match.index
    const message = '本年没有收到也没有结转申请，不存在办理、答复的情形，请核对或者删去'
    const span = [from, from + match[0].length] as const
    return [draftOn(sentence, span, { severity: 'warning', message, basis: REQUESTS_TABLE })]
  }).slice(0, 1)
}

function none(): ProofreadInput['facts'] {
  return ['一', '二'].map((row) => ({ subject: `requests/${row}/总计`, value: 0, unit: null }))
}
