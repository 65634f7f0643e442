import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import {
  createPool,
  databaseWords,
  type Mailer,
  newSetUpCode,
  type OpenRefusal,
  openMailer,
  openPlatform,
  type Pool,
  platformJobs,
  type Settings,
  startQueue,
} from '@gongkai/app'
import { serve } from '@hono/node-server'
import type { Edge } from './edge/edge.js'
import { type HeldGround, holdGround } from './edge/ground.js'
import { openIdentityProvider } from './edge/identity-provider.js'
import { newLimiter } from './edge/limits.js'
import { toolsOnly } from './edge/tools-only.js'
import { endServer } from './http/end-server.js'
import { loadConsole } from './http/pages.js'
import { createApp } from './server.js'
import { allowedHosts, shownUrl } from './settings.js'

export type ServiceOptions = {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  /** How many files are worked on at the same time. */
  readonly jobs: number
  /** Told of every fault, with the id that the user was given or the name of the file. */
  readonly log: (entry: { readonly fault: unknown; readonly about: string }) => void
  /** Told in a line of words, once, that the database is away and why, and that it is there again; left out, it is logged. */
  readonly say?: (line: string) => void
  /** What the platform stands on; without it, the tools work alone. */
  readonly platform?: PlatformOptions
}

type PlatformOptions = {
  readonly settings: Settings
  readonly dataFolder: string
  readonly now: () => Date
}

export type Service = {
  readonly port: number
  /** Where people open it. */
  readonly url: string
  /** Opens the platform while the tools work already: null, or why it cannot be opened as the settings are. */
  readonly begin: () => Promise<OpenRefusal | null>
  /** The code that the set-up takes; null where nothing waits to be set up. */
  readonly setUpCode: () => Promise<string | null>
  /** Takes no more requests, lets those under way end, and ends the converters and the database. */
  readonly stop: () => Promise<void>
}

const CONSOLE = new URL('../../console/dist', import.meta.url)

/** Between two tries to reach a database that is away. */
const PAUSE_MS = 2000

/** Redaction and filing (ADR 0022): a file of 300 pages takes a minute, and a case may hold 500 pages. Nobody waits for them. */
const SLOW = { jobs: 1, timeoutMs: 900_000, residentMb: 1500 }

/** So long may a request under way still run when the service ends. */
const FINISH_MS = 15_000

/** Starts the service with the built console; throws where it cannot listen or the console is not built. */
export async function startService({
  host,
  port,
  jobs,
  log,
  say,
  platform,
}: ServiceOptions): Promise<Service> {
  const console = await loadConsole(fileURLToPath(CONSOLE))
  const onFault = (fault: unknown, about: string) => log({ fault, about })
  const pool = createPool({ jobs, onFault })
  const slow = createPool({ ...SLOW, onFault })
  const publicUrl = platform?.settings.publicUrl ?? null
  const shown = { url: shownUrl({ host, publicUrl }, port) }
  const mailer = platform && openMailer(platform.settings, platform.dataFolder)
  const ground =
    platform &&
    mailer &&
    groundOf(platform, { pool, slow }, mailer, () => shown.url, { onFault, say })
  const edge =
    platform && ground && mailer
      ? edgeOf(platform, ground, mailer, () => shown.url, onFault)
      : toolsOnly()
  const app = createApp({ pool, console, edge, hosts: allowedHosts({ host, publicUrl }), onFault })
  const server = serve({ fetch: app.fetch, port, hostname: host })
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const listening = (server.address() as AddressInfo).port
  shown.url = shownUrl({ host, publicUrl }, listening)
  return {
    port: listening,
    url: shown.url,
    begin: async () => ground?.begin() ?? null,
    async setUpCode() {
      const opened = edge.ground.open()
      const isWaiting = opened.ok && (await opened.value.tenantId()) === null
      return isWaiting ? edge.ground.code.text : null
    },
    async stop() {
      await endServer(server, FINISH_MS)
      await ground?.close()
      await pool.close()
      await slow.close()
      mailer?.close()
    },
  }
}

type OnFault = (fault: unknown, about: string) => void

function groundOf(
  { settings, dataFolder, now }: PlatformOptions,
  { pool, slow }: { readonly pool: Pool; readonly slow: Pool },
  mailer: Mailer,
  publicUrl: () => string,
  { onFault, say }: { readonly onFault: OnFault; readonly say: ServiceOptions['say'] },
): HeldGround {
  const ground = holdGround({
    open: () => openPlatform(settings, dataFolder, now),
    work: (open) =>
      startQueue(
        open,
        platformJobs(
          { mailer, publicUrl: publicUrl() },
          { pool, files: filesOf(ground) },
          { pool: slow, files: filesOf(ground) },
        ),
        {
          async onFault(fault) {
            if (!(await ground.lost(fault))) onFault(fault, 'queue')
          },
        },
      ),
    code: newSetUpCode(),
    onChange: sayOnce(say ?? ((line) => onFault(line, 'database')), onFault),
    pauseMs: PAUSE_MS,
  })
  return ground
}

/** Says each state of the database once; what is no matter of the database is a fault. */
function sayOnce(say: (line: string) => void, onFault: OnFault): (fault: unknown) => void {
  let last = ''
  return (fault) => {
    const words = fault === null ? null : databaseWords(fault)
    if (fault !== null && words === null) return onFault(fault, 'database')
    const line = words ? `${words}。每 2 秒再试一次，恢复后自动继续。` : '数据库已经恢复。'
    if (line !== last) say(line)
    last = line
  }
}

/** The files as they are when they are asked for: the store comes and goes with the platform. */
function filesOf(ground: HeldGround) {
  const open = () => {
    const opened = ground.open()
    if (!opened.ok) throw new Error(opened.refusal.message)
    return opened.value.files
  }
  return {
    get: async (digest: string) => open().get(digest),
    remove: async (digest: string) => open().remove(digest),
    sweep: async (before: Date) => open().sweep(before),
    put: async (bytes: Uint8Array) => open().put(bytes),
  }
}

function edgeOf(
  { settings, now }: PlatformOptions,
  ground: HeldGround,
  mailer: Mailer,
  publicUrl: () => string,
  onFault: OnFault,
): Edge {
  return {
    ground,
    limiter: newLimiter(() => now().getTime()),
    identity: openIdentityProvider(settings),
    publicUrl,
    trustedProxies: settings.trustedProxies,
    sendMail: mailer.send,
    onFault,
  }
}
