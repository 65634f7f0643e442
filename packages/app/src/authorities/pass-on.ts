import { type UnfinishedReport, unfinishedReports } from '../collection/unfinished-reports.js'
import type { Actor, Holding } from '../context.js'
import { notifyEach } from '../notices/notify.js'
import { holdersOf } from '../notices/recipients.js'
import type { Work } from '../storage/transact.js'
import type { Authority } from './authority.js'
import { passRequestsOn } from './pass-requests-on.js'

type Named = { readonly id: string; readonly name: string }

/** What went over from an authority that ended, and what ended with it. */
export type PassedOn = {
  readonly from: Named
  /** The authority that carries on what is unfinished. */
  readonly to: Named
  /** The reports that it now drafts, hands in and publishes. */
  readonly reports: readonly Pick<UnfinishedReport, 'id' | 'authority' | 'reportYear' | 'state'>[]
  /** How many requests and remedies it now handles that were open. */
  readonly requests: number
  readonly remedies: number
  /** Codes of number series that are closed: the one that carries on numbers under its own. */
  readonly series: readonly string[]
}

/** An authority as a reorganisation left it, with what was passed on to it or by it. */
export type ReorganisedAuthority = Authority & { readonly passedOn: readonly PassedOn[] }

/** An authority that has ended, with the codes of the series that were closed. */
export type Ended = { readonly authority: Authority; readonly series: readonly string[] }

/**
 * Passes on what an ended authority left unfinished: whoever works in the one that carries on has the right to it from now on, to what is published
 * too. Each report tells it in its history, and the officers who now answer for it are told.
 */
export async function passOn(
  work: Work,
  actor: Actor,
  as: Holding,
  { authority, series }: Ended,
  to: Authority,
  reason: string,
): Promise<PassedOn> {
  const { tx, record } = work
  const reports = await unfinishedReports(tx, authority.id)
  await tx
    .updateTable('authority')
    .set({ carrier_id: to.id })
    .where('id', '=', authority.id)
    .executeTakeFirstOrThrow()
  const names = { from: nameOf(authority), to: nameOf(to) }
  for (const { id, authorityId, state } of reports) {
    record({
      as,
      name: 'reportCarriedOver',
      subject: { kind: 'report', id },
      authorityId,
      reason,
      detail: { ...names, state },
    })
  }
  await tellOfficers(work, actor, to, reports)
  const open = await passRequestsOn(work, actor, { as, reason, ...names })
  return { ...names, reports: reports.map(told), ...open, series }
}

function nameOf({ id, name }: Authority): Named {
  return { id, name }
}

function told({ id, authority, reportYear, state }: UnfinishedReport) {
  return { id, authority, reportYear, state }
}

async function tellOfficers(
  { tx }: Work,
  actor: Actor,
  { id, name }: Authority,
  reports: readonly UnfinishedReport[],
): Promise<void> {
  const officers = await holdersOf(tx, ['disclosureOfficer', 'disclosureHead'], id)
  const others = new Set(officers.filter((one) => one !== actor.personId))
  const notices = reports.flatMap(({ id: report, authority, reportYear }) =>
    [...others].map((personId) => ({
      personId,
      values: { authority, successor: name, year: `${reportYear}`, report },
    })),
  )
  await notifyEach(tx, 'reportCarriedOver', notices)
}
