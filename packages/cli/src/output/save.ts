import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { REPORT_FORMATS, type ReportFormat } from '@gongkai/documents'
import { UsageError } from './failures.js'

/** Writes a file that is not there yet; one that is only where `force` says so. Throws a UsageError in words. */
export async function save(file: string, bytes: Uint8Array, force: boolean): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new UsageError(`${file} 已经存在。换一个文件名，或者加 --force 覆盖。`)
    throw new UsageError(`无法写入 ${file}（${code}）。请检查文件夹是否存在、是否有写入权限。`)
  }
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
