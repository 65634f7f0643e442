import { availableParallelism } from 'node:os'
import {
  createPool,
  mapInOrder,
  type Pool,
  type References,
  startThread,
} from '@gongkai/app/toolkit'
import { type Command, InvalidArgumentError } from 'commander'
import { say } from '../output/print.js'
import { startProgress } from '../output/progress.js'
import type { FoundFile } from './find-files.js'

/** Options that every command over many files takes. */
export type PoolOptions = { readonly jobs?: number; readonly debug?: boolean }

/** A thread takes about 100 MB: more than four are for `--jobs` to ask for. */
const DEFAULT_JOBS = Math.min(availableParallelism(), 4)

/** Adds `--jobs N`. */
export function addJobs(command: Command): Command {
  return command.option('-j, --jobs <N>', `同时处理的文件数（默认 ${DEFAULT_JOBS}）`, toJobs)
}

function toJobs(text: string): number {
  const jobs = Number(text)
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs
  throw new InvalidArgumentError(`--jobs 应为1至64的整数，不是“${text}”。`)
}

/** Works on every file in a pool of its own and hands the results over in the order of the files. */
export async function forEachFile<T>(
  files: readonly FoundFile[],
  {
    jobs = DEFAULT_JOBS,
    debug = false,
    references,
  }: PoolOptions & { readonly references?: References },
  work: (pool: Pool, file: FoundFile) => Promise<T>,
  take: (result: T, file: FoundFile) => Promise<void> | void,
): Promise<void> {
  const onFault = (fault: unknown, name: string) => {
    if (debug) say(`${name}：${fault instanceof Error ? fault.stack : fault}`)
  }
  const pool = createPool({ jobs, start: startThread, onFault, ...(references && { references }) })
  const progress = startProgress(files.length)
  const both = async (file: FoundFile) => ({ file, result: await work(pool, file) })
  try {
    for await (const { file, result } of mapInOrder(files, jobs * 4, both)) {
      progress.clear()
      await take(result, file)
      progress.tick()
    }
  } finally {
    progress.clear()
    await pool.close()
  }
}
