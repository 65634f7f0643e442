import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import { type Platform, today } from '../context.js'
import { notify } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import { transact, type Work } from '../storage/transact.js'
import { beginSession, type FromWhere, type SignedIn } from './begin-session.js'
import { homeOf, self } from './self.js'
import { personOfLogin } from './sign-in.js'

/** Who a province's identity service says that somebody is. */
export type Identity = {
  readonly issuer: string
  /** Never given to anybody else by the issuer. */
  readonly subject: string
  /** The login here, as the issuer knows it; null where it says none. */
  readonly login: string | null
}

export type IdentityRefusal = Refusal<'identity.unknown'>

/**
 * Begins the session of the person for whom the issuer has vouched. The first time that is the person with the same login; from then on the subject
 * counts and the login does not, so that a login given to somebody else there opens nothing here. Nobody is added: who has no account stays outside.
 */
export async function signInByIdentity(
  platform: Platform,
  identity: Identity,
  where: FromWhere,
): Promise<Result<SignedIn, IdentityRefusal>> {
  const linked = await personOfIdentity(platform, identity)
  const personId = linked ?? (identity.login && (await personOfLogin(platform, identity.login)))
  if (!personId) return UNKNOWN
  return transact(platform, self(personId), async (work) => {
    const person = await work.tx
      .selectFrom('person')
      .select('state')
      .where('id', '=', personId)
      .executeTakeFirst()
    if (person?.state !== 'active') return UNKNOWN
    if (linked === null && !(await link(work, platform, personId, identity))) return UNKNOWN
    return ok(await beginSession(work, platform, personId, where, { way: 'identity' }))
  })
}

const UNKNOWN = refuse(
  'identity.unknown',
  '统一身份认证已经通过，但本系统没有与之对应的在用账户。请与本机关的系统管理员联系。',
)

async function personOfIdentity(
  platform: Platform,
  { issuer, subject }: Identity,
): Promise<string | null> {
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<{ id: string | null }>`
      select person_of_identity(${issuer}, ${subject}) as id`.execute(tx)
    return ok(rows[0]?.id ?? null)
  })
  return value
}

/** Whether the person stands for this identity from now on; not where there is another of the same issuer. */
async function link(
  { tx, record }: Work,
  platform: Platform,
  personId: string,
  { issuer, subject }: Identity,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identity')
    .values({
      tenant_id: platform.tenantId,
      issuer,
      subject,
      person_id: personId,
      made_at: platform.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  record({
    as: null,
    name: 'identityLinked',
    subject: { kind: 'person', id: personId },
    authorityId: await homeOf(tx, personId),
    detail: { issuer },
  })
  await notify(tx, personId, 'wayInAdded', { day: dayText(today(platform)), way: '统一身份认证' })
  return true
}
