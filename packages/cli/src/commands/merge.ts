import { type MergedFiles, mergeFiles, remarkText, writeMerged } from '@gongkai/app/toolkit'
import { describeCell } from '@gongkai/documents'
import type { Difference } from '@gongkai/report'
import type { Command } from 'commander'
import { readOneReport, readReports } from '../input/read-reports.js'
import { addJobs, type PoolOptions } from '../input/run-pool.js'
import { UsageError } from '../output/failures.js'
import { print, raiseExitCode } from '../output/print.js'
import { formatOf, save } from '../output/save.js'

type Options = PoolOptions & {
  readonly parent?: string
  readonly output: string
  readonly force?: boolean
}

/** `gongkai merge FILE…`: the sums of subordinate bodies' reports, and where a printed parent report differs. */
export function addMerge(program: Command): void {
  const command = program
    .command('merge')
    .usage('<文件...> [--parent <文件>] -o <文件>')
    .description('汇总各单位的报告，并与本级已编制的汇总报告核对')
    .argument('<文件...>', '各单位的报告：文件或文件夹')
    .option('--parent <文件>', '本级已编制的汇总报告')
    .requiredOption('-o, --output <文件>', '输出文件，格式按扩展名；json 含每格的来源')
    .option('--force', '输出文件已存在时覆盖')
  addJobs(command).action(async (named: string[], _, self: Command) => {
    await merge(named, self.optsWithGlobals())
  })
}

async function merge(named: readonly string[], options: Options): Promise<void> {
  const { parent: above, output, force = false } = options
  const format = formatOf(output)
  const parent = above ? await readOneReport(above, options) : null
  if (above && !parent) return
  const { reports, refused } = await readReports(named, options)
  const merged = mergeFiles({ children: reports.map(({ report }) => report), parent, refused })
  if (!merged.ok) throw new UsageError(merged.refusal.message)
  const written = await writeMerged(merged.value, output, format)
  if (!written.ok) throw new UsageError(written.refusal.message)
  await save(output, written.value.bytes, force)
  await print(summary(merged.value, output))
  if (merged.value.differences?.length) raiseExitCode(1)
}

function summary(merged: MergedFiles, output: string): string {
  const { reports, notAdded, notes, differences } = merged
  return [
    `${output}：汇总了 ${reports.length} 份报告。`,
    ...list('未计入合计', notAdded.map(remarkText)),
    ...list('需要留意', notes.map(remarkText)),
    ...(differences ? list('与汇总报告不一致', differences.map(difference)) : []),
  ].join('\n')
}

function difference({ cell, merged, printed, reason }: Difference): string {
  return `${describeCell(cell)}：各单位合计 ${merged ?? '不明'}，汇总报告 ${printed ?? '不明'}${reason ? `。${reason}` : ''}`
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length > 0
    ? [`${title}（${lines.length}）：`, ...lines.map((line) => `  ${line}`)]
    : []
}
