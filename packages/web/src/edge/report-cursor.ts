import type { ReportCursor, ReportSort } from '@gongkai/app'
import { isLocalDate, ok, type Result } from '@gongkai/law'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'
import { Id } from '../schemas/parts.js'

/** What a page of each order ends with. */
const KEYS: Readonly<Record<ReportSort, (key: string) => boolean>> = {
  year: (key) => /^\d{4}\/[0-9a-f/-]+$/.test(key),
  dueOn: isLocalDate,
  authority: (key) => /^[0-9a-f/-]+$/.test(key),
}

/** Where a page of reports ended, as the next one is asked for. */
export function toReportCursor(place: ReportCursor | null): string | null {
  return place && `${place.id} ${place.key}`
}

/** The same back; refused where it is none of ours, or of another order. */
export function fromReportCursor(
  text: string | undefined,
  sort: ReportSort,
): Result<ReportCursor | null, ApiRefusal> {
  if (!text) return ok(null)
  const [id = '', key = ''] = text.split(' ')
  if (Id.safeParse(id).success && KEYS[sort](key)) return ok({ id, key })
  const fields = [{ field: 'after', message: '应为同一次序上一页答复中的 next' }]
  return { ok: false, refusal: REQUEST_REFUSALS.malformed(fields) }
}
