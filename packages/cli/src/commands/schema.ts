import { SCHEMAS, type SchemaName } from '@gongkai/app/toolkit'
import type { Command } from 'commander'
import { UsageError } from '../output/failures.js'
import { print } from '../output/print.js'

/** `gongkai schema [OF]`: the JSON Schema of what `read` or `check` prints, or of the line of a file that is refused. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .usage('[read|check|refusal]')
    .description('输出 JSON Schema：读取结果、检查结果，或未能读取的文件')
    .argument('[内容]', 'read（缺省）、check 或 refusal', 'read')
    .action((of: string) => print(JSON.stringify(schemaOf(of), null, 2)))
}

function schemaOf(of: string) {
  if (Object.hasOwn(SCHEMAS, of)) return SCHEMAS[of as SchemaName]
  const all = Object.keys(SCHEMAS).join('、')
  throw new UsageError(`没有“${of}”的 JSON Schema。可以输出：${all}。`)
}
