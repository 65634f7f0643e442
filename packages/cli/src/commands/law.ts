import { readFile } from 'node:fs/promises'
import {
  type LawData,
  listAtTerminal,
  type MovedDates,
  type Overlay,
  type OverlayContent,
  onRegion,
  type ProposedOverlay,
  previewAtTerminal,
  proposeAtTerminal,
  readOverlay,
} from '@gongkai/app'
import type { Result } from '@gongkai/law'
import type { Command } from 'commander'
import { onInstallation, orStop, readInstallation } from '../input/read-installation.js'
import { UsageError } from '../output/failures.js'
import { print } from '../output/print.js'
import type { Surroundings } from '../surroundings.js'

/** `gongkai law list|preview|propose`: what is laid over the law's data of an installation, also while the service runs. */
export function addLaw(program: Command, around: Surroundings): void {
  const law = program
    .command('law')
    .usage('<list|preview|propose>')
    .description('法规数据：列出现行的补充和待核实的内容，预览、提出一项补充')
  law
    .command('list')
    .usage('[选项]')
    .description('列出补充的内容及其来源，以及待核实的内容')
    .option('--json', '输出 JSON')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const data = await onLaw(around, listAtTerminal)
      await print(json ? JSON.stringify(data) : listText(data))
    })
  law
    .command('preview')
    .usage('<文件>')
    .description('预览一项补充将移动哪些日期，不作保存')
    .argument('<文件>', '补充的内容和来源，JSON')
    .action(async (file: string) => {
      const proposed = await readProposed(file)
      const moved = await onLaw(around, (platform) => previewAtTerminal(platform, proposed))
      await print(movedText(moved))
    })
  law
    .command('propose')
    .usage('<文件>')
    .description('提出一项补充；由一位系统管理员或主管部门工作人员登录后复核')
    .argument('<文件>', '补充的内容和来源，JSON')
    .action(async (file: string) => {
      const proposed = await readProposed(file)
      const made = await onLaw(around, (platform) => proposeAtTerminal(platform, proposed))
      await print(`已提出，编号 ${made.id}，复核同意后生效。\n${movedText(made.moved)}`)
    })
}

function onLaw<T>(
  around: Surroundings,
  work: (platform: Parameters<typeof listAtTerminal>[0]) => Promise<Result<T>>,
): Promise<T> {
  return onInstallation(readInstallation(around), true, (opened) =>
    onRegion(opened, around.now, work),
  )
}

async function readProposed(file: string): Promise<ProposedOverlay> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`无法读取“${file}”。请核对文件名和读取权限。`)
  })
  return orStop(readOverlay(text))
}

const STATES: Readonly<Record<Overlay['state'], string>> = {
  proposed: '待复核',
  approved: '现行',
  rejected: '未获同意',
  withdrawn: '已撤回',
}

function listText({ overlays, values, calendar }: LawData): string {
  const open = values.filter(({ settledBy }) => settledBy === null)
  return [
    `放假安排收录到 ${calendar.settledThrough}。`,
    `补充 ${overlays.length} 项：`,
    ...overlays.map(overlayText),
    `待核实 ${open.length} 项：`,
    ...open.map(({ key, label, citation, fields }) => {
      const present = fields.map((field) => `${field.label}：${field.value || '（空）'}`)
      return `  ${key}  ${label}（待核实）\n    ${present.join('；')}\n    依据：${citation}`
    }),
  ].join('\n')
}

function overlayText({ id, state, content, source }: Overlay): string {
  const { title, number, issuedOn, foundAt } = source
  const from = [
    `《${title}》`,
    number && `（${number}）`,
    `，${issuedOn}`,
    foundAt && `，${foundAt}`,
  ]
  return `  [${STATES[state]}] ${contentText(content)}\n    来源：${from.filter(Boolean).join('')}\n    编号：${id}`
}

function contentText(content: OverlayContent): string {
  if (content.kind === 'holidays') {
    const { year, off, on } = content
    return `${year}年放假安排：放假 ${off.join(' ') || '没有'}；调休上班 ${on.join(' ') || '没有'}`
  }
  if (content.kind === 'localDuty') {
    const { area, level, monthDay, fromReportYear, untilReportYear } = content
    return `${area}公布时限：${LEVELS[level]} 次年${monthDay}，${fromReportYear}年度至${untilReportYear === null ? '今后' : `${untilReportYear}年度`}`
  }
  const { key, corrected } = content
  return `${key}：${corrected === null ? '核实无误' : `更正为 ${Object.values(corrected).join('；')}`}`
}

const LEVELS = {
  department: '政府部门',
  government: '县级以上人民政府',
  township: '乡镇、街道',
} as const

function movedText({ dueDays, requests, days, settledThrough }: MovedDates): string {
  const lines = [
    ...dueDays.map(
      ({ authority, reportYear, before, after }) =>
        `  ${authority} ${reportYear}年度报告：${before} → ${after}`,
    ),
    ...requests.map(
      ({ authority, requestNumber, before, after }) =>
        `  ${authority} 申请${requestNumber}：${before ?? '未定'} → ${after ?? '未定'}`,
    ),
    ...days.map(({ date, isWorked }) => `  ${date} 改为${isWorked ? '工作日' : '休息日'}`),
    ...(settledThrough
      ? [`  放假安排收录到：${settledThrough.before} → ${settledThrough.after}`]
      : []),
  ]
  return lines.length === 0 ? '没有移动的日期。' : ['移动的日期：', ...lines].join('\n')
}
