import { type Facts, fillTemplate } from './facts.js'
import type { Figures } from './figures.js'
import { SECTION_TITLES } from './forms.js'
import type { Authority, FormId, TruthSection } from './model.js'
import { INTRODUCTIONS, NO_FEES, NOTHING_ELSE, OPENINGS } from './narrative/general.js'
import {
  GOVERNMENT_SUPERVISION,
  MANAGEMENT_PARAGRAPHS,
  PLATFORM_PARAGRAPHS,
  PROACTIVE_PARAGRAPHS,
  SUPERVISION_PARAGRAPHS,
} from './narrative/proactive.js'
import { PROBLEM_FRAMES, PROBLEMS } from './narrative/problems.js'
import { NO_REMEDIES, NO_REQUESTS, SOME_REMEDIES, SOME_REQUESTS } from './narrative/requests.js'
import type { Rng } from './rng.js'

const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const

/** The words of a report, and the templates they came from. */
export interface Narrative {
  intro: string
  sections: TruthSection[]
  used: ReadonlySet<string>
}

type Choose = (templates: readonly string[]) => string

function chooser(facts: Facts, rng: Rng, used: Set<string>, avoid: ReadonlySet<string>): Choose {
  return (templates) => {
    const fresh = templates.filter((template) => !avoid.has(template) && !used.has(template))
    const template = rng.pick(fresh.length > 0 ? fresh : templates)
    used.add(template)
    return fillTemplate(template, facts)
  }
}

function requestParagraph(figures: Figures, choose: Choose): string {
  const handled = (figures.requests['一']?.[6] ?? 0) + (figures.requests['二']?.[6] ?? 0)
  const cases = Object.values(figures.remedies).reduce((sum, cells) => sum + (cells[4] ?? 0), 0)
  return (
    choose(handled > 0 ? SOME_REQUESTS : NO_REQUESTS) +
    choose(cases > 0 ? SOME_REMEDIES : NO_REMEDIES)
  )
}

function overview(authority: Authority, figures: Figures, choose: Choose, rng: Rng): string {
  const supervision =
    authority.kind === 'government' ? GOVERNMENT_SUPERVISION : SUPERVISION_PARAGRAPHS
  const ending = rng.pick(['', '情况'])
  const items: [string, string][] = [
    [`主动公开${ending}`, choose(PROACTIVE_PARAGRAPHS)],
    [`依申请公开${ending}`, requestParagraph(figures, choose)],
    [`政府信息管理${ending}`, choose(MANAGEMENT_PARAGRAPHS)],
    [`政府信息公开平台建设${ending}`, choose(PLATFORM_PARAGRAPHS)],
    [`监督保障${ending}`, choose(supervision)],
  ]
  const joint = rng.pick(['。', '\n'])
  const paragraphs = items.map(([name, text], at) => `（${NUMERALS[at]}）${name}${joint}${text}`)
  return [choose(OPENINGS), ...paragraphs].join('\n')
}

function problems(facts: Facts, figures: Figures, rng: Rng): string {
  const idle = figures.size === 'none'
  const fitting = PROBLEMS.filter(({ problem }) => !idle || !problem.includes('答复'))
  const chosen = rng.shuffle(fitting).slice(0, rng.int(2, 3))
  const frame = rng.pick(PROBLEM_FRAMES)
  const number = ['一是', '二是', '三是']
  const open = fillTemplate(frame.open, facts)
  const lead = fillTemplate(frame.measures, facts)
  const faults = chosen.map(({ problem }, at) => `${number[at]}${problem}`)
  const remedies = chosen.map(({ measure }, at) => `${number[at]}${measure}。`)
  if (rng.chance(0.4)) {
    return [
      '（一）存在的主要问题',
      ...faults.map((fault) => `${fault}。`),
      '（二）改进情况',
      ...remedies,
    ].join('\n')
  }
  return `${open}${faults.join('；')}。\n${lead}${remedies.join('')}`
}

/** Writes introduction and sections in agreement with the tables, avoiding last year's templates. */
export function narrate(
  facts: Facts,
  authority: Authority,
  form: FormId,
  figures: Figures,
  rng: Rng,
  avoid: ReadonlySet<string> = new Set(),
): Narrative {
  const used = new Set<string>()
  const choose = chooser(facts, rng, used, avoid)
  const fees = form === '2021' ? NO_FEES : NOTHING_ELSE
  const texts: Record<string, string> = {
    一: overview(authority, figures, choose, rng),
    五: problems(facts, figures, rng),
    六: choose(fees),
  }
  const intro = choose(INTRODUCTIONS)
  const sections = NUMERALS.map((no) => ({
    no,
    title: SECTION_TITLES[no],
    heading: `${no}、${SECTION_TITLES[no]}`,
    text: texts[no] ?? '',
  }))
  return { intro, sections, used }
}
