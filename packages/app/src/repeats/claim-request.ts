import { createHash, hkdfSync, randomUUID } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import { type SealingKey, seal, unseal } from '../records/seal.js'
import { self } from '../sessions/self.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'

/** A request under a key that its sender chose. */
export type SentRequest = {
  readonly personId: string
  readonly key: string
  /** SHA-256 of all that is asked. */
  readonly digest: Buffer
}

/** An answer as it is given again. */
export type KeptAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** In base64. */
  readonly body: string
}

/** That this request is done here and nowhere else; a transaction of the platform that carries it says that it was. */
export type Claim = { readonly personId: string; readonly keyHash: Buffer; readonly id: string }

export type RepeatRefusal = Refusal<
  'idempotency.other-request' | 'idempotency.under-way' | 'idempotency.done'
>

const KEPT_MS = 24 * 60 * 60 * 1000
/** Whoever claimed a request and did nothing for so long is gone; should it still come, its transaction fails. */
const GONE_MS = 2 * 60 * 1000

/**
 * Claims a request, to be done now; or the answer that was given before. Refused where the key stands for another request, where the same is
 * under way, and where it was done but its answer is lost: the process ended in between.
 */
export async function claimRequest(
  platform: Platform,
  { personId, key, digest }: SentRequest,
): Promise<Result<{ readonly claim: Claim } | { readonly answer: KeptAnswer }, RepeatRefusal>> {
  const claim = { personId, keyHash: hashOf(key), id: randomUUID() }
  return transact(platform, self(personId), async ({ tx }) => {
    if (await insert(tx, platform, claim, digest)) return ok({ claim })
    const row = await tx
      .selectFrom('repeat')
      .selectAll()
      .where('person_id', '=', personId)
      .where('key_hash', '=', claim.keyHash)
      .executeTakeFirst()
    if (row && !row.request_hash.equals(digest)) return OTHER
    if (row?.answer) return ok({ answer: opened(platform, key, claim, row.answer) })
    return row?.done_at && row.claimed_at <= gone(platform) ? DONE : UNDER_WAY
  })
}

/** Keeps the answer to a request that was claimed; null where it is too large to be kept, and the next is told that it was done. */
export async function keepAnswer(
  platform: Platform,
  key: string,
  claim: Claim,
  answer: KeptAnswer | null,
): Promise<void> {
  const kept = answer && seal(keyOf(platform, key), aboutOf(claim), JSON.stringify(answer))
  await transact(platform, self(claim.personId), async ({ tx }) => {
    await tx
      .updateTable('repeat')
      .set({ answer: kept, done_at: platform.now() })
      .where('person_id', '=', claim.personId)
      .where('key_hash', '=', claim.keyHash)
      .where('claim_id', '=', claim.id)
      .execute()
    return ok(null)
  })
}

/** Gives a claim back: the request failed, and may be sent again. What was done meanwhile stays claimed. */
export async function dropClaim(platform: Platform, claim: Claim): Promise<void> {
  await transact(platform, self(claim.personId), async ({ tx }) => {
    await tx
      .deleteFrom('repeat')
      .where('person_id', '=', claim.personId)
      .where('key_hash', '=', claim.keyHash)
      .where('claim_id', '=', claim.id)
      .where('done_at', 'is', null)
      .execute()
    return ok(null)
  })
}

/** Whether the claim is this request's now. */
async function insert(
  tx: Transaction<Schema>,
  platform: Platform,
  claim: Claim,
  digest: Buffer,
): Promise<boolean> {
  const at = platform.now()
  const over = new Date(at.getTime() - KEPT_MS)
  await sql`select clear_repeats(${over})`.execute(tx)
  const { rows } = await sql`
    insert into repeat as r (tenant_id, person_id, key_hash, request_hash, claim_id, claimed_at)
      values (${platform.tenantId}, ${claim.personId}, ${claim.keyHash}, ${digest}, ${claim.id}, ${at})
      on conflict (tenant_id, person_id, key_hash) do update set
        request_hash = excluded.request_hash, claim_id = excluded.claim_id,
        claimed_at = excluded.claimed_at, done_at = null, answer = null
        where r.claimed_at <= ${over}
          or (r.done_at is null and r.claimed_at <= ${gone(platform)} and r.request_hash = excluded.request_hash)
      returning claim_id`.execute(tx)
  return rows.length > 0
}

function gone({ now }: Platform): Date {
  return new Date(now().getTime() - GONE_MS)
}

/** An answer may hold what is shown once. It opens only for whoever has the key of its request, which is not kept. */
function keyOf({ key }: Pick<Platform, 'key'>, requestKey: string): SealingKey {
  const bytes = hkdfSync('sha256', key.bytes, requestKey, 'gongkai repeat', 32)
  const former = key.former && keyOf({ key: key.former }, requestKey)
  return { id: key.id, bytes: Buffer.from(bytes), ...(former && { former }) }
}

function opened(platform: Platform, key: string, claim: Claim, sealed: Buffer): KeptAnswer {
  const text = unseal(keyOf(platform, key), aboutOf(claim), sealed)
  if (text === null) throw new Error('the answer that was kept does not open with this key')
  return JSON.parse(text)
}

function aboutOf({ personId, keyHash }: Claim): string {
  return `${personId} ${keyHash.toString('hex')}`
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

const OTHER = refuse(
  'idempotency.other-request',
  '这个 Idempotency-Key 已经用于另一项请求。请为每项请求使用新的键。',
)
const UNDER_WAY = refuse(
  'idempotency.under-way',
  '相同的请求正在办理。请稍候用同一个 Idempotency-Key 再取答复。',
)
const DONE = refuse(
  'idempotency.done',
  '这项请求已经办理，但当时的答复没有保留。请查询现在的情况，不要用新的键重复提交。',
)
