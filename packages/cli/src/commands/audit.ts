import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { exportLog, type LogFileVerdict, verifyLogFile } from '@gongkai/app'
import type { Command } from 'commander'
import { onInstallation, orStop, readInstallation } from '../input/read-installation.js'
import { UsageError } from '../output/failures.js'
import { breakText } from '../output/log-breaks.js'
import { print, raiseExitCode } from '../output/print.js'
import { saveLines } from '../output/save.js'
import type { Surroundings } from '../surroundings.js'

/** `gongkai audit export`, `gongkai audit verify`: the log of everything that happened, out of the database and held against itself. */
export function addAudit(program: Command, around: Surroundings): void {
  const audit = program.command('audit').usage('<export|verify>').description('导出、核验操作记录')
  audit
    .command('export')
    .usage('-o <文件>')
    .description('导出全部操作记录：扩展名为 csv 的供查阅，其他的为 NDJSON，供核验')
    .requiredOption('-o, --output <文件>', '输出文件')
    .option('--with-personal-data', '连同旁附的个人信息；须有法定依据')
    .option('--force', '输出文件已存在时覆盖')
    .action((options: ExportOptions) => exportTo(options, around))
  audit
    .command('verify')
    .usage('<文件>')
    .description('核验导出的操作记录，不需要数据库和密钥')
    .argument('<文件>', 'gongkai audit export 输出的 NDJSON 文件')
    .option('--noted <摘要>', '另行记下的某一条记录的摘要，应在其中')
    .action(verify)
}

type ExportOptions = {
  readonly output: string
  readonly withPersonalData?: boolean
  readonly force?: boolean
}

async function exportTo(
  { output, withPersonalData = false, force = false }: ExportOptions,
  around: Surroundings,
): Promise<void> {
  const format = path.extname(output).toLowerCase() === '.csv' ? 'csv' : 'ndjson'
  const { events, digest } = await onInstallation(readInstallation(around), true, ({ url, key }) =>
    saveLines(output, force, (write) =>
      exportLog({
        url,
        key: withPersonalData ? key : null,
        format,
        exportedAt: around.now(),
        write,
      }),
    ),
  )
  await print(
    `${output}：已导出 ${events} 条记录。最后一条的摘要：${digest}。请另行记下，日后据以核验。`,
  )
}

async function verify(file: string, { noted }: { readonly noted?: string }): Promise<void> {
  const source = createReadStream(file)
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })
  const unreadable = new Promise<never>((_, reject) => {
    source.once('error', () =>
      reject(new UsageError(`无法读取“${file}”。请核对文件名和读取权限。`)),
    )
  })
  const verdict = orStop(
    await Promise.race([verifyLogFile(lines, noted?.toLowerCase() ?? null), unreadable]),
  )
  await print(`${file}：${verdictText(verdict)}`)
  if (verdict.broken) raiseExitCode(1)
}

function verdictText({ events, head, broken, erased, closed }: LogFileVerdict): string {
  return [
    broken
      ? `链条不完整。${breakText(broken)}。此前 ${events} 条完整。`
      : `共 ${events} 条记录，链条完整。最后一条的摘要：${head}。`,
    ...erased.map(({ seq, on, under }) => `第 ${seq} 条的个人信息已于 ${on} 依据${under}清除。`),
    ...(closed > 0 ? [`${closed} 条记录的个人信息没有随同导出，其内容未作核验。`] : []),
  ].join('\n')
}
