import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Holding, Platform } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'
import type { Authority } from './authority.js'
import { toAuthority } from './authority-row.js'
import { dateText } from './date-text.js'

/** An authority and the version of it that was on the screen. */
export type AuthorityRef = { readonly authorityId: string; readonly version: number }

/** Somebody else was faster: what stands now goes with it. */
type AuthorityChanged = Refusal<'authority.changed'> & { readonly present: Authority }

export type OpenRefusal = RightRefusal | AuthorityChanged | Refusal<'authority.dissolved'>

/** An authority that may be written to, and under which role. */
export type Opened = { readonly as: Holding; readonly authority: Authority }

/**
 * Writers of the register of a region wait for each other until their transaction ends: paths, names and codes are checked against
 * what the one before left. It comes before every other lock.
 */
export async function lockRegister(tx: Transaction<Schema>, { tenantId }: Platform): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`authorities ${tenantId}`}, 0))`.execute(
    tx,
  )
}

/** The authority of this id; undefined where the region has none. */
export async function findAuthority(
  tx: Transaction<Schema>,
  id: string,
): Promise<Authority | undefined> {
  const row = await tx.selectFrom('authority').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAuthority(row)
}

/** An existing authority on which `actor` may do `action`, whatever its version. */
export async function openAuthority(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  id: string,
): Promise<Result<Opened, RightRefusal | Refusal<'authority.dissolved'>>> {
  const allowed = await allow(tx, actor, action, id)
  if (!allowed.ok) return allowed
  const authority = await findAuthority(tx, id)
  if (!authority) throw new Error(`authority ${id} went away`)
  if (authority.dissolvedOn !== null) return dissolved(authority.name, authority.dissolvedOn)
  return ok({ as: allowed.value, authority })
}

/** The same at the version that was on the screen. */
export async function openAt(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  { authorityId, version }: AuthorityRef,
): Promise<Result<Opened, OpenRefusal>> {
  const opened = await openAuthority(tx, actor, action, authorityId)
  if (!opened.ok) return opened
  const { authority } = opened.value
  return authority.version === version ? opened : { ok: false, refusal: changed(authority) }
}

function changed(present: Authority): AuthorityChanged {
  const message = `“${present.name}”的登记信息已由他人更改，本次没有保存。请对照现在的信息，确认后重新提交。`
  return { code: 'authority.changed', message, present }
}

function dissolved(name: string, on: string) {
  const message = `“${name}”已于${dateText(on)}撤销，不能再办理。请选择承接其职责的机关。`
  return refuse('authority.dissolved', message)
}
