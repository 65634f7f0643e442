import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { type Purpose, personOfLink, useLink } from './links.js'
import { hashPassword, verifyPassword } from './password-hash.js'
import { checkPassword, type PasswordRefusal, SAME_AS_BEFORE } from './password-strength.js'
import { ownWords, self } from './self.js'

export type LinkRefusal = Refusal<'link.over'>

export const LINK_OVER = refuse(
  'link.over',
  '该链接已经用过或已过有效期。请在登录页重新申请，或请本机关的系统管理员重新发送。',
)

/** A password as it will be kept, if it is strong enough for this person; `former` is what it must not be again, as it is kept. The database is not held meanwhile. */
export async function newHash(
  platform: Platform,
  personId: string,
  password: string,
  former: string | null = null,
): Promise<Result<string, PasswordRefusal>> {
  const { value: words } = await transact(platform, self(personId), async ({ tx }) => {
    return ok(await ownWords(tx, personId))
  })
  const checked = checkPassword(password, words)
  if (!checked.ok) return checked
  if (former !== null && (await verifyPassword(password, former))) return SAME_AS_BEFORE
  return ok(await hashPassword(password))
}

async function keptHash(platform: Platform, personId: string): Promise<string | null> {
  const { value } = await transact(platform, self(personId), async ({ tx }) => {
    const row = await tx
      .selectFrom('credential')
      .select('password_hash')
      .where('person_id', '=', personId)
      .executeTakeFirst()
    return ok(row?.password_hash ?? null)
  })
  return value
}

/** Keeps a password; failures and a wait that stood are over. */
export async function keepPassword(
  tx: Transaction<Schema>,
  { tenantId, now }: Platform,
  personId: string,
  hash: string,
): Promise<void> {
  const kept = { password_hash: hash, changed_at: now(), failures: 0, locked_until: null }
  await tx
    .insertInto('credential')
    .values({ tenant_id: tenantId, person_id: personId, totp: null, totp_step: null, ...kept })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(kept))
    .execute()
}

/** Sets a password by a link that works once; `work` does what else the link is for, in the same transaction. */
export async function setPasswordByLink<T, R extends Refusal>(
  platform: Platform,
  { token, password }: { readonly token: string; readonly password: string },
  purpose: Purpose,
  work: (
    given: Work,
    link: { readonly personId: string; readonly madeBy: string | null },
  ) => Promise<Result<T, R>>,
): Promise<Result<T, R | LinkRefusal | PasswordRefusal>> {
  const personId = await personOfLink(platform, token)
  if (personId === null) return LINK_OVER
  const hash = await newHash(platform, personId, password, await keptHash(platform, personId))
  if (!hash.ok) return hash
  return transact(platform, self(personId), async (given) => {
    const used = await useLink(given.tx, platform, token, purpose)
    if (!used) return LINK_OVER
    await keepPassword(given.tx, platform, personId, hash.value)
    return work(given, { personId, ...used })
  })
}
