import { sql, type Transaction } from 'kysely'
import { type Reach, RIGHTS, type Right } from '../rights/rights.js'
import type { Role } from '../rights/roles.js'
import type { Schema } from '../storage/schema.js'
import { type ReportState, STEPS } from './states.js'

/** A report in which something is left to do. */
export type UnfinishedReport = {
  readonly id: string
  readonly authorityId: string
  readonly authority: string
  readonly reportYear: number
  readonly state: ReportState
}

type States = readonly ReportState[]

/** That a duty ends waits for nobody. */
const WORK = STEPS.filter(({ action }) => action !== 'report.close')

/**
 * The reports of an authority, and of what it carries on, that are not public yet, or of which a correction is being drafted; told to who
 * administers it.
 */
export function unfinishedReports(
  tx: Transaction<Schema>,
  authorityId: string,
): Promise<readonly UnfinishedReport[]> {
  return reportsIn(
    tx,
    authorityId,
    WORK.map(({ from }) => from),
    [],
  )
}

/** Of these the ones in which one of the roles has a step; for a role that reaches below, of all below the authority too. */
export function reportsWaitingFor(
  tx: Transaction<Schema>,
  authorityId: string,
  roles: readonly Role[],
): Promise<readonly UnfinishedReport[]> {
  return reportsIn(tx, authorityId, statesFor(roles, 'own'), statesFor(roles, 'below'))
}

async function reportsIn(tx: Transaction<Schema>, authorityId: string, own: States, below: States) {
  const { rows } = await sql<UnfinishedReport>`
    select id, authority_id as "authorityId", authority, report_year as "reportYear", state
    from unfinished_reports(${authorityId}, ${own}, ${below})`.execute(tx)
  return rows
}

function statesFor(roles: readonly Role[], reach: Reach): States {
  return WORK.filter(({ action }) => {
    const right: Right = RIGHTS[action]
    return right.reach === reach && right.roles.some((role) => roles.includes(role))
  }).map(({ from }) => from)
}
