import type { Figures } from './figures.js'
import type { Authority, FormId } from './model.js'
import type { Rng } from './rng.js'

/** The words and numbers a narrative template may use, by name. */
export type Facts = Record<string, string>

const KINDS = ['机构职能类', '政策文件类', '财政信息类', '通知公告类', '工作动态类', '其他类']

function splitTotal(total: number, parts: number, rng: Rng): number[] {
  const weights = Array.from({ length: parts }, () => 0.2 + rng.next())
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const counts = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)))
  const rest = total - counts.slice(1).reduce((all, count) => all + count, 0)
  return [rest, ...counts.slice(1)]
}

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)}%`

function publications(scale: number, rng: Rng): Facts {
  const site = rng.int(40, 400) * scale
  const wechat = rng.int(20, 220) * scale
  const weibo = rng.int(5, 90) * scale
  const parts = splitTotal(site, KINDS.length, rng)
  const kinds = KINDS.map((kind, at) => {
    const part = parts[at] ?? 0
    return { plain: `${kind}${part}条`, share: `${kind}${part}条，占${percent(part, site)}` }
  })
  return {
    site: `${site}`,
    wechat: `${wechat}`,
    weibo: `${weibo}`,
    media: `${wechat + weibo}`,
    published: `${site + wechat + weibo}`,
    kinds: kinds.map(({ plain }) => plain).join('、'),
    shares: kinds.map(({ share }) => share).join('；'),
    sharesAreRound: `${parts.length}`,
  }
}

function sumRows(figures: Figures, prefix: string): number {
  return Object.entries(figures.requests)
    .filter(([no]) => no.startsWith(prefix))
    .reduce((sum, [, cells]) => sum + (cells[6] ?? 0), 0)
}

function requests(figures: Figures): Facts {
  const at = (no: string, column: number): number => figures.requests[no]?.[column] ?? 0
  const received = at('一', 6)
  return {
    received: `${received}`,
    natural: `${at('一', 0)}`,
    legal: `${received - at('一', 0)}`,
    carried: `${at('二', 6)}`,
    handling: `${received + at('二', 6)}`,
    done: `${at('三（七）', 6)}`,
    pending: `${at('四', 6)}`,
    open: `${at('三（一）', 6)}`,
    partial: `${at('三（二）', 6)}`,
    refused: `${sumRows(figures, '三（三）')}`,
    unable: `${sumRows(figures, '三（四）')}`,
    unhandled: `${sumRows(figures, '三（五）')}`,
    other: `${sumRows(figures, '三（六）')}`,
  }
}

function remedies(figures: Figures): Facts {
  const at = (row: string, column: number): number => figures.remedies[row]?.[column] ?? 0
  const suits = at('未经复议直接起诉', 4) + at('复议后起诉', 4)
  return {
    reviews: `${at('行政复议', 4)}`,
    upheld: `${at('行政复议', 0)}`,
    corrected: `${at('行政复议', 1)}`,
    suits: `${suits}`,
    directSuits: `${at('未经复议直接起诉', 4)}`,
    laterSuits: `${at('复议后起诉', 4)}`,
  }
}

const BASIS: Record<FormId, string> = {
  '2019':
    '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式（试行）〉的通知》（国办公开办函〔2019〕60号）',
  '2021':
    '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）',
}

function words(form: FormId, authority: Authority, year: number, rng: Rng): Facts {
  const { name, self, region, regionWord } = authority
  const place = rng.pick(['政务路', '和畅街', '文渊路', '望江大道', '学士街'])
  return {
    name,
    self,
    region,
    regionWord,
    year: `${year}`,
    next: `${year + 1}`,
    basis: BASIS[form],
    site_name: `${authority.site}人民政府门户网站`,
    office: authority.kind === 'department' ? '办公室' : '党政办公室',
    address: `${region}${place}${rng.int(1, 399)}号`,
    phone: `0${rng.int(100, 999)}－${rng.int(2000000, 8999999)}`,
    people: `${rng.int(1, 5)}`,
    trainings: `${rng.int(1, 6)}`,
    trained: `${rng.int(12, 260)}`,
    meetings: `${rng.int(2, 9)}`,
    explained: `${rng.int(2, 40)}`,
    answered: `${rng.int(3, 180)}`,
    proposals: `${rng.int(1, 30)}`,
    motions: `${rng.int(1, 30)}`,
    columns: `${rng.int(4, 18)}`,
    checks: `${rng.int(2, 12)}`,
  }
}

/** Everything a template may say about one report, all of it in agreement with the tables. */
export function factsOf(
  form: FormId,
  authority: Authority,
  year: number,
  figures: Figures,
  rng: Rng,
): Facts {
  const scale = authority.kind === 'government' ? rng.int(4, 12) : 1
  const made = Object.entries(figures.proactive).find(([row]) => row.endsWith('规范性文件'))?.[1]
  return {
    ...words(form, authority, year, rng),
    ...publications(scale, rng),
    ...requests(figures),
    ...remedies(figures),
    made: `${made?.[0] ?? 0}`,
    repealed: `${form === '2021' ? (made?.[1] ?? 0) : 0}`,
    valid: `${made?.[2] ?? 0}`,
    normative: form === '2021' ? '行政规范性文件' : '规范性文件',
  }
}

/** Fills the `{names}` of a template from the facts; an unknown name is a fault. */
export function fillTemplate(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name]
    if (value === undefined) throw new RangeError(`no fact ${name}`)
    return value
  })
}
