import type { Ground, LetterKind, LocalDate } from '@gongkai/law'
import type { ColumnType, Generated } from 'kysely'
import type {
  Anew,
  LetterApprover,
  LetterState,
  SendingWay,
} from '../../requests/letters/letter.js'
import type { Instant } from './columns.js'

/** Given by the database when the row is written. */
type Given<T> = ColumnType<T, never, never>

/** Letters of requests: the decision and every notice (ADR 0023). */
export type LetterTables = {
  request_letter: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    kind: LetterKind
    decides: boolean
    grounds: readonly Ground[]
    needs: readonly LetterApprover[]
    state: Generated<LetterState>
    round: Generated<number>
    writers: readonly string[]
    number_code: Generated<string | null>
    number_year: Generated<number | null>
    number_no: Given<number | null>
    number: Given<string | null>
    approved_on: Generated<LocalDate | null>
    due_on: Generated<LocalDate | null>
    sent_way: Generated<SendingWay | null>
    sent_on: Generated<LocalDate | null>
    served_on: Generated<LocalDate | null>
    returned_on: Generated<LocalDate | null>
    noticed_on: Generated<LocalDate | null>
    content: Buffer
    paper: Generated<Buffer | null>
    course: Buffer
    drafted_at: Instant
    anew: Generated<Anew | null>
    replaces_id: Generated<string | null>
    remedy_id: Generated<string | null>
    version: Generated<number>
  }
  request_letter_approval: {
    tenant_id: string
    letter_id: string
    round: number
    role: LetterApprover
    authority_id: string
    person_id: string
    approved_at: Instant
  }
}
