import { citePlace, type Severity } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import type { Draft, TextRule } from '../rule.js'
import { type FactSums, factSums } from './fact-sums.js'
import { afterLast } from './flat-text.js'
import { scopeOfWords } from './scope.js'
import {
  clauseAfter,
  draftOn,
  printed,
  type Sentence,
  segmentBefore,
  sentencesOf,
} from './sentence.js'
import { STATEMENTS, type Statement, ZERO_STATEMENTS } from './statements.js'
import type { TextNumber } from './text-number.js'

/** NUM-01: a count that the text states and the table states otherwise. */
export const AGAINST_TABLES: TextRule = {
  code: 'NUM-01',
  states: '正文所述数量与表格一致',
  basis: [
    citePlace('REPORT-FORMAT-2019', '二、三、四'),
    citePlace('REPORT-FORMAT-2021', '二、三、四'),
  ],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: {
    text: '全年共收到政府信息公开申请12件。',
    facts: [{ subject: 'requests/一/总计', value: 12, unit: null }],
  },
  fails: {
    text: '全年共收到政府信息公开申请12件。',
    facts: [{ subject: 'requests/一/总计', value: 11, unit: null }],
  },
  run(input, shared) {
    if (input.facts.length === 0) return { lacks: '表格数据' }
    const sums = shared(factSums)
    return shared(sentencesOf).flatMap((sentence) => [
      ...sentence.numbers.flatMap((_, index) => numberAgainst(sentence, index, input, sums)),
      ...zeroAgainst(sentence, input, sums),
    ])
  },
}

const COUNTS = /^(?:件|例|宗|起|个|条|份|次|项|元|万元)$/
// A word of some statement: most numbers have none.
const TABLED = /申请|结转|公开|提供|处理|掌握|复议|诉讼|文件|决定|收费/
// What narrows the number down to some of the requests, reviews or documents.
const NARROWED =
  /网上|网络|在线|邮寄|邮件|邮箱|信函|书面|当面|现场|传真|窗口|平台|系统|电子|自然人|企业|涉及|受理|审理|应诉|关于|乡镇|部门|科室|\d月|月份|另|转来|转送|党组|党内|备案|主动|被(?:纠|确认|撤)|代为/
const CHANNEL_CLAUSE = /(?:^|[，；：。（])(?:其中|(?:其中)?(?:通过|经由|以)[^，]*)，[^，]*$/
const WHOLE = /共|全年|本年|年度|总计|合计/
/** How far back the kind of a result may find what it is a result of. */
const PARAGRAPH = 120
const OTHER_MATTER = /建议|提案|信访|投诉|热线|许可|咨询|审批/

function numberAgainst(
  sentence: Sentence,
  index: number,
  { year }: ProofreadInput,
  sums: FactSums,
): Draft[] {
  const number = sentence.numbers[index]
  if (!number || number.fuzzy || !COUNTS.test(number.unit ?? '')) return []
  const segment = segmentBefore(sentence, index)
  const clause = `${afterLast('，；：（）。', segment)}#${clauseAfter(sentence, index)}`
  if (!TABLED.test(clause)) return []
  const statement = STATEMENTS.find(
    (one) => one.words.test(clause) && isAbout(one, sentence, number),
  )
  if (!statement || isNarrowed(segment, clause, statement)) return []
  const known = statement.tables.flatMap((table) => sums(table) ?? [])
  if (known.length === 0 || known.some((value) => agrees(number, value))) return []
  const lead = sentence.flat.text.slice(sentence.start, number.start)
  const scope = scopeOfWords(lead, clause.replace(statement.words, ''), year)
  if (scope === 'other') return []
  const severity = scope === 'wider' ? 'note' : statement.severity
  return [report(sentence, [number.start, number.end], statement, known, severity)]
}

function isAbout(
  { about, isPart }: Statement,
  { part, flat, start }: Sentence,
  number: TextNumber,
): boolean {
  if (!about) return true
  if (part.part === 'section/三' || part.part === 'section/四') return true
  const from = isPart ? Math.max(0, start - PARAGRAPH) : start
  const lead = flat.text.slice(from, number.start)
  return about.test(lead) && !OTHER_MATTER.test(flat.text.slice(start, number.start))
}

function isNarrowed(segment: string, clause: string, { words, isPart }: Statement): boolean {
  if (NARROWED.test(clause.slice(0, clause.search(words)))) return true
  if (isPart) return false
  return segment.includes('其中') || (CHANNEL_CLAUSE.test(segment) && !WHOLE.test(clause))
}

/** Money is compared in 万元 to the printed decimals, everything else exactly. */
function agrees({ value, unit, step }: TextNumber, known: number): boolean {
  if (unit === '元') return Math.abs(value / 10_000 - known) < 0.00501
  return unit === '万元' ? Math.abs(value - known) <= step * 0.501 : value === known
}

function zeroAgainst(sentence: Sentence, { year }: ProofreadInput, sums: FactSums): Draft[] {
  if (!/[未无没零]/.test(sentence.text)) return []
  return ZERO_STATEMENTS.flatMap((statement) => {
    const match = statement.words.exec(sentence.text)
    const known = statement.tables.flatMap((table) => sums(table) ?? [])
    if (!match || known.length === 0 || known.includes(0)) return []
    const lead = sentence.text.slice(0, match.index)
    const clause = afterLast('，；：（）', lead)
    if (NARROWED.test(clause) || /[过经通]$/.test(clause)) return []
    if (scopeOfWords(lead, clause, year) !== 'own') return []
    const start = sentence.start + match.index
    return [report(sentence, [start, start + match[0].length], statement, known, 'error')]
  })
}

function report(
  sentence: Sentence,
  span: readonly [number, number],
  { name }: Pick<Statement, 'name'>,
  known: readonly number[],
  severity: Severity,
): Draft {
  const said = printed(sentence, { start: span[0], end: span[1] })
  const values = [...new Set(known)].join('或')
  const message = `正文${name}写作“${said}”，表格中为${values}，请核对后改为一致`
  return draftOn(sentence, span, { severity, message })
}
