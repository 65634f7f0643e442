import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { before, matchesIn, narrativeParts, sentenceAround } from '../words/text.js'
import { speaksOfPlans } from './plans.js'

// A sentence that opens with the year it tells of: 2022年，我局共发布信息…
const OPENING =
  /(?<=^|[。；\n]\s*)(?<year>20\d{2})年度?(?=[，,]?\s*(?:我|本|全|共|累计|[\u4e00-\u9fff]{2,8}(?:局|办|委|政府|街道|镇|乡)(?:共|累计|认真|严格|坚持|深入|高度|通过|主动|围绕)))/gm

// The report that the introduction names as itself.
const OWN_TITLE = /(?<year>20\d{2})年度?(?=政府信息公开(?:工作)?(?:年度报告|年报))/g

const COMPARES = /较|比|相比|同期|以来|上年|起|至|印发|修订|施行|挂牌|成立|新修|公布/

/** Sentences that open with last year, and an introduction that names a report of another year. */
export function wrongYears(input: ProofreadInput): Draft[] {
  const { year } = input
  if (year === null) return []
  return [...openings(input, year), ...ownTitles(input, year)]
}

function openings(input: ProofreadInput, year: number): Draft[] {
  const parts = narrativeParts(input).filter((part) => !speaksOfPlans(part))
  return matchesIn(parts, OPENING).flatMap(({ part, groups, start, end }) => {
    const { year: said } = groups.groups ?? {}
    if (Number(said) !== year - 1) return []
    const sentence = sentenceAround(part.text, start)
    if (COMPARES.test(sentence) || sentence.includes(String(year))) return []
    return [
      draftAt(part, [start, end], {
        severity: 'warning',
        message: `本报告为${year}年度报告，此句写的是${year - 1}年的情况，请核对是否沿用了上年文字。`,
      }),
    ]
  })
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
