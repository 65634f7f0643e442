import { annualReportSchema } from '@gongkai/documents'
import type { Command } from 'commander'
import { print } from '../output/print.js'

/** `gongkai schema`: the JSON Schema of what `gongkai read` prints and `gongkai write` takes. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .usage('[选项]')
    .description('输出 gongkai read 结果的 JSON Schema')
    .action(() => print(JSON.stringify(annualReportSchema, null, 2)))
}
