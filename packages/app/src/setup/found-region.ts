import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import { type Platform, today } from '../context.js'
import { rememberKey } from '../records/key-in-force.js'
import { keepPassword } from '../sessions/set-password.js'
import { transact } from '../storage/transact.js'

export type FoundRegion = {
  /** 地区名称，如“云岭县”。 */
  readonly region: string
  readonly regionCode: string | null
  /** The government whose authorities keep one register together. */
  readonly authority: string
  readonly level: 'province' | 'city' | 'county' | 'township'
  readonly administrator: { readonly login: string; readonly name: string }
}

export type Founded = {
  readonly tenantId: string
  readonly authorityId: string
  readonly personId: string
}

export type FoundRefusal = Refusal<'region.exists' | 'region.founding'>

/** Begins the register of a region: the government at the root of its authorities, and the first administrator, with the password as it is kept. Refused where one was begun, or is being begun. */
export async function foundRegion(
  platform: Omit<Platform, 'tenantId'>,
  { region, regionCode, authority, level, administrator }: FoundRegion,
  passwordHash: string | null = null,
): Promise<Result<Founded, FoundRefusal>> {
  const founded = {
    tenantId: randomUUIDv7(),
    authorityId: randomUUIDv7(),
    personId: randomUUIDv7(),
  }
  const { tenantId, authorityId, personId } = founded
  const holding = { role: 'administrator', authorityId, onBehalfOf: null } as const
  const actor = { personId, holdings: [holding] }
  const done = transact({ ...platform, tenantId }, actor, async ({ tx, record }) => {
    await sql`set local lock_timeout = '1s'`.execute(tx)
    const { rows } = await sql<{ done: boolean }>`select found_tenant(
      ${tenantId}, ${region}, ${regionCode}, ${platform.now()}, ${today(platform)},
      ${authorityId}, ${authority}, ${level},
      ${personId}, ${administrator.login}, ${administrator.name}, ${randomUUIDv7()}) as done`.execute(
      tx,
    )
    await sql`set local lock_timeout to default`.execute(tx)
    if (!rows[0]?.done) return EXISTS
    await rememberKey(tx, platform.key.id)
    if (passwordHash !== null) {
      await keepPassword(tx, { ...platform, tenantId }, personId, passwordHash)
    }
    record({
      as: holding,
      name: 'regionFounded',
      subject: { kind: 'region', id: tenantId },
      authorityId,
      detail: { region, regionCode, authority, level, administrator: personId },
    })
    return ok(founded)
  })
  return done.catch((fault: unknown) => {
    if (isLocked(fault)) return BUSY
    throw fault
  })
}

/** Somebody else founds a region at this moment: a demonstration takes minutes. */
function isLocked(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === LOCK_NOT_AVAILABLE
}

/** SQLSTATE of PostgreSQL. */
const LOCK_NOT_AVAILABLE = '55P03'

const BUSY = refuse(
  'region.founding',
  '正在装载演示数据，或者他人正在设置，本次没有设置。请等待几分钟后刷新本页：装载完毕的，请登录；没有完成的，可以重新设置。',
)

const EXISTS = refuse('region.exists', '本系统已经设置完毕，不能再次设置。请登录后在“机关”中调整。')
