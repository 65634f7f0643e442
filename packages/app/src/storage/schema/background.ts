import type { ColumnType, Generated } from 'kysely'
import type { Instant } from './columns.js'

/** Jobs with their effects, notices with what each person chose. */
export type BackgroundTables = {
  job: {
    tenant_id: string
    id: string
    queue: string
    /** The region itself where it was started by the clock or by another job; null for nobody. */
    asked_by: string | null
    asked_at: Instant
    done: Generated<number>
    total: number | null
    message: string | null
  }
  effect: {
    tenant_id: string
    key: string
    claimed_at: ColumnType<Date, never, never>
  }
  notice: {
    tenant_id: string
    id: string
    person_id: string
    kind: string
    title: string
    body: string
    path: string
    /** The text of the mail; null where the kind is never mailed. */
    mail: string | null
    created_at: ColumnType<Date, never, never>
    read_at: Instant | null
    mailed_at: Instant | null
  }
  notice_choice: {
    tenant_id: string
    person_id: string
    kind: string
    mail: boolean
  }
  quiet_hours: {
    tenant_id: string
    person_id: string
    /** Times of day in China, HH:MM. */
    since: string
    until: string
  }
}
