import type { LoggedEvent, LoggedPayload } from './event.js'
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

/** Why a line is none of an exported log: not its form at all, a field that no log has, or something unknown in the place of personal data. */
export type LineFault = 'line-unreadable' | 'field-unknown' | 'payload-unknown'

/** A line of an exported log, or its last; or why the text is neither. */
export function parseLogLine(text: string): LogLine | { readonly head: LogHead } | LineFault {
  const fields = fieldsOf(text)
  const { head, event, payload } = fields
  const { digest: last, events, ...restOfHead } = asFields(head)
  if (typeof last === 'string' && Number.isInteger(events)) {
    const isKnown = hasOnly(fields, ['head']) && hasOnly(restOfHead, ['tenantId', 'exportedAt'])
    // Checked as far as it is used.
    return isKnown ? (fields as { head: LogHead }) : 'field-unknown'
  }
  const { digest } = asFields(event)
  if (typeof digest !== 'string' || payload === undefined) return 'line-unreadable'
  const isKnown = hasOnly(fields, ['event', 'payload']) && hasOnly(asFields(event), EVENT_COLUMNS)
  if (!isKnown) return 'field-unknown'
  // Every value of the event goes into its digest: what is not as it was recorded changes that.
  return isPayload(payload) ? (fields as LogLine) : 'payload-unknown'
}

type Fields = Readonly<Record<string, unknown>>

/** The fields of a JSON object; none where the text is none. */
export function fieldsOf(text: string): Fields {
  try {
    return asFields(JSON.parse(text))
  } catch {
    return {}
  }
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function hasOnly(fields: Fields, known: readonly string[]): boolean {
  return Object.keys(fields).every((key) => known.includes(key))
}

/** What stands in the place of personal data, by its state; each is a text. */
const PAYLOADS: ReadonlyMap<unknown, readonly string[]> = new Map<
  LoggedPayload['state'],
  readonly string[]
>([
  ['open', ['salt', 'text']],
  ['closed', []],
  ['erased', ['on', 'under']],
])

function isPayload(value: unknown): boolean {
  if (value === null) return true
  const { state, ...rest } = asFields(value)
  const known = PAYLOADS.get(state)
  if (!known) return false
  return hasOnly(rest, known) && known.every((key) => typeof rest[key] === 'string')
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
