import type { LoggedEvent } from './event.js'
import type { LogLine } from './verify-log.js'

/** The last line of an exported log: where the chain ended when it was exported. */
export type LogHead = {
  readonly tenantId: string
  readonly events: number
  /** The digest of the last event. */
  readonly digest: string
  /** UTC. */
  readonly exportedAt: string
}

/** A line of an exported log, or its last; null where the text is neither. */
export function parseLogLine(text: string): LogLine | { readonly head: LogHead } | null {
  try {
    const value = JSON.parse(text)
    if (typeof value?.head?.digest === 'string' && Number.isInteger(value.head.events)) return value
    return typeof value?.event?.digest === 'string' && 'payload' in value ? value : null
  } catch {
    return null
  }
}

const EVENT_COLUMNS = [
  'seq',
  'happenedAt',
  'personId',
  'onBehalfOf',
  'role',
  'authorityId',
  'name',
  'subjectKind',
  'subjectId',
  'reason',
  'detail',
  'id',
  'tenantId',
  'payloadDigest',
  'previous',
  'digest',
] as const satisfies readonly (keyof LoggedEvent)[]

/** The first line of a log as CSV: the values of an event with its place in the chain, and what there is of personal data. */
export const LOG_CSV_HEADER = [...EVENT_COLUMNS, 'payload', 'payloadText'].join(',')

/** An event as a line of CSV; what a spreadsheet would run as a formula has an apostrophe before it. */
export function logCsvLine({ event, payload }: LogLine): string {
  const values = EVENT_COLUMNS.map((column) => event[column])
  const text =
    payload?.state === 'open' ? payload.text : payload?.state === 'erased' ? payload.under : null
  return [...values, payload?.state ?? null, text].map(field).join(',')
}

function field(value: string | number | null): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
