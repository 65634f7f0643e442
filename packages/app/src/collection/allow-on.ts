import { type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'

/** What belongs to an authority here, in official words. */
const THINGS = { collection: '这项年度报告工作', report: '这份报告', remark: '这条意见' } as const

export type Thing = keyof typeof THINGS

/** What `actor` holds that allows `action` on the authority whose affair a thing is. The region sees whose it is, whatever it may read of it. */
export async function allowOn<K extends Thing>(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  kind: K,
  id: string,
): Promise<Result<Holding, RightRefusal | Refusal<`${K}.not-found`>>> {
  const { rows } = await sql<{
    id: string | null
  }>`select authority_of(${kind}, ${id}) as id`.execute(tx)
  const authorityId = rows[0]?.id
  return authorityId ? allow(tx, actor, action, authorityId) : notFound(kind)
}

function notFound<K extends Thing>(kind: K) {
  return refuse(
    `${kind}.not-found` as const,
    `没有${THINGS[kind]}，可能已被更正。请刷新后重新选择。`,
  )
}
