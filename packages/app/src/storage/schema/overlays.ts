import type { LocalDate } from '@gongkai/law'
import type { MovedDates } from '../../overlays/moved-dates.js'
import type { OverlayContent } from '../../overlays/overlay.js'
import type { Instant, Json } from './columns.js'

/** What is laid over the law's data. */
export type OverlayTables = {
  overlay: {
    tenant_id: string
    id: string
    kind: string
    content: Json<OverlayContent>
    title: string
    number: string | null
    issued_on: LocalDate
    found_at: string | null
    /** The region itself where it was proposed at the terminal of the server. */
    proposed_by: string
    proposed_for: string | null
    proposed_at: Instant
  }
  overlay_step: {
    tenant_id: string
    /** In the region, without a gap: it says whether the law still stands as it was read. */
    no: number
    overlay_id: string
    step: string
    reason: string | null
    taken_by: string
    taken_at: Instant
    moved: Json<MovedDates> | null
  }
}
