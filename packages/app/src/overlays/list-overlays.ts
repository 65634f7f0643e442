import { CALENDAR_YEARS, type LocalDate, ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { findOverlays } from './find-overlay.js'
import type { LawValue } from './law-value.js'
import { DOUBTFUL_VALUES } from './law-values.js'
import type { Overlay } from './overlay.js'
import { readLaw } from './read-law.js'

export type LawData = {
  /** Every overlay that was ever proposed, the newest first. */
  readonly overlays: readonly Overlay[]
  /** What rests on memory, and by which overlay it was settled; null where it still has to be. */
  readonly values: readonly (LawValue & { readonly settledBy: string | null })[]
  readonly calendar: {
    readonly settledThrough: LocalDate
    /** The notices that came with the program. */
    readonly years: readonly { readonly year: number; readonly notice: string }[]
  }
}

/** The law's data as they stand: what is laid over them, and what has yet to be confirmed. Everybody who works here reads them. */
export async function listOverlays(
  platform: Platform,
  actor: Actor,
): Promise<Result<LawData, never>> {
  return transact(platform, actor, async ({ tx }) => {
    const { calendar } = await readLaw(tx, platform)
    const overlays = await findOverlays(tx, platform.tenantId)
    return ok({
      overlays,
      values: DOUBTFUL_VALUES.map((value) => ({ ...value, settledBy: settling(value, overlays) })),
      calendar: {
        settledThrough: calendar.settledThrough,
        years: CALENDAR_YEARS.map(({ year, notice }) => ({ year, notice })),
      },
    })
  })
}

function settling({ key }: LawValue, overlays: readonly Overlay[]): string | null {
  const found = overlays.find(
    ({ state, content }) => state === 'approved' && content.kind === 'value' && content.key === key,
  )
  return found?.id ?? null
}
