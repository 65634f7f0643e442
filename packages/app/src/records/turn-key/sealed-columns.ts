import { openPerson, type Person, sealPerson } from '../../requests/applicant.js'
import { type SealingKey, seal, unseal } from '../seal.js'

type Row = Readonly<Record<string, unknown>>

/** One place in the database where something is sealed, and how it is sealed with another key. */
export type SealedColumn = {
  readonly table: string
  /** The primary key. */
  readonly key: readonly string[]
  readonly column: string
  /** Columns beside the key that are needed for it. */
  readonly needs: readonly string[]
  /** What changes in the row; null where `from` does not open it. */
  readonly anew: (from: SealingKey, to: SealingKey, row: Row, sealed: Buffer) => Row | null
}

/** Every column that is sealed. A test holds the list against the columns of bytes in the schema: whoever adds one adds a line. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  text('event_payload', ['tenant_id', 'event_id'], 'sealed', ({ event_id }) => `${event_id}`),
  text('credential', ['tenant_id', 'person_id'], 'totp', ({ person_id }) => `${person_id}`),
  ...['content', 'paper', 'course'].map((part) =>
    text('request_letter', ['tenant_id', 'id'], part, ({ id }) => `request letter ${part} ${id}`),
  ),
  ...['marks', 'result'].map((part) =>
    text(
      'request_material',
      ['tenant_id', 'id'],
      part,
      ({ id }) => `request material ${part} ${id}`,
    ),
  ),
  ...['content', 'result'].map((part) =>
    text(
      ...(['request_filing', ['tenant_id', 'request_id', 'no'], part] as const),
      ({ request_id, no }) => `request filing ${part} ${request_id} ${no}`,
    ),
  ),
  ...(['before', 'people'] as const).map((part) =>
    text(
      'request_correction',
      ['tenant_id', 'request_id', 'no'],
      part === 'before' ? 'before' : 'people_before',
      ({ request_id, no }) => `request correction ${part} ${request_id} ${no}`,
    ),
  ),
  {
    ...{ table: 'request_person', key: ['tenant_id', 'request_id', 'place'], column: 'sealed' },
    needs: ['part', 'name', 'id_kind'],
    anew(from, to, row, sealed) {
      const place = { requestId: `${row['request_id']}`, no: Number(row['place']) }
      const rest = openPerson(from, place, sealed)
      if (!rest) return null
      // The columns hold what `sealPerson` wrote; the digest of the identity number hangs on the key, too.
      const known = { part: row['part'], name: row['name'], idKind: row['id_kind'], ...rest }
      const { identity_hash, sealed: again } = sealPerson(to, place, known as Person)
      return { identity_hash, sealed: again }
    },
  },
]

function text(
  table: string,
  key: readonly string[],
  column: string,
  about: (row: Row) => string,
): SealedColumn {
  return {
    ...{ table, key, column, needs: [] },
    anew(from, to, row, sealed) {
      const opened = unseal(from, about(row), sealed)
      return opened === null ? null : { [column]: seal(to, about(row), opened) }
    },
  }
}
