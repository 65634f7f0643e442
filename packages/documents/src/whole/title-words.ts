/** What the words of a title say. */
export type TitleWords = { readonly year: number | null; readonly authority: string | null }

const ZERO = '〇○◯零0０OoＯΟО'
const DIGIT = '一二三四五六七八九'

/** 2023, ２０２３, 二〇二三, 二○二三. */
export const YEAR = `(?:(?:20|２０)[\\d０-９]{2}|二[${ZERO}][一二三][${ZERO}${DIGIT}])`

/** The year of a title, and no day: 2023年, 2023年度, 2023政府信息公开…; not 2023年1月20日 nor 2022-2023学年. */
const TITLE_YEAR = new RegExp(
  `[（(]?(?<![\\d-])(${YEAR})(?:年(?:度(?=$|[^报報])|(?!\\d{1,2}月|[${DIGIT}十]+月))|(?=[政信]|年?度[报報]))[)）]?`,
)

/** What the report is about; in the name of a body it stands too: 政务公开办公室. */
const SUBJECT =
  /(?:政府信息|政[务務]信息|信息|政[务務])公[开開](?!(?:工作)?(?:[领領][导導]小[组組]|办公[室厅]|局|中心|科|处(?!理)))/

const END =
  /(?:[报報]告[书書]?|年[报報])》?(?:的?(?:公告|通告|公示)|的(?:通知|函|[报報]告))?(?:[（(【〔[][^（）()]{0,14}[)）】〕\]])?》?$/

/** A year that a cover prints under the title, without brackets. */
const TRAILING_YEAR = new RegExp(`(?<=[报報]告|年[报報])${YEAR}年度?$`)

/** Sentences that name a report and are no title. */
const SENTENCE =
  /[。！？；，,:：]|(?:报送|做好|编制|填报).*(?:通知|函)$|^(?:根据|按照|依据|[为為]了|[现現][将就公]|本[报報]告|本年[报報]|以下|[上下]一|点[击擊]|查看|下[载載]|相关|解[读讀]|[图圖]解)/

const LONGEST = 90
/** Between the words of the subject and the end: 工作情况的年度. */
const MOST_BETWEEN = 40

/** Year and authority of a title whose blanks are taken out; null where the text is no title of an annual report. */
export function titleWords(text: string): TitleWords | null {
  if (text.length > LONGEST) return null
  const plain = text.replace(TRAILING_YEAR, '')
  const subject = SUBJECT.exec(plain)
  const end = END.exec(plain)
  if (!subject || !end || SENTENCE.test(plain)) return null
  const between = end.index - subject.index - subject[0].length
  if (between < 0 || between > MOST_BETWEEN) return null
  const [dated = '', year] = TITLE_YEAR.exec(text) ?? TRAILING.exec(text) ?? []
  const head = plain.slice(0, subject.index).replace(dated, '')
  return {
    year: year ? yearNumber(year) : null,
    authority: authorityOf(head.endsWith('人民') ? `${head}政府` : head),
  }
}

const TRAILING = new RegExp(`(${YEAR})年度?$`)

/** A year in digits of either width or in Chinese numerals; null where it is none. */
function yearNumber(text: string): number | null {
  const plain = text.normalize('NFKC')
  const digits = [...plain]
    .map((one) => (/\d/.test(one) ? one : `零${DIGIT}`.indexOf(ZERO.includes(one) ? '零' : one)))
    .join('')
  return /^\d{4}$/.test(digits) ? Number(digits) : null
}

/** Words around a name: 关于印发《, the year, 开展. */
const LEAD = /^(?:附件\d*|\d+[.、]|印[发發]|[发發]布|公[布开開]|做好|[开開]展|[报報]送|[:：.、·])+/
const TRAIL = /(?:的|[开開]展|本[级級]|本年度?|年度|[（(《:：,，、·—_-])+$/

/** Words before the subject that are no name. */
const NO_NAME =
  /^(?:法定|主动|依申请|各[级地]|历年|往年|最新|本[年级局办委机]|我[局办委]|全[省市区县])/

/** The name among the words before the subject; the first one where 关于 parts two. */
function authorityOf(head: string): string | null {
  const names = head.split(/[关關]于|《/).map((part) => part.replace(LEAD, '').replace(TRAIL, ''))
  const name = names.find((one) => /[\u4e00-\u9fff]{2}/.test(one))
  return name && !NO_NAME.test(name) ? name : null
}
