import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installationOf, withInstallation } from '@gongkai/app'
import { ok } from '@gongkai/law'
import pg from 'pg'
import { type Browser, newBrowser } from '../../packages/web/test/faults/browser.js'
import { granted, invite, PASSWORD } from '../../packages/web/test/faults/county.js'
import {
  freePort,
  newDataFolder,
  type ServiceProcess,
  type ServiceSpec,
  startProcess,
} from '../../packages/web/test/faults/service-process.js'

/** What is built, as `npm start` starts it. */
const BUILT = fileURLToPath(new URL('../../packages/web/dist/main.js', import.meta.url))

const START: {
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
} = JSON.parse(readFileSync(new URL('../../scripts/service.json', import.meta.url), 'utf8'))

/** A new folder and a port for a service that is built. */
export async function newSpec(env: Readonly<Record<string, string>> = {}): Promise<ServiceSpec> {
  const entry = [...START.flags, BUILT]
  return { folder: newDataFolder(), port: await freePort(), entry, env: { ...START.env, ...env } }
}

/** A county that was just set up, with who looks at everything. */
export type Fresh = {
  readonly service: ServiceProcess
  readonly root: string
  readonly admin: Browser
  readonly supervisor: Browser
}

/** Starts the built service on a folder of its own and sets it up. */
export async function startFresh(env: Readonly<Record<string, string>> = {}): Promise<Fresh> {
  const service = await startProcess(await newSpec(env))
  const admin = newBrowser(service.url)
  const me = await granted(admin, 'POST', '/setup', {
    body: { code: service.setUpCode, ...REGION },
  })
  const root: string = me.holdings[0].authorityId
  const supervisor = await invite(service.url, admin, 'supervisor', 'supervisingOfficer', [root])
  return { service, root, admin, supervisor }
}

const REGION = {
  ...{ region: '云岭县', regionCode: '530199', authority: '云岭县人民政府', level: 'county' },
  administrator: { login: 'admin', name: '管理员', password: PASSWORD },
}

/** Works on the database of a running service as its owner. */
export async function asOwner<T>(
  folder: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const place = installationOf({ databaseUrl: null, data: folder, keyFile: null }, folder)
  const done = await withInstallation(place, true, async ({ url }) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return ok(await work(client))
    } finally {
      await client.end()
    }
  })
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}
