import {
  APPLICANT_KINDS,
  type ApplicantKind,
  CHANNELS,
  type Channel,
  GROUNDS,
  type Ground,
  isLocalDate,
  type LocalDate,
} from '@gongkai/law'
import { IDENTITY_KINDS, type IdentityKind } from '../applicant.js'

/** What a row of the list may say. */
export type ImportedValues = {
  readonly originalNumber: string
  readonly arrivedOn: LocalDate
  readonly receivedOn: LocalDate
  readonly channel: Channel
  readonly applicantKind: ApplicantKind
  readonly name: string
  readonly idKind: IdentityKind
  readonly idNumber: string
  readonly phone: string
  readonly address: string
  readonly wanted: string
  readonly correctionAskedOn: LocalDate
  readonly correctionUntil: LocalDate
  readonly correctedOn: LocalDate
  readonly extendedOn: LocalDate
  readonly extendedDays: string
  readonly closedOn: LocalDate
  readonly ground: Ground
}

export type ImportedKey = keyof ImportedValues

type Column = {
  readonly label: string
  /** 说明: what belongs there. */
  readonly says: string
  readonly read?: (text: string) => string | null
  readonly example: readonly [string, string]
}

const titles = (table: Readonly<Record<string, { readonly title: string }>>) =>
  Object.entries(table).map(([key, { title }]) => [key, title] as const)

const oneOf = (words: readonly (readonly [string, string])[]) => ({
  read: (text: string) => words.find(([, word]) => word === text)?.[0] ?? null,
  says: `填写下列之一：${words.map(([, word]) => word).join('；')}`,
})

const DAY = '按2026年3月2日的格式填写'
const day = { says: DAY, read: readDay }

/** The columns of the list in their order. */
// biome-ignore format: table
export const COLUMNS: Readonly<Record<ImportedKey, Column>> = {
  originalNumber:    { label: '原编号', says: '必填，一件一个，导入后仍可按它查找', example: ['示例：2026年第1号', '示例：2026年第2号'] },
  arrivedOn:         { label: '来件日期', ...day, example: ['2026年3月2日', '2026年9月1日'] },
  receivedOn:        { label: '收到申请之日', says: '法律上的收到之日；当面提交、挂号信的与来件日期相同，可以不填', read: readDay, example: ['', '2026年9月2日'] },
  channel:           { label: '提交方式', ...oneOf(titles(CHANNELS)), example: ['当面提交', '网上提交'] },
  applicantKind:     { label: '申请人类型', ...oneOf(titles(APPLICANT_KINDS)), example: ['自然人', '商业企业'] },
  name:              { label: '申请人', says: '未办结的必填；已办结的只留下姓氏', example: ['李某', '云岭县某某有限公司'] },
  idKind:            { label: '证件类型', ...oneOf(Object.entries(IDENTITY_KINDS)), example: ['', '其他有效身份证明'] },
  idNumber:          { label: '证件号码', says: '未办结的必填', example: ['', 'A0001'] },
  phone:             { label: '联系电话', says: '未办结的，电话、地址至少填一项', example: ['', '0871-00000000'] },
  address:           { label: '通信地址', says: '未办结的，电话、地址至少填一项', example: ['', ''] },
  wanted:            { label: '申请内容', says: '必填', example: ['某道路养护项目的合同', '某地块的规划条件'] },
  correctionAskedOn: { label: '告知补正日期', ...day, example: ['2026年3月5日', ''] },
  correctionUntil:   { label: '补正期限', ...day, example: ['2026年3月20日', ''] },
  correctedOn:       { label: '收到补正日期', ...day, example: ['2026年3月12日', ''] },
  extendedOn:        { label: '告知延长日期', ...day, example: ['', '2026年9月20日'] },
  extendedDays:      { label: '延长的工作日数', says: '1至20', read: (text) => (/^\d{1,2}$/.test(text) ? text : null), example: ['', '10'] },
  closedOn:          { label: '办结日期', says: `答复寄出、送达、撤回等日期，未办结的不填；${DAY}`, read: readDay, example: ['2026年3月30日', ''] },
  ground:            { label: '处理结果', ...oneOf(titles(GROUNDS)), example: ['予以公开', ''] },
}

export const KEYS = Object.keys(COLUMNS) as readonly ImportedKey[]

// 2019-3-1, 2019/03/01, 2019.3.1, 2019年3月1日.
const WRITTEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

function readDay(text: string): string | null {
  const [, year = '', month = '', date = ''] = WRITTEN.exec(text) ?? []
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isLocalDate(value) ? value : null
}

/** The list to be filled in: what belongs where, the headings, and two invented rows that the import passes over. */
export function requestsTemplate(): readonly (readonly string[])[] {
  const columns = KEYS.map((key) => COLUMNS[key])
  return [
    columns.map(({ says }) => says),
    columns.map(({ label }) => label),
    columns.map(({ example }) => example[0]),
    columns.map(({ example }) => example[1]),
  ]
}
