import type { Checked, FileResult } from '@gongkai/app/toolkit'
import type { Command } from 'commander'
import { findFiles } from '../input/find-files.js'
import { findReferences } from '../input/find-references.js'
import { addJobs, forEachFile, type PoolOptions } from '../input/run-pool.js'
import { UsageError } from '../output/failures.js'
import { findingList } from '../output/finding-list.js'
import { print, raiseExitCode } from '../output/print.js'

type Options = PoolOptions & {
  readonly previous?: readonly string[]
  readonly authority?: string
  readonly siblings?: string
  readonly subordinates?: string
  readonly json?: boolean
}

/** `gongkai check FILE…`: what is wrong in each file, as a list or as one JSON object a line. */
export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .usage('<文件...> [选项]')
    .description('检查年度报告，列出问题、位置和依据')
    .argument('[文件...]', '报告文件或文件夹')
    .option('--previous <文件...>', '上一年度报告：文件或文件夹，按机关和年度对应')
    .option('--authority <名称>', '报告机关的全称（缺省时以报告所写为准）')
    .option('--siblings <文件夹>', '同年度其他机关的报告，用于检查雷同')
    .option('--subordinates <文件夹>', '所属各单位的同年度报告，用于核对汇总编制的报告')
    .option('--json', '每份文件输出一行 JSON')
  addJobs(command).action(async (named: string[], _, self: Command) => {
    await check(named, self.optsWithGlobals())
  })
}

async function check(given: readonly string[], options: Options): Promise<void> {
  const { authority = null, siblings, subordinates, json = false } = options
  const { named, previous } = tellApart(given, options.previous ?? [])
  const files = await findFiles(named)
  const references = await findReferences(
    {
      previous,
      siblings: siblings ? [siblings] : [],
      subordinates: subordinates ? [subordinates] : [],
    },
    options,
  )
  await forEachFile(
    files,
    { ...options, references },
    (pool, file) => pool.check(file, { authority }),
    async (checked, { name }) => {
      raiseExitCode(exitCode(checked))
      await print(json ? JSON.stringify(toObject(name, checked)) : toList(name, checked))
    },
  )
}

/** With no file before it, `--previous` takes the one that follows it: the others are to be checked. */
function tellApart(named: readonly string[], previous: readonly string[]) {
  if (named.length > 0) return { named, previous }
  if (previous.length < 2)
    throw new UsageError('缺少要检查的文件。用 gongkai check --help 查看用法。')
  return { named: previous.slice(1), previous: previous.slice(0, 1) }
}

/** What is no annual report was not checked: its silence would look like a clean report. */
function exitCode(checked: FileResult<Checked>): 0 | 1 | 2 {
  if (!checked.ok || checked.value.report.form === 'unknown') return 2
  return checked.value.result.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

function toObject(file: string, checked: FileResult<Checked>): object {
  return checked.ok ? checked.value.result : { file, refusal: checked.refusal }
}

function toList(file: string, checked: FileResult<Checked>): string {
  return checked.ok ? findingList(checked.value) : `${file}：未能读取。${checked.refusal.message}\n`
}
