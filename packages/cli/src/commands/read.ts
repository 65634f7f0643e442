import type { Command } from 'commander'
import { findFiles } from '../input/find-files.js'
import { addJobs, forEachFile, type PoolOptions } from '../input/run-pool.js'
import { print, raiseExitCode } from '../output/print.js'

/** `gongkai read FILE…`: one JSON object a line for each file, in the order given. */
export function addRead(program: Command): void {
  const command = program
    .command('read')
    .usage('<文件...> [选项]')
    .description('读取年度报告，每份文件输出一行 JSON')
    .argument('<文件...>', '报告文件或文件夹')
  addJobs(command).action(async (named: string[], _, self: Command) => {
    await read(named, self.optsWithGlobals())
  })
}

async function read(named: readonly string[], options: PoolOptions): Promise<void> {
  const files = await findFiles(named)
  await forEachFile(
    files,
    options,
    (pool, file) => pool.read(file),
    async (read, { name }) => {
      if (!read.ok) raiseExitCode(2)
      await print(JSON.stringify(read.ok ? read.value : { file: name, refusal: read.refusal }))
    },
  )
}
