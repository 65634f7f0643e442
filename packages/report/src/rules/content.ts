import { cite, citePlace } from '@gongkai/law'
import type { FormId } from '../form/layout.js'
import { SECTIONS } from '../form/sections.js'
import { type AnnualReport, partText } from '../reading/annual-report.js'
import { levelOf } from './authority.js'
import { officialTitle } from './headings.js'
import { found, type Given, lacking, type Outcome, type ReportRule } from './rule.js'
import { stretch, wholePart } from './targets.js'

const BOTH: readonly FormId[] = ['2019', '2021']

const PROBLEMS = '我局政府信息公开工作仍有不足：一是政策解读形式单一。二是队伍业务能力有待提高。'

// biome-ignore format: official table
export const CONTENT_RULES: readonly ReportRule[] = [
  {
    code: 'STR-05',
    states: '第五部分写明本年的问题和与之对应的改进措施，第六部分不得空缺',
    basis: [cite('OGI-2019', 50, 1, 4), citePlace('REPORT-FORMAT-2021', '五、存在的主要问题及改进情况')],
    severity: 'warning',
    forms: BOTH,
    passes: { form: '2021', changes: [{ part: 'section/五', text: `${PROBLEMS}\n下一步改进措施：一是丰富政策解读方式。二是加强队伍培训，每季度开展一次业务学习。` }] },
    fails: { form: '2021', changes: [{ part: 'section/五', text: '公开工作还有不足，今后将继续改进。' }] },
    check: ({ report }) => [...emptySections(report), ...problemsAndMeasures(report)],
  },
  {
    code: 'STR-06',
    states: '各部分写各部分的内容，第六部分不重复总体情况的工作叙述',
    basis: [cite('OGI-2019', 50), citePlace('REPORT-FORMAT-2021', '不能遗漏，也不宜泛化')],
    severity: 'note',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ part: 'section/六', text: '围绕重点领域，积极主动公开政府信息，加大公开力度，做好政策解读，管好政务新媒体和公开平台，回应社会关切。'.repeat(7) }] },
    check: ({ report }) => padding(report),
  },
  {
    code: 'STR-07',
    states: '各级人民政府的报告应当写明工作考核、社会评议和责任追究结果情况',
    basis: [cite('OGI-2019', 50, 1, 4)],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [{ reading: { authority: '云岭县人民政府' } }, { part: 'section/一', text: '开展工作考核，占年度绩效考核4分；组织社会评议；全年没有责任追究情况。' }] },
    fails: { form: '2021', changes: [{ reading: { authority: '云岭县人民政府' } }, { part: 'section/一', text: '全年主动公开政府信息1200条，举办业务培训2次。' }] },
    check: supervision,
  },
]

/** The characters that say something: no blanks, no punctuation. */
function words(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '')
}

/** Below so many characters section five cannot name a problem and its remedy. */
const SHORTEST_FIVE = 40

function emptySections(report: AnnualReport): Outcome[] {
  return (['五', '六'] as const).flatMap((no) => {
    const text = partText(report, `section/${no}`)
    if (text === null) return []
    const heading = wholePart(report, `heading/${no}`)
    const length = words(text).length
    if (length === 0) {
      const advice =
        no === '六' ? '没有的请写明“无其他需要报告的事项”' : '请写明本年的问题和改进措施'
      return [found(heading, `第${no}部分“${officialTitle(no)}”没有内容，${advice}。`)]
    }
    if (no === '六' || length >= SHORTEST_FIVE) return []
    const message = `第五部分只有${length}字，过于简略，请写明本年的具体问题和改进措施。`
    return [found(wholePart(report, 'section/五'), message, { says: text })]
  })
}

const PROBLEM_WORDS = /问题|不足|差距|薄弱|短板|欠缺|不够|不强|不高|有待|弱项|困难/
const MEASURE_WORDS = /改进|措施|下一步|今后|将|加强|提高|提升|完善|强化|整改|规范/

function problemsAndMeasures(report: AnnualReport): Outcome[] {
  const text = partText(report, 'section/五')
  if (text === null || words(text).length < SHORTEST_FIVE) return []
  const lacks = !PROBLEM_WORDS.test(text)
    ? '存在的问题'
    : !MEASURE_WORDS.test(text)
      ? '改进措施'
      : null
  if (lacks) return [found(wholePart(report, 'section/五'), `第五部分没有写明${lacks}，请补充。`)]
  const [problems, measures, ...more] = enumerations(text)
  if (!problems || !measures || more.length > 0) return []
  const open = problems.flatMap((problem) => unanswered(problem, measures, problems.length))
  return open.length > 0 ? open : tooFewMeasures(problems, measures)
}

/** One measure may answer two problems: only to be looked at. */
function tooFewMeasures(problems: readonly Item[], measures: readonly Item[]): Outcome[] {
  const [last] = measures.slice(-1)
  if (!last || measures.length >= problems.length) return []
  const message = `问题${problems.length}条，改进措施${measures.length}条，请核对措施是否与问题逐一对应。`
  const target = stretch('section/五', last.start, last.start + last.text.length)
  return [found(target, message, { severity: 'note', says: last.text })]
}

