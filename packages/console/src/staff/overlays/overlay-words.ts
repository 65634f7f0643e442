import type { Overlay } from '@gongkai/web'
import { datesText, dayText } from '../words/authority-words.js'

type Content = Overlay['content']

// biome-ignore format: table
export const KINDS: Readonly<Record<Content['kind'], string>> = {
  holidays:  '放假安排',
  localDuty: '本地公布时限',
  value:     '核实或者更正待核实的内容',
}

// biome-ignore format: table
export const STATES: Readonly<Record<Overlay['state'], string>> = {
  proposed:  '待复核',
  approved:  '现行',
  rejected:  '未获同意',
  withdrawn: '已撤回',
}

// biome-ignore format: table
export const STEPS: Readonly<Record<Overlay['state'], string>> = {
  proposed:  '提出',
  approved:  '复核同意',
  rejected:  '复核不同意',
  withdrawn: '撤回',
}

// biome-ignore format: table
export const LEVELS = {
  department: '政府部门及其他机关',
  township:   '乡镇人民政府、街道办事处',
  government: '县级以上地方人民政府',
} as const

/** What an overlay is about, in a line. */
export function headOf(content: Content, labelOf: (key: string) => string): string {
  if (content.kind === 'holidays')
    return `${content.year}年放假安排${content.settlesYear ? '' : `（本地区假日）`}`
  if (content.kind === 'localDuty') return `${content.area}公布时限：${LEVELS[content.level]}`
  return `${content.corrected === null ? '核实' : '更正'}：${labelOf(content.key)}`
}

/** What it says. */
export function linesOf(content: Content): readonly string[] {
  if (content.kind === 'holidays') {
    const listed = (days: readonly string[]) => days.map(dayText).join('、') || '没有'
    return [`放假：${listed(content.off)}`, `调休上班：${listed(content.on)}`]
  }
  if (content.kind === 'localDuty') {
    const { fromReportYear, untilReportYear, monthDay } = content
    const until = untilReportYear === null ? '起' : `至${untilReportYear}年度`
    return [`报告年度次年${datesText(monthDay)}前公布，自${fromReportYear}年度${until}适用。`]
  }
  const { corrected } = content
  return corrected === null
    ? ['经核实无误。']
    : [`更正为：${Object.values(corrected).map(datesText).join('；')}`]
}

/** Its source: title, number, day, and where it is found. */
export function sourceText({ title, number, issuedOn, foundAt }: Overlay['source']): string {
  return [
    `《${title}》`,
    number && `（${number}）`,
    `，${dayText(issuedOn)}`,
    foundAt && `，${foundAt}`,
  ]
    .filter(Boolean)
    .join('')
}
