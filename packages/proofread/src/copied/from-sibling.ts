import { cite, citePlace } from '@gongkai/law'
import { draftOn } from '../numbers/sentence.js'
import type { Draft, TextRule } from '../rule.js'
import { type Clause, ownClauses } from './clauses.js'
import { excerpt, sharedPassages } from './passages.js'
import { type IndexedSibling, type SiblingIndex, siblingIndex } from './sibling-index.js'

const THEIRS =
  '全年组织业务骨干赴先进地区学习公开经验，结合辖区渔业生产特点梳理高频咨询问题，编成口袋书分送到船头码头，并在开渔节现场设点解答，渔民反映良好。'

/** SIB-01: passages that stand in the report of another authority of the same year. */
export const FROM_SIBLING: TextRule = {
  code: 'SIB-01',
  states: '报告内容为本机关情况，不与其他机关的报告雷同',
  basis: [cite('OGI-2019', 50), citePlace('REPORT-FORMAT-2021', '（四）明确责任')],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: {
    text: '本年度重点公开道路养护计划。',
    siblings: [{ name: '青溪区民政局', parts: [{ part: 'section/一', text: THEIRS }] }],
  },
  fails: {
    text: THEIRS,
    siblings: [{ name: '青溪区民政局', parts: [{ part: 'section/一', text: THEIRS }] }],
  },
  run({ authority, siblings }, shared) {
    if (siblings.every(({ name }) => name === authority)) return { lacks: '同年度其他机关的报告' }
    const index = siblingIndex(siblings)
    const own = shared(ownClauses).filter(({ key }) => !isCommon(index, key))
    return nearest(own, index, authority).flatMap((sibling) => copiedFrom(own, sibling))
  },
}

/** Characters of its own from which a passage counts, and from which it is grave by itself. */
const NOTE_FROM = 40
const WARNING_FROM = 120
/** Share of the report's own words from which copying is grave. */
const WARNING_SHARE = 0.3

function isCommon({ holders, common }: SiblingIndex, key: string): boolean {
  return (holders.get(key)?.length ?? 0) > common
}

/** The sibling that shares most of the report's own words, where it shares enough for one passage. */
function nearest(
  own: readonly Clause[],
  { holders, siblings }: SiblingIndex,
  authority: string | null,
): IndexedSibling[] {
  const shared = new Map<number, number>()
  for (const { key } of own) {
    for (const number of holders.get(key) ?? [])
      shared.set(number, (shared.get(number) ?? 0) + key.length)
  }
  const [best] = [...shared]
    .filter(([number, weight]) => weight >= NOTE_FROM && siblings[number]?.name !== authority)
    .sort(([, one], [, other]) => other - one)
  return best ? siblings.slice(best[0], best[0] + 1) : []
}

function copiedFrom(own: readonly Clause[], { name, clauses, positions }: IndexedSibling): Draft[] {
  const passages = sharedPassages(own, positions)
  const copied = passages.reduce((sum, { weight }) => sum + weight, 0)
  const share =
    copied /
    Math.max(
      1,
      own.reduce((sum, { key }) => sum + key.length, 0),
    )
  const percent = Math.round(share * 100)
  return passages.flatMap(({ own: [from, to], other, weight }) => {
    const [first, last] = [own[from], own[to]]
    if (!first || !last || weight < NOTE_FROM) return []
    const grave = weight >= WARNING_FROM || (share >= WARNING_SHARE && copied >= WARNING_FROM)
    const message = `与${name}同年度报告“${excerpt(clauses, other)}”雷同，全文与其相同的部分约占${percent}%，请写本机关实际情况`
    const severity = grave ? 'warning' : 'note'
    return [draftOn(first, [first.start, last.end], { severity, message })]
  })
}
