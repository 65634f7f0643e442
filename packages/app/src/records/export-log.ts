import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { LOG_CSV_HEADER, type LogHead, logCsvLine } from './log-lines.js'
import { onWholeLog } from './on-whole-log.js'
import { readLog } from './read-log.js'
import type { SealingKey } from './seal.js'

export type ExportLog = {
  /** How the owner of the database connects: the whole log, whoever may read it on the screen. */
  readonly url: string
  /** Opens personal data; with null they stay closed. */
  readonly key: SealingKey | null
  readonly format: 'ndjson' | 'csv'
  readonly exportedAt: Date
  /** Takes a line with its end. */
  readonly write: (line: string) => Promise<unknown>
}

/** Writes the whole log of the region as of one moment, while everybody works on: NDJSON that `verifyLogFile` follows, or CSV with the columns of the chain. */
export async function exportLog({
  url,
  key,
  format,
  exportedAt,
  write,
}: ExportLog): Promise<Result<LogHead, Refusal<'log.none'>>> {
  return onWholeLog(url, async (tx, last) => {
    if (!last) return NONE
    const head = {
      tenantId: last.tenant_id,
      events: last.seq,
      digest: last.digest.toString('hex'),
      exportedAt: exportedAt.toISOString(),
    }
    if (format === 'csv') await write(`\ufeff${LOG_CSV_HEADER}\r\n`)
    for await (const line of readLog(tx, key))
      await write(format === 'csv' ? `${logCsvLine(line)}\r\n` : `${JSON.stringify(line)}\n`)
    if (format === 'ndjson') await write(`${JSON.stringify({ head })}\n`)
    return ok(head)
  })
}

const NONE = refuse('log.none', '本系统尚未设置，还没有记录可以导出。')
