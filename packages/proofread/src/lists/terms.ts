import type { Severity } from '@gongkai/law'

/** A term that is used otherwise than the Regulation and the form use it. */
export type TermUse = {
  readonly wrong: RegExp
  readonly severity: Severity
  readonly message: string
  /** The exact replacement of the group `word` (of the whole match where there is none). */
  readonly shouldBe: string | null
  /** Words in the sentence that make the use right. */
  readonly unless?: RegExp
}

// A number as it is written in reports, blanks around it.
const COUNT = '\\s*\\d[\\d,，]*\\s*'

// biome-ignore format: one term a paragraph
export const TERMS: readonly TermUse[] = [
  { wrong: new RegExp(`(?:收到|受理|办理|接收|接到|新收|答复)(?:的|了)?(?:各类)?(?:群众|公民)?(?<word>依申请公开(?:政府)?信息|依申请信息公开|依申请公开的(?:政府)?信息)(?:共|共计|数)?${COUNT}[件条例份个宗]`, 'g'), severity: 'warning', shouldBe: '政府信息公开申请',
    message: '收到、办理的是申请，应写作“政府信息公开申请”。' },
  { wrong: new RegExp(`(?:收到|受理|接收|接到|新收)(?:的|了)?(?<word>依申请公开)(?:共|共计)?${COUNT}[件条例份个宗]`, 'g'), severity: 'note', shouldBe: '政府信息公开申请',
    message: '收到的是申请，宜写作“政府信息公开申请”。' },
  { wrong: /依申请信息公开件/g, severity: 'note', shouldBe: '依申请公开件',
    message: '词序有误，宜写作“依申请公开件”或者“政府信息公开申请”。' },
  { wrong: /(?:未|没有|无|均未)(?:收到|接到|受理)(?:过)?(?:任何)?(?<word>公开申请)/g, severity: 'note', shouldBe: '政府信息公开申请',
    message: '宜写明“政府信息公开申请”。' },
  { wrong: new RegExp(`(?:信息公开申请|依申请公开|公开申请|公开项目|行政复议|行政诉讼)(?:案件|事项|数量|项目)?(?:共|共计|累计|总计|为)?${COUNT}(?<word>例|个|条)(?!月|工作日|小时|百分点|方面|渠道|环节|阶段|款)`, 'g'), severity: 'note', shouldBe: '件',
    message: '政府信息公开申请、行政复议、行政诉讼以“件”计。' },
  { wrong: new RegExp(`(?:收到|受理|办理|办结|答复)(?:了)?${COUNT}(?<word>例|个|条)(?:政府)?(?:信息公开申请|依申请公开)`, 'g'), severity: 'note', shouldBe: '件',
    message: '政府信息公开申请以“件”计。' },
  { wrong: new RegExp(`规范性文件(?:共|共计|累计|总计)?${COUNT}(?<word>个|条|例|篇|项)(?!方面|百分点|领域)`, 'g'), severity: 'note', shouldBe: '件',
    message: '规范性文件以“件”计。' },
  { wrong: /\d\s*(?<word>个|条|例|篇|项)(?:行政)?规范性文件/g, severity: 'note', shouldBe: '件',
    message: '规范性文件以“件”计。' },
  { wrong: /(?<!政协.{0,4})人大(?:代表)?建议提案(?!.{0,6}政协)/g, severity: 'note', shouldBe: null,
    message: '人大代表提出的是建议、议案，政协委员提出的是提案，请分别写明。' },
  { wrong: /(?<!政协.{0,4})人大(?:代表)?提案(?!.{0,6}政协)/g, severity: 'warning', shouldBe: null,
    message: '人大代表提出的是建议、议案，提案由政协委员提出，请核对。' },
  { wrong: new RegExp(`政协(?:委员)?建议(?=${COUNT}件|办理)`, 'g'), severity: 'note', shouldBe: null, unless: /人大|提案/,
    message: '政协委员提出的是提案，请核对。' },
  { wrong: /微信、公众号/g, severity: 'warning', shouldBe: '微信公众号',
    message: '“微信公众号”是一个平台，中间不加顿号。' },
  { wrong: /同比新增/g, severity: 'warning', shouldBe: null,
    message: '“同比”说的是与上年同期相比的增减，“新增”说的是本年的数量，请改为“同比增加”或者“新增”，并写明本年数。' },
  { wrong: /(?:下降|减少|降低|缩减|减低)(?:了|到)?\s*(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)\s*倍/g, severity: 'warning', shouldBe: null,
    message: '减少的幅度不用倍数，请改用百分比。' },
  { wrong: /率(?:均)?(?:达|达到|为|保持在)?(?:了)?\s*100(?:\.0+)?[%％]以上/g, severity: 'warning', shouldBe: null,
    message: '比率最高为100%，“以上”应删去。' },
]
