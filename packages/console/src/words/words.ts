import type { Severity } from '@gongkai/law'
import {
  type Cell,
  type CellRef,
  type CellState,
  type Place,
  type ReportForm,
  type Residue,
  SECTIONS,
  type TableKey,
  type Target,
} from '@gongkai/report'

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  note: '提示',
}

export const FORM_NAMES: Readonly<Record<ReportForm, string>> = {
  '2021': '2021年格式',
  '2019': '2019年格式',
  'before-2019': '2019年以前',
  unknown: '未识别',
}

export const STATE_NAMES: Readonly<Record<CellState, string>> = {
  number: '数字',
  blank: '空白',
  mark: '符号',
  text: '文字',
  unread: '未读出',
}

export const RESIDUE_NAMES: Readonly<Record<Residue['kind'], string>> = {
  navigation: '导航栏',
  bookmark: '书签',
  'page-number': '页码',
  'broken-paragraph': '断开的段落',
  meta: '网页信息',
  other: '其他',
}

const TABLE_NAMES: Readonly<Record<TableKey, string>> = {
  proactive: '表二',
  requests: '表三',
  remedies: '表四',
}

/** Where something stands in its file, as one would say it. */
export function placeText(place: Place | null): string {
  if (!place) return '原件中没有对应的位置'
  switch (place.kind) {
    case 'line':
      return `第${place.line}行第${place.column}列`
    case 'page':
      return `第${place.page}页，距页面左边${Math.round(place.box[0])}磅、上边${Math.round(place.box[1])}磅`
    case 'paragraph':
      return `第${place.paragraph}段第${place.start + 1}字起`
    case 'table':
      return `第${place.table}个表格，第${place.row}行第${place.column}列`
    case 'sheet':
      return `工作表“${place.sheet}”，${place.cell}单元格`
    case 'field':
      return `数据字段 ${place.path}`
  }
}

/** `表三 三（一）·自然人`. */
export function cellText({ table, row, column }: CellRef): string {
  return `${TABLE_NAMES[table]} ${row}·${column}`
}

/** What a finding is about, in a few words. */
export function targetText(target: Target): string {
  if (target.kind === 'report') return '整份报告'
  if (target.kind === 'text') return partText(target.part)
  const [first] = target.cells
  if (!first) return '表格'
  return target.cells.length > 1 ? `${cellText(first)}等${target.cells.length}格` : cellText(first)
}

const PARTS: Readonly<Record<string, string>> = { title: '标题', intro: '引言', signature: '落款' }

/** `第二部分正文`, `标题`. */
export function partText(part: string): string {
  const [kind = '', no] = part.split('/')
  if (!no) return PARTS[kind] ?? part
  return kind === 'heading' ? `第${no}部分标题` : `第${no}部分正文`
}

/** The official title of a section, empty where the form has none such. */
export function sectionTitle(no: string): string {
  return SECTIONS.find((one) => one.no === no)?.title ?? ''
}

/** What a cell holds, in one phrase for a screen reader. */
export function contentText({ state, raw, value, unit }: Cell): string {
  if (state === 'unread') return '未读出'
  if (state === 'blank') return '空白'
  if (state === 'number') return `${value}${unit ?? ''}`
  return `${STATE_NAMES[state]}“${raw ?? ''}”`
}
