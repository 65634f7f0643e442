import { createHash } from 'node:crypto'
import type { JobResult, Made, Pool, ReportFormat } from '@gongkai/app'
import { refuse } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'

/** Bytes of made files that are kept. */
const MOST_BYTES = 32_000_000

/** So many files may be waited for at a time; each takes up to seconds of a converter. */
const MOST_WAITING = 16

const BUSY = refuse('server.busy', '正在生成的文件较多，请稍候几秒后重试。')

export type ReportFiles = {
  /** The report as a file of that format, with the digest of what it was made of. */
  readonly file: (report: SavedReport, to: ReportFormat) => Promise<JobResult | typeof BUSY>
}

/** Makes the files beside the reports in the converters, once for what has the same content, and keeps those that were asked for last. */
export function newReportFiles(pool: Pool): ReportFiles {
  const kept = new Map<string, Made>()
  const making = new Map<string, Promise<JobResult>>()
  let bytes = 0

  function keep(key: string, made: Made): void {
    kept.set(key, made)
    bytes += made.bytes.length
    for (const [oldest, old] of kept) {
      if (bytes <= MOST_BYTES) return
      kept.delete(oldest)
      bytes -= old.bytes.length
    }
  }

  async function make(key: string, body: Uint8Array<ArrayBuffer>, to: ReportFormat) {
    try {
      const result = await pool.run({ kind: 'write', body: body.buffer, to })
      if (result.ok) keep(key, result.value)
      return result
    } finally {
      making.delete(key)
    }
  }

  return {
    async file(report, to) {
      const body = new TextEncoder().encode(JSON.stringify(report))
      const key = `${createHash('sha256').update(body).digest('hex')} ${to}`
      const there = kept.get(key)
      if (there) return { ok: true, value: there }
      const under = making.get(key)
      if (under) return under
      if (making.size >= MOST_WAITING) return BUSY
      const made = make(key, body, to)
      making.set(key, made)
      return made
    },
  }
}
