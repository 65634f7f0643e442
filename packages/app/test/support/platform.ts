import type pg from 'pg'
import type { Actor, Platform } from '../../src/context.js'
import { type Founded, foundRegion } from '../../src/setup/found-region.js'
import { connected, newDatabase } from './database.js'
import type { TestServer } from './servers.js'

export const NOW = new Date('2026-01-05T01:00:00.000Z')

export type Region = {
  readonly platform: Platform
  readonly founded: Founded
  /** The first administrator. */
  readonly administrator: Actor
  readonly url: string
  /** The owner of its database, connected with the first call. */
  readonly owner: () => Promise<pg.Client>
  readonly close: () => Promise<void>
}

/** A new database with a region in it: 云岭县, its government and its first administrator, on 5 January 2026. */
export async function newRegion(server: TestServer): Promise<Region> {
  const { db, url, close } = await newDatabase(server)
  const base = {
    db,
    key: { id: 'test', bytes: Buffer.alloc(32, 7) },
    now: () => NOW,
  }
  const result = await foundRegion(base, {
    region: '云岭县',
    regionCode: '530000',
    authority: '云岭县人民政府',
    level: 'county',
    administrator: { login: 'admin', name: '管理员' },
  })
  if (!result.ok) throw new Error(result.refusal.message)
  const { tenantId, personId, authorityId } = result.value
  let owner: Promise<pg.Client> | undefined
  return {
    platform: { ...base, tenantId },
    founded: result.value,
    administrator: {
      personId,
      holdings: [{ role: 'administrator', authorityId, onBehalfOf: null }],
    },
    url,
    owner() {
      owner ??= connected(url)
      return owner
    },
    async close() {
      await (await owner)?.end()
      await close()
    },
  }
}
