import type { Severity } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { before, matchesIn, narrativeParts, sentenceAround } from '../words/text.js'
import { speaksOfPlans } from './plans.js'

// A sentence that opens with a year: 2022年，我局…
const OPENING = /(?<year>20(?<=(?:^|[。；\n]\s*)20)\d{2})年度?(?![底初末中内来])/gm

// One's own doings follow: 我局…, 全年…, 共…
const OWN = /^[，,]?\s*(?:[我本全共]|累计)/
// Or, past a comma, a verb of doing, with a body before it or none: 街道将…列入, 通过门户网站….
const DOING =
  /^[，,]\s*(?:街道|[\u4e00-\u9fff]{0,12}?(?:局|办|委|政府|办事处|街道|镇|乡|机关))?(?:共|累计|将[^，。；]{2,20}(?:列入|纳入|作为)|认真|严格|坚持|深入|高度重视|围绕|主动|通过|依托|收到|受理|办理|答复|公开|发布|推送|召开|举办|组织|开展|制定|完善|健全|加强|推进|推动|强化|优化|落实|更新|报送)/
// Of an older year only what the reporting body itself does is told so by mistake.
const OWN_DOING =
  /^[，,]\s*(?:我[\u4e00-\u9fff]|本[\u4e00-\u9fff]{1,2}|街道)(?:共|累计|认真|严格|坚持|深入|高度重视|围绕|主动|通过|将[^，。；]{2,20}(?:列入|纳入|作为))/

// The introduction names a report as itself.
const OWN_TITLE = /(?<year>20\d{2})年度?(?=政府信息公开(?:工作)?(?:年度报告|年报))/g

const COMPARES =
  /较|比|相比|同期|以来|上年|起|至|印发|修订|施行|挂牌|成立|新修|公布|沿用|被|获|评为|国务院|省政府/
const PLANNED = /将|拟|要|计划|继续|力争|打算|争取|下一步/

/** Sentences that open with another year, and an introduction that names a report of another year. */
export function wrongYears(input: ProofreadInput): Draft[] {
  const { year } = input
  if (year === null) return []
  return [...openings(input, year), ...ownTitles(input, year)]
}

function openings(input: ProofreadInput, year: number): Draft[] {
  const parts = narrativeParts(input).filter((part) => !speaksOfPlans(part))
  return matchesIn(parts, OPENING).flatMap(({ part, groups, start, end }) => {
    const { year: printed } = groups.groups ?? {}
    const said = Number(printed)
    if (said === year) return []
    const sentence = sentenceAround(part.text, start)
    if (COMPARES.test(sentence) || sentence.includes(String(year))) return []
    const severity = severityOf(said - year, part.text.slice(end, end + 40), sentence)
    if (!severity) return []
    const message = `本报告为${year}年度报告，此句写的是${said}年的情况，请核对${said < year ? '是否沿用了以前年度的文字' : '年份'}。`
    return [draftAt(part, [start, end], { severity, message })]
  })
}

/** Last year's doings were taken over; next year's are plans; older ones may be history. */
function severityOf(ahead: number, next: string, sentence: string): Severity | null {
  if (ahead === -1) return OWN.test(next) || DOING.test(next) ? 'warning' : null
  if (ahead === 1 && PLANNED.test(sentence)) return null
  return OWN_DOING.test(next) ? 'note' : null
}

function ownTitles(input: ProofreadInput, year: number): Draft[] {
  const intro = input.parts.filter(({ part }) => part === 'intro')
  return matchesIn(intro, OWN_TITLE).flatMap(({ part, groups, start }) => {
    const { year: said = '' } = groups.groups ?? {}
    if (Number(said) === year || /[较比《]|上年|上一年/.test(before(part.text, start, 12)))
      return []
    return [
      draftAt(part, [start, start + said.length], {
        severity: 'error',
        message: `引言写作${said}年度报告，与报告年度${year}年不一致。`,
        shouldBe: String(year),
      }),
    ]
  })
}
