import { citePlace } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { before, type Match, matchesIn } from '../words/text.js'

// The number of the letter that set the report's form, in any brackets: 国办公开办函〔2021〕30号.
const LETTER =
  /国办(?<office>公开办)?(?<kind>函|发)\s*[[［(（【〔﹝]?(?<year>20\d{2})[\]］)）】〕﹞]?\s*第?(?<number>\d{1,3})\s*号/g

const TRIAL_TITLE = /年度报告格式》?[（(]试行[)）]/g
const PLAIN_TITLE = /政府信息公开工作年度报告格式(?!》?[（(]试行[)）])/g

/** The first report year of the form of 国办公开办函〔2021〕30号. */
const REVISED_FROM = 2021

/** The letter or the title of the form of another year: 60号 for 2021 and later, 30号 before. */
export function wrongFormat({ parts, year }: ProofreadInput): Draft[] {
  if (year === null || year < 2019) return []
  const isRevised = year >= REVISED_FROM
  return [
    ...matchesIn(parts, LETTER).flatMap((match) => letterDraft(match, isRevised)),
    ...matchesIn(parts, isRevised ? TRIAL_TITLE : PLAIN_TITLE).map((match) =>
      titleDraft(match, isRevised),
    ),
  ]
}

function letterDraft({ part, groups, start, end }: Match, isRevised: boolean): Draft[] {
  const { office, kind, year, number } = groups.groups ?? {}
  const said = `${year}-${number}`
  const isFormLetter = office !== undefined && (said === '2019-60' || said === '2021-30')
  const namesForm = /年度报告格式[^。；]{0,16}$/.test(before(part.text, start, 40))
  if (!isFormLetter && !namesForm) return []
  if (office && kind === '函' && said === (isRevised ? '2021-30' : '2019-60')) return []
  if (/(?:代替|废止|取代|原)[^。；]{0,30}$/.test(before(part.text, start, 40))) return []
  const right = isRevised ? '国办公开办函〔2021〕30号' : '国办公开办函〔2019〕60号'
  return [
    draftAt(part, [start, end], {
      severity: 'error',
      message: `编制依据有误：本年度报告格式的文号为${right}。`,
      shouldBe: right,
      basis: [basisOf(isRevised)],
    }),
  ]
}

function titleDraft({ part, start, end }: Match, isRevised: boolean): Draft {
  const message = isRevised
    ? '自2021年度起适用修订后的《中华人民共和国政府信息公开工作年度报告格式》，名称中没有“（试行）”。'
    : '2019年度、2020年度适用的格式名称为《中华人民共和国政府信息公开工作年度报告格式（试行）》。'
  return draftAt(part, [start, end], {
    severity: isRevised ? 'error' : 'note',
    message,
    basis: [basisOf(isRevised)],
  })
}

function basisOf(isRevised: boolean) {
  return citePlace(isRevised ? 'REPORT-FORMAT-2021' : 'REPORT-FORMAT-2019', '年度报告格式')
}
