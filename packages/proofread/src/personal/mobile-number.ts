import { cite } from '@gongkai/law'
import { draftAt, type TextRule } from '../rule.js'
import { after, before, matchesIn } from '../words/text.js'
import { halfWidthParts, masked } from './digits.js'

// Eleven digits from 13 to 19, alone or in groups of 3-4-4; longer numbers and amounts are no phones.
const SHAPE =
  /(?<![\d.¥￥A-Za-z-]|\d,)1[3-9]\d(?:[ -]?)\d{4}(?:[ -]?)\d{4}(?![\d.]|\s*[万亿]?(?:元|条|件|次|人|户|平方|亩|吨|字))/g

const CONTACT = /(?:电话|联系方式|联系人|咨询|热线|手机|监督|传真|办公室)[^。；\n]{0,20}$/

export const MOBILE_NUMBERS: TextRule = {
  code: 'PRI-02',
  states: '公开的文本中不应有个人的手机号码',
  basis: [cite('OGI-2019', 15), cite('OGI-2019', 17)],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: { text: '联系电话：0573-12345678，全年网站访问量13800138000次。' },
  fails: { text: '申请人王某（13800138000）于3月提出申请。' },
  run: (_, shared) =>
    matchesIn(shared(halfWidthParts), SHAPE).map(({ part, groups, start, end }) => {
      const isContact =
        CONTACT.test(before(part.text, start, 30)) && !isOfApplicant(part.text, start, end)
      return {
        ...draftAt(part, [start, end], {
          severity: isContact ? 'note' : 'warning',
          message: isContact
            ? `联系电话${masked(groups[0])}为手机号码，请确认是公务号码，宜改用办公电话。`
            : `文中有手机号码${masked(groups[0])}，属个人信息的公开前应当删除或者遮盖。`,
        }),
        says: masked(groups[0]),
      }
    }),
}

function isOfApplicant(text: string, start: number, end: number): boolean {
  return /申请人|当事人|村民|居民|业主|举报人|投诉人/.test(
    before(text, start, 30) + after(text, end, 10),
  )
}
