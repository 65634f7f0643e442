import { writeFile } from '@gongkai/app/toolkit'
import type { Command } from 'commander'
import { readOneReport } from '../input/read-reports.js'
import { UsageError } from '../output/failures.js'
import { say } from '../output/print.js'
import { formatOf, save } from '../output/save.js'

type Options = {
  readonly to?: string
  readonly output: string
  readonly force?: boolean
  readonly debug?: boolean
}

/** `gongkai write REPORT.json`: a reading as a file in the statutory layout, with its corrections. */
export function addWrite(program: Command): void {
  program
    .command('write')
    .usage('<报告> --to <格式> -o <文件>')
    .description('按法定格式生成文件')
    .argument('<报告>', 'gongkai read 输出的一份 JSON；其他能读取的报告也可以')
    .option('--to <格式>', 'docx、pdf、html、xlsx、xml、csv、json（缺省时按输出文件的扩展名）')
    .requiredOption('-o, --output <文件>', '输出文件')
    .option('--force', '输出文件已存在时覆盖')
    .action(async (named: string, _, self: Command) => {
      await write(named, self.optsWithGlobals())
    })
}

async function write(named: string, options: Options): Promise<void> {
  const { to, output, force = false } = options
  const format = formatOf(output, to)
  const report = await readOneReport(named, options)
  if (!report) return
  const written = await writeFile(report, format)
  if (!written.ok) throw new UsageError(written.refusal.message)
  await save(output, written.value.bytes, force)
  for (const { message } of written.value.problems) say(`${output}：${message}`)
}
