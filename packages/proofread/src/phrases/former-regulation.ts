import { type Citation, cite, type Severity } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { matchesIn, sentenceAround } from '../words/text.js'

/** What stood in the Regulation of 2007 or in older law and does not stand any more. */
type FormerRule = {
  readonly pattern: RegExp
  readonly severity: Severity
  readonly message: string
  readonly basis: Citation
  /** The first report year it is wrong in. */
  readonly from: number
  /** Words in the sentence that make it right: told as history, or as not done. */
  readonly unless: RegExp
}

// biome-ignore format: one former rule a paragraph
const FORMER_RULES: readonly FormerRule[] = [
  { pattern: /国务院令[（(]?第?492号/g, severity: 'error', from: 2019, unless: /711|修订|修改|原|废止/,
    message: '国务院令第492号公布的条例已于2019年修订，现行条例为国务院令第711号。', basis: cite('OGI-2019', 56) },
  { pattern: /生产、生活、科研等(?:方面的?)?(?:自身)?特殊需要/g, severity: 'error', from: 2019, unless: /取消|删除|不再|无需|不得|原条例|旧条例|删去/,
    message: '现行条例已取消申请公开须基于“生产、生活、科研等特殊需要”的条件，请删改。', basis: cite('OGI-2019', 27) },
  { pattern: /收取(?:了)?(?:的)?检索(?:费)?、复制(?:费)?、邮寄(?:费)?等(?:成本)?费用?/g, severity: 'error', from: 2019, unless: /[未没不无免]|取消/,
    message: '现行条例规定提供政府信息不收取费用，仅对申请数量、频次明显超过合理范围的可收取信息处理费。', basis: cite('OGI-2019', 42) },
  { pattern: /(?:延长|延期)[^。；，]{0,12}15个工作日/g, severity: 'error', from: 2019, unless: /第三方|征求意见/,
    message: '延长答复的期限最长不得超过20个工作日，“15个工作日”是原条例的规定。', basis: cite('OGI-2019', 33, 2) },
  { pattern: /(?:答复|回复|办结)(?:期限|时限)?[^。；，]{0,8}15个工作日|15个工作日(?:之)?内(?:予以|作出|给予|进行)?(?:答复|回复)/g, severity: 'warning', from: 2019, unless: /延长|延期|第三方|征求意见|压缩|缩短|承诺|提前|提速|平均|整改|反馈|留言|来信|信箱|热线|咨询|投诉|信访|建议|提案/,
    message: '答复期限为收到申请之日起20个工作日，“15个工作日”是原条例的规定，请核对。', basis: cite('OGI-2019', 33, 2) },
  { pattern: /(?:条例》?|条例》?（[^）]{0,20}）)第三十[一二]条[^。；]{0,24}年度报告/g, severity: 'error', from: 2019, unless: /原条例|旧条例/,
    message: '现行条例关于年度报告的规定为第四十九条、第五十条。', basis: cite('OGI-2019', 49) },
  { pattern: /上一级(?:主管部门|行政机关|部门)或者?(?:本级|同级)人民政府(?:依法)?申请(?:行政)?复议/g, severity: 'warning', from: 2024, unless: /原|此前|修订前/,
    message: '2024年起对县级以上地方人民政府工作部门的行政行为不服，向本级人民政府申请行政复议，请核对。', basis: cite('OGI-2019', 51) },
]

/** Provisions no longer in force, used as if they were. */
export function formerRules({ parts, year }: ProofreadInput): Draft[] {
  return FORMER_RULES.filter(({ from }) => year !== null && year >= from).flatMap((rule) =>
    matchesIn(parts, rule.pattern)
      .filter(({ part, start }) => !rule.unless.test(sentenceAround(part.text, start)))
      .map(({ part, start, end }) =>
        draftAt(part, [start, end], {
          severity: rule.severity,
          message: rule.message,
          basis: [rule.basis],
        }),
      ),
  )
}

// 国务院令第711号 is the Regulation's number; 492 is told above.
const ORDER_NUMBER = /政府信息公开条例》?[^。；《]{0,14}国务院(?:第|令第?)(?<number>\d+)号(?:令)?/g

/** Another number given to the Regulation. */
export function wrongOrderNumber({ parts }: ProofreadInput): Draft[] {
  return matchesIn(parts, ORDER_NUMBER).flatMap(({ part, groups, start, end }) => {
    const { number = '' } = groups.groups ?? {}
    if (number === '711' || number === '492') return []
    const at = start + groups[0].lastIndexOf('国务院')
    return [
      draftAt(part, [at, end], {
        severity: 'error',
        message: '《中华人民共和国政府信息公开条例》的公布令为国务院令第711号。',
        shouldBe: '国务院令第711号',
        basis: [cite('OGI-2019', 56)],
      }),
    ]
  })
}
