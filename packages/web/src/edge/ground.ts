import type { OpenPlatform, OpenRefusal, Platform, SetUpCode } from '@gongkai/app'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { isAway, isSlow } from './away.js'
import { holdWorker, type Work } from './worker.js'

export type GroundRefusal = LostRefusal | Refusal<'set-up.needed'>

/** Why the database did not answer. */
type LostRefusal = Refusal<'database.away' | 'database.busy'>

/** The platform that the routes stand on. It goes away with its database, and comes back with it. */
export type Ground = {
  /** Before and after the set-up. Refused while the database is away. */
  readonly open: () => Result<OpenPlatform, Refusal<'database.away'>>
  /** The platform of the region; refused before the set-up too. */
  readonly platform: () => Promise<Result<Platform, GroundRefusal>>
  readonly code: SetUpCode
  /**
   * What a fault says of the database: that it is away, or answers others and is only busy; null where it says neither. It is looked for where
   * it may be away.
   */
  readonly lost: (fault: unknown) => Promise<LostRefusal | null>
}

export type HeldGround = Ground & {
  /** Opens it: null, or why it cannot be opened as the settings are. A database that does not answer is waited for. */
  readonly begin: () => Promise<OpenRefusal | null>
  readonly close: () => Promise<void>
}

export type GroundOptions = {
  readonly open: () => Promise<Result<OpenPlatform, OpenRefusal>>
  /** Begins the work in the background of a region that is set up; left out, none is done. */
  readonly work?: Work
  readonly code: SetUpCode
  /** Told of what keeps the database away, and when it is there again. */
  readonly onChange: (fault: unknown) => void
  /** Between two tries, milliseconds. */
  readonly pauseMs: number
}

export const AWAY = refuse(
  'database.away',
  '数据库暂时没有应答，正在等待它恢复。请稍候再试，已经保存的内容不受影响；年度报告核对工具（/tools/report）可以照常使用。',
)

const BUSY = refuse(
  'database.busy',
  '现在使用的人较多，数据库没有来得及办理这项请求。请稍候几秒后重试，已经保存的内容不受影响。',
)

const SET_UP_NEEDED = refuse(
  'set-up.needed',
  '本系统尚未设置。请打开 /setup，用启动时终端上显示的设置码完成设置。',
)

/** What runs in the background when the service ends is let run for so long; what is not over then runs again elsewhere. */
const LET_RUN_MS = 10_000

/** Opens the platform and keeps it open: whenever the database goes away it is closed and opened again until it answers. */
export function holdGround({ open, work, code, onChange, pauseMs }: GroundOptions): HeldGround {
  const ending = new AbortController()
  const worker = holdWorker(work, onChange)
  let held: OpenPlatform | null = null
  let tenantId: string | null = null
  let looking: Promise<unknown> | null = null
  let asking: Promise<boolean> | null = null

  async function opened(isFirst: boolean): Promise<OpenRefusal | null> {
    while (!ending.signal.aborted) {
      const result = await open().catch((fault) => {
        // What was never open and is no matter of waiting is for whoever starts it.
        if (isFirst && !isAway(fault)) throw fault
        onChange(fault)
      })
      if (result?.ok) {
        if (ending.signal.aborted) await result.value.close()
        else await begun(result.value)
        return null
      }
      if (result) return result.refusal
      await pause(pauseMs, ending.signal)
    }
    return null
  }

  async function begun(platform: OpenPlatform): Promise<void> {
    held = platform
    // What goes away again this soon is looked for when it is asked for next.
    tenantId ??= await platform.tenantId().catch(() => null)
    if (tenantId !== null) worker.begin({ ...platform.base, tenantId })
  }

  /** Over a connection of its own: whoever is only busy is not closed. */
  function answers(platform: OpenPlatform): Promise<boolean> {
    asking ??= platform.answers().finally(() => {
      asking = null
    })
    return asking
  }

  async function openedAgain(old: OpenPlatform): Promise<void> {
    if ((await answers(old)) || held !== old) return
    held = null
    await soon(worker.end(0), pauseMs)
    await soon(old.close(), pauseMs)
    for (;;) {
      const refusal = await opened(false)
      if (refusal === null) return held ? onChange(null) : undefined
      onChange(new Error(refusal.message))
      await pause(pauseMs, ending.signal)
    }
  }

  const ground: Ground = {
    open: () => (held ? ok(held) : AWAY),
    async platform() {
      if (!held) return AWAY
      const { base } = held
      tenantId ??= await held.tenantId()
      if (tenantId === null) return SET_UP_NEEDED
      const platform = { ...base, tenantId }
      if (!ending.signal.aborted) worker.begin(platform)
      return ok(platform)
    },
    code,
    async lost(fault) {
      if (!isAway(fault)) return null
      if (!held) return AWAY.refusal
      const old = held
      looking ??= openedAgain(old).finally(() => {
        looking = null
      })
      return isSlow(fault) && (await answers(old)) ? BUSY.refusal : AWAY.refusal
    },
  }
  return {
    ...ground,
    begin() {
      const begun = opened(true).finally(() => {
        looking = null
      })
      looking = begun
      return begun
    },
    async close() {
      ending.abort()
      await looking?.catch(() => {})
      await worker.end(LET_RUN_MS).catch(onChange)
      await held?.close().catch(onChange)
      held = null
    },
  }
}

/** What does not answer may not end either: it is not waited for longer than a pause. */
async function soon(ending: Promise<void>, pauseMs: number): Promise<void> {
  await Promise.race([ending.catch(() => {}), pause(pauseMs)])
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
