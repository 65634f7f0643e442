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

/** Begins the register of a region: the government at the root of its authorities, and the first administrator, with the password as it is kept. Refused where one was begun. */
export async function foundRegion(
  platform: Omit<Platform, 'tenantId'>,
  { region, regionCode, authority, level, administrator }: FoundRegion,
  passwordHash: string | null = null,
): Promise<Result<Founded, Refusal<'region.exists'>>> {
  const founded = {
    tenantId: randomUUIDv7(),
    authorityId: randomUUIDv7(),
    personId: randomUUIDv7(),
  }
  const { tenantId, authorityId, personId } = founded
  const holding = { role: 'administrator', authorityId, onBehalfOf: null } as const
  const actor = { personId, holdings: [holding] }
  return transact({ ...platform, tenantId }, actor, async ({ tx, record }) => {
    const { rows } = await sql<{ done: boolean }>`select found_tenant(
      ${tenantId}, ${region}, ${regionCode}, ${platform.now()}, ${today(platform)},
      ${authorityId}, ${authority}, ${level},
      ${personId}, ${administrator.login}, ${administrator.name}, ${randomUUIDv7()}) as done`.execute(
      tx,
    )
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
}

const EXISTS = refuse('region.exists', '本系统已经设置完毕，不能再次设置。请登录后在“机关”中调整。')
