import { ok, type Result } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { registersOf } from '../registers.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import {
  decisionOf,
  givesOut,
  type ProactiveProposal,
  type ProposalState,
  proposals,
  toProposal,
} from './proposal.js'
import { filesOfLetter, type SuppliedFile } from './supplied-files.js'

export type ListProactive = {
  readonly authorityId: string
  readonly state: ProposalState | 'all'
  /** After this one of the page before; null for the first page. */
  readonly after: string | null
  /** At most so many, 1 to 200. */
  readonly limit: number
}

export type ProactivePage = {
  readonly proposals: readonly ProactiveProposal[]
  readonly counts: Readonly<Record<ProposalState, number>>
  /** Where the next page goes on; null on the last. */
  readonly next: string | null
}

// biome-ignore format: table
const STATES: Readonly<Record<ProposalState, RawBuilder<boolean>>> = {
  proposed:  sql`p.decision is null`,
  accepted:  sql`(p.decision = 'accepted' and p.published_on is null)`,
  published: sql`p.published_on is not null`,
  declined:  sql`(p.decision = 'declined')`,
}

/** 依申请公开转主动公开的台账: the proposals of an authority and of those that it carries on, the newest first, with how many stand where. */
export async function listProactive(
  platform: Platform,
  actor: Actor,
  { authorityId, state, after, limit }: ListProactive,
): Promise<Result<ProactivePage, RightRefusal>> {
  return transact<Result<ProactivePage, RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allow(tx, actor, 'proactive.read', authorityId)
    if (!allowed.ok) return allowed
    const registers = await registersOf(tx, authorityId)
    const rows = await proposals(tx)
      .where('p.authority_id', 'in', registers)
      .$if(state !== 'all', (query) =>
        query.where(state === 'all' ? sql<boolean>`true` : STATES[state]),
      )
      .$if(after !== null, (query) => query.where('p.id', '<', after ?? ''))
      .orderBy('p.id', 'desc')
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit).map(toProposal)
    return ok({
      proposals: shown,
      counts: await countsOf(tx, registers),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    })
  })
}

async function countsOf(tx: Transaction<Schema>, registers: readonly string[]) {
  const count = (state: ProposalState) =>
    sql<number>`count(*) filter (where ${STATES[state]})::integer`.as(state)
  return tx
    .selectFrom('proactive_proposal as p')
    .select([count('proposed'), count('accepted'), count('published'), count('declined')])
    .where('p.authority_id', 'in', registers)
    .executeTakeFirstOrThrow()
}

/** What of one request became or may become public to everybody. */
export type ProactiveView = {
  /** It gave out something that may be proposed. */
  readonly gaveOut: boolean
  /** The files that went with the decision that stands. */
  readonly files: readonly SuppliedFile[]
  readonly proposals: readonly (ProactiveProposal & { readonly files: readonly SuppliedFile[] })[]
}

/** The same of one request, with the names of the files. */
export async function readProactive(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<ProactiveView, RightRefusal | RequestNotFound>> {
  return transact<Result<ProactiveView, RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'proactive.read', requestId)
      if (!allowed.ok) return allowed
      const decision = await decisionOf(tx, requestId)
      const rows = await proposals(tx)
        .where('p.request_id', '=', requestId)
        .orderBy('p.id')
        .execute()
      const told = []
      for (const one of rows.map(toProposal)) {
        const files = await filesOfLetter(tx, platform, one.letterId)
        told.push({ ...one, files: files.filter(({ id }) => one.fileIds.includes(id)) })
      }
      return ok({
        gaveOut: decision !== null && givesOut(decision.grounds),
        files: await filesOfLetter(tx, platform, decision?.letterId ?? null),
        proposals: told,
      })
    },
  )
}
