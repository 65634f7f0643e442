import { fileURLToPath } from 'node:url'
import {
  databaseWords,
  dataFolderOf,
  type Installation,
  installationOf,
  readSettings,
  withInstallation,
} from '@gongkai/app'
import type { Result } from '@gongkai/law'
import { UsageError } from '../output/failures.js'
import type { Surroundings } from '../surroundings.js'

/** Where the data are when it is not said: beside the program. */
const DATA = fileURLToPath(new URL('../../../../data', import.meta.url))

/** The installation that the settings name. Throws a UsageError where a setting cannot be used. */
export function readInstallation({ env }: Surroundings): Installation {
  const settings = orStop(readSettings(env))
  return installationOf(settings, dataFolderOf(settings, DATA))
}

/** What `work` returns, done on an installation; `reading`: beside the service that may run on it. Throws a UsageError for what an operator can set right. */
export async function onInstallation<T>(
  installation: Installation,
  reading: boolean,
  work: (opened: Parameters<Parameters<typeof withInstallation>[2]>[0]) => Promise<Result<T>>,
): Promise<T> {
  const result: Result<T> = await withInstallation(installation, reading, work).catch((fault) => {
    throw inWords(fault)
  })
  return orStop(result)
}

/** The value; a refusal is thrown as a UsageError in its own words. */
export function orStop<T>(result: Result<T>): T {
  if (!result.ok) throw new UsageError(result.refusal.message)
  return result.value
}

const FULL = ['ENOSPC', 'EDQUOT', '53100']

/** What an operator can set right, in words; any other fault as it is. */
function inWords(fault: NodeJS.ErrnoException): Error {
  const { code = '', syscall, path } = fault
  if (FULL.includes(code)) return new UsageError('磁盘空间不足，没有完成。请腾出空间后重试。')
  const words = databaseWords(fault)
  if (words) return new UsageError(`${words}。请改正后重试。`)
  if (syscall !== undefined && path !== undefined)
    return new UsageError(`无法写入或读取 ${path}（${code}）。请检查文件夹是否存在、是否有权限。`)
  return fault
}
