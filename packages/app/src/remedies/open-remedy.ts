import { ok, type Refusal, type RemedyKind, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { holdOverlays } from '../overlays/read-law.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'
import { findRemedy } from './find-remedies.js'
import type { Remedy } from './remedy.js'

/** A remedy and the version of it that was on the screen. */
export type RemedyRef = { readonly remedyId: string; readonly version: number }

type RemedyNotFound = Refusal<'remedy.not-found'>
/** Somebody else was faster: what stands now goes with it. */
type RemedyChanged = Refusal<'remedy.changed'> & { readonly present: Remedy }
export type RemedyRefusal =
  | RightRefusal
  | RemedyNotFound
  | RemedyChanged
  | Refusal<'remedy.was-struck'>

export type OpenedRemedy = { readonly as: Holding; readonly remedy: Remedy }

/** Who registers and decides: complaints are the affair of the supervising office, all else of the desk (第四十七条、第五十一条). */
export function keeperOf(kind: RemedyKind): Action {
  return kind === 'complaint' ? 'remedy.supervise' : 'remedy.handle'
}

/** The right to a remedy, wherever it is; refused where there is none of this id. */
async function allowOnRemedy(
  tx: Transaction<Schema>,
  actor: Actor,
  actionOf: (kind: RemedyKind) => Action,
  id: string,
): Promise<Result<Holding, RightRefusal | RemedyNotFound>> {
  const place = await placeOfRemedy(tx, id)
  return place ? allow(tx, actor, actionOf(place.kind), place.authorityId) : NOT_FOUND
}

/** Whose affair a remedy is, and of what kind it is, whatever may be read of it. */
export async function placeOfRemedy(
  tx: Transaction<Schema>,
  id: string,
): Promise<{ readonly authorityId: string; readonly kind: RemedyKind } | undefined> {
  const { rows } = await sql<{ authorityId: string; kind: RemedyKind }>`
    select * from place_of_remedy(${id})`.execute(tx)
  return rows[0]
}

/** Opens a remedy: the right, then the version. It is locked until the transaction ends. */
export async function openRemedy(
  tx: Transaction<Schema>,
  actor: Actor,
  actionOf: (kind: RemedyKind) => Action,
  { remedyId, version }: RemedyRef,
): Promise<Result<OpenedRemedy, RemedyRefusal>> {
  const allowed = await allowOnRemedy(tx, actor, actionOf, remedyId)
  if (!allowed.ok) return allowed
  await holdOverlays(tx)
  await tx.selectFrom('remedy').select('id').where('id', '=', remedyId).forUpdate().execute()
  const remedy = await findRemedy(tx, remedyId)
  if (!remedy) return NOT_FOUND
  if (remedy.version !== version) return changed(remedy)
  return remedy.struckReason === null ? ok({ as: allowed.value, remedy }) : WAS_STRUCK
}

function changed(present: Remedy): { ok: false; refusal: RemedyChanged } {
  const message = '这一件已由他人办理，本次没有保存。请对照现在的情况，确认后重新提交。'
  return { ok: false, refusal: { code: 'remedy.changed', message, present } }
}

export const NOT_FOUND = refuse('remedy.not-found', '没有这一件，或您不能查看。请刷新后重新选择。')
const WAS_STRUCK = refuse('remedy.was-struck', '这一件因登记错误已从台账中去除，不再办理。')
