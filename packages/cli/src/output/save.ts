import { open, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { REPORT_FORMATS, type ReportFormat } from '@gongkai/documents'
import type { Result } from '@gongkai/law'
import { UsageError } from './failures.js'

/** Writes a file that is not there yet; one that is only where `force` says so. Throws a UsageError in words. */
export async function save(file: string, bytes: Uint8Array, force: boolean): Promise<void> {
  await writeFile(file, bytes, { flag: force ? 'w' : 'wx' }).catch((error) => {
    throw inWords(file, error)
  })
}

/** Bytes that are gathered before they are written. */
const HELD = 1 << 16

/** As `save`, for text that comes piece by piece and is for its owner alone; where `work` refuses or fails, nothing is left. */
export async function saveLines<R extends Result<unknown>>(
  file: string,
  force: boolean,
  work: (write: (text: string) => Promise<void>) => Promise<R>,
): Promise<R> {
  const handle = await open(file, force ? 'w' : 'wx', 0o600).catch((error) => {
    throw inWords(file, error)
  })
  let held = ''
  let done = false
  try {
    const result = await work(async (text) => {
      held += text
      if (held.length < HELD) return
      await handle.appendFile(held)
      held = ''
    })
    await handle.appendFile(held)
    done = result.ok
    return result
  } finally {
    await handle.close()
    if (!done) await rm(file)
  }
}

function inWords(file: string, { code }: NodeJS.ErrnoException): UsageError {
  if (code === 'EEXIST')
    return new UsageError(`${file} 已经存在。换一个文件名，或者加 --force 覆盖。`)
  return new UsageError(`无法写入 ${file}（${code}）。请检查文件夹是否存在、是否有写入权限。`)
}

/** The format that is asked for by name, else by the extension of the file. Throws a UsageError for an unknown one. */
export function formatOf(file: string, to?: string): ReportFormat {
  const wanted = to ?? path.extname(file).slice(1).toLowerCase()
  if (isFormat(wanted)) return wanted
  const all = Object.keys(REPORT_FORMATS).join('、')
  if (wanted === '') throw new UsageError(`${file} 没有扩展名，看不出格式。可用的扩展名：${all}。`)
  throw new UsageError(`不能生成“${wanted}”格式。可用的格式：${all}。`)
}

function isFormat(name: string): name is ReportFormat {
  return Object.hasOwn(REPORT_FORMATS, name)
}
