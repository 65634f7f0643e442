import { cite, citePlace, type Severity } from '@gongkai/law'
import { draftOn } from '../numbers/sentence.js'
import type { Draft, TextRule } from '../rule.js'
import { type Clause, ownClauses } from './clauses.js'
import { excerpt, type Passage, passageText, positionsOf, sharedPassages } from './passages.js'

const LAST_YEAR =
  '加强政策解读，围绕惠企助农制作图文解读并在村务公开栏同步张贴，邀请企业代表走进办事大厅现场体验。'

/** XYR-05: passages of last year's report that stand in this year's, figures exchanged or not. */
export const FROM_LAST_YEAR: TextRule = {
  code: 'XYR-05',
  states: '报告内容为本年度情况，不照抄上一年度报告',
  basis: [cite('OGI-2019', 50), citePlace('REPORT-FORMAT-2021', '（四）明确责任')],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: {
    text: '聚焦项目建设，新设重大工程专栏并按月公布进度。',
    previous: { year: 2022, parts: [{ part: 'section/一', text: LAST_YEAR }] },
  },
  fails: {
    text: LAST_YEAR,
    previous: { year: 2022, parts: [{ part: 'section/一', text: LAST_YEAR }] },
  },
  run({ authority, previous }, shared) {
    if (!previous) return { lacks: '上一年度报告' }
    const own = shared(ownClauses)
    const other = ownClauses({ parts: previous.parts, authority })
    return sharedPassages(own, positionsOf(other)).flatMap((passage) =>
      judged(own, other, passage, previous.year),
    )
  },
}

/** Characters of its own from which a passage is worth a note, and a warning. */
const NOTE_FROM = 20
const WARNING_FROM = 60
/** Problems and measures are to be this year's: less is enough there. */
const WARNING_FROM_IN_FIVE = 35

function judged(
  own: readonly Clause[],
  other: readonly Clause[],
  passage: Passage,
  year: number,
): Draft[] {
  const [first, last] = [own[passage.own[0]], own[passage.own[1]]]
  if (!first || !last || passage.weight < NOTE_FROM) return []
  const figures = figuresIn(own, passage.own)
  const earlier = figuresIn(other, passage.other)
  const same = figures.length > 1 && figures.join() === earlier.join()
  const limit = first.part.part === 'section/五' ? WARNING_FROM_IN_FIVE : WARNING_FROM
  const severity: Severity = same || passage.weight >= limit ? 'warning' : 'note'
  const message = `与${year}年报告“${excerpt(other, passage.other)}”${wordsOn(figures, earlier, same)}，请写本年度实际情况`
  return [draftOn(first, [first.start, last.end], { severity, message })]
}

function wordsOn(figures: readonly string[], earlier: readonly string[], same: boolean): string {
  if (same) return '文字相同，数字也未变'
  return figures.join() === earlier.join() ? '文字相同' : '文字相同，只换了数字'
}

/** Figures other than years and zeros, in order. */
function figuresIn(clauses: readonly Clause[], span: readonly [number, number]): string[] {
  const figures = passageText(clauses, span).match(/\d[\d.,]*(?![\d年月日])/g) ?? []
  return figures.filter((figure) => Number(figure) !== 0)
}
