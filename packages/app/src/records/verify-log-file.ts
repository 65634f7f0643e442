import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type LineFault, type LogHead, parseLogLine } from './log-lines.js'
import { type BrokenLink, type LogLine, type Verdict, verifyLog } from './verify-log.js'

/** Where a whole log is broken first: in a link, or at its end. */
export type LogBreak =
  | BrokenLink
  | { readonly seq: number; readonly kind: LineFault | 'cut-off' | 'noted-missing' }

export type LogFileVerdict = Omit<Verdict, 'broken'> & { readonly broken: LogBreak | null }

/**
 * Follows an exported log line by line, without database and key. `noted` is the digest of a last event that was kept elsewhere: it must stand in
 * the chain. Refused where the first line is not one of a log.
 */
export async function verifyLogFile(
  lines: AsyncIterable<string>,
  noted: string | null = null,
): Promise<Result<LogFileVerdict, Refusal<'log.not-one'>>> {
  const end: End = { head: null, fault: null, noted: false }
  const verdict = await verifyLog(eventsOf(lines, noted, end))
  const isNone = verdict.events === 0 && verdict.broken === null && end.head === null
  if (isNone && (end.fault ?? 'line-unreadable') === 'line-unreadable') return NOT_ONE
  const atEnd = brokenEnd(verdict, noted, end)
  // Whether an erasure was recorded is known only once the whole log was read.
  const isWhole = verdict.broken?.kind === 'erasure-unrecorded'
  return ok({ ...verdict, broken: isWhole ? (atEnd ?? verdict.broken) : (verdict.broken ?? atEnd) })
}

const NOT_ONE = refuse(
  'log.not-one',
  '这不是本系统导出的记录（NDJSON）。请核对文件；CSV 只供查阅，不能核验。',
)

type End = { head: LogHead | null; fault: LineFault | null; noted: boolean }

async function* eventsOf(
  lines: AsyncIterable<string>,
  noted: string | null,
  end: End,
): AsyncGenerator<LogLine> {
  for await (const text of lines) {
    // A program that shows text may have put a byte order mark before it.
    const line = parseLogLine(text.replace(/^\ufeff/, ''))
    // Nothing comes after the last line.
    if (typeof line === 'string' || end.head !== null) {
      end.fault = typeof line === 'string' ? line : 'line-unreadable'
      return
    }
    if ('head' in line) end.head = line.head
    else {
      if (line.event.digest === noted) end.noted = true
      yield line
    }
  }
}

function brokenEnd({ events, head }: Verdict, noted: string | null, end: End): LogBreak | null {
  if (end.fault) return { seq: events + 1, kind: end.fault }
  if (end.head?.events !== events || end.head.digest !== head)
    return { seq: events + 1, kind: 'cut-off' }
  return noted === null || end.noted ? null : { seq: events, kind: 'noted-missing' }
}