/** A problem that has no measure: fewer measures than problems, or none that speaks of its subject. */
function unanswered(problem: Item, measures: readonly Item[], problems: number): Outcome[] {
  const subjects = SUBJECTS.filter((subject) => subject.test(problem.text))
  const isMet = measures.some(({ text }) => subjects.some((subject) => subject.test(text)))
  if (subjects.length === 0 || isMet) return []
  const counts = measures.length < problems ? `（问题${problems}条，措施${measures.length}条）` : ''
  const message = `问题“${problem.text.slice(0, 30)}”没有对应的改进措施${counts}，请逐一对应。`
  const target = stretch('section/五', problem.start, problem.start + problem.text.length)
  return [found(target, message, { severity: 'note', says: problem.text })]
}

/** What problems of disclosure work are about; a problem and its measure share at least one. */
const SUBJECTS: readonly RegExp[] = [
  /时效|滞后|更新/,
  /解读/,
  /队伍|人员|业务|能力|专业|培训|水平/,
  /意识|认识|重视|培训|学习|宣传|教育/,
  /平台|渠道|网站|栏目|形式|方式|新媒体/,
  /机制|制度|流程|标准|统筹|协调|协同/,
  /审核|审查|错别字|校对|检查|督查|把关/,
  /内容|质量|范围|深度|广度|领域|数量|力度|主动公开/,
  /互动|回应|参与|咨询|需求/,
  /依申请|答复|办理/,
]

type Item = { readonly start: number; readonly text: string }

/** The runs 一是…二是…三是… of a text, each from 一是 on. */
function enumerations(text: string): Item[][] {
  const runs: Item[][] = []
  const marks = [...text.matchAll(/([一二三四五六七八九])是/g)]
  marks.forEach((mark, i) => {
    const end = marks[i + 1]?.index ?? text.length
    const item = { start: mark.index, text: sentences(text.slice(mark.index, end)) }
    if (mark[1] === '一') runs.push([item])
    else runs.at(-1)?.push(item)
  })
  return runs
}

/** The paragraph that the text begins with. */
function sentences(text: string): string {
  return (text.split('\n')[0] ?? '').trimEnd()
}

// What section six is for, and where the report is to be had: such sentences are no padding.
const OTHER_MATTERS =
  /处理费|收费|缴费|其[他它]需要|需要报告|其[他它]事项|要点|建议|提案|创新|亮点|特色|电子版|查阅下载|联系|电话|地址|网址/
const NARRATIVE =
  /主动公开|平台|解读|重点领域|公开力度|渠道|新媒体|公众号|网站|专[题栏]|保障|宣传|活动|走访|检查|整治|营商环境|安全生产|培训|开展|推进|推动|拓展|制作/g
/** A sentence tells of work where it holds so many of these words. */
const NARRATIVE_WORDS = 3

/** Sentences of section six that tell of the year's work, as section one does. */
function padding(report: AnnualReport): Outcome[] {
  const text = partText(report, 'section/六') ?? ''
  const told = Array.from(text.matchAll(/[^。！？\n]+[。！？]?/g)).filter(
    ([sentence]) =>
      !OTHER_MATTERS.test(sentence) && new Set(sentence.match(NARRATIVE)).size >= NARRATIVE_WORDS,
  )
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return []
  const [start, end] = [first.index, last.index + last[0].length]
  const message =
    '第六部分叙述了总体情况的工作内容，宜并入第一部分“总体情况”，第六部分只写其他需要报告的事项。'
  const says = text.slice(start, end)
  return [found(stretch('section/六', start, end), message, { says })]
}

// biome-ignore format: table
const SUPERVISION = [
  { name: '工作考核', said: /考核|考评|绩效/ },
  { name: '社会评议', said: /评议|评估|满意度|测评|问卷/ },
  { name: '责任追究', said: /追究|问责|追责/ },
] as const

/** The results stand in section one (监督保障) or six; what section five plans is no result. */
function supervision({ report, authority }: Given): Outcome[] {
  const name = authority ?? report.authority
  if (name === null) return [lacking('机关名称不明，无法判断是否为人民政府的报告。')]
  const level = levelOf(name)
  const isGovernment = level === 'government' || name.endsWith('人民政府')
  if (level === null)
    return [lacking(`仅凭名称“${name}”无法判断是否为人民政府的报告，请人工核对。`)]
  if (!isGovernment) return []
  const first = partText(report, 'section/一')
  if (first === null)
    return [lacking(`没有“一、${SECTIONS[0].title}”部分，无法核对考核、评议、追究情况。`)]
  const text = `${first}\n${partText(report, 'section/六') ?? ''}`
  const missing = SUPERVISION.filter(({ said }) => !said.test(text)).map((one) => one.name)
  if (missing.length === 0) return []
  const what = `报告没有写明${missing.join('、')}结果情况`
  const message =
    level === 'township'
      ? `乡镇人民政府的${what}；条例要求各级人民政府写明，请按上级部署确定是否补充。`
      : `人民政府的${what}，请补充；没有的也应当写明。`
  const target = first === '' ? wholePart(report, 'heading/一') : wholePart(report, 'section/一')
  const severity = missing.length === SUPERVISION.length ? 'error' : 'warning'
  return [found(target, message, { severity: level === 'township' ? 'note' : severity })]
}
