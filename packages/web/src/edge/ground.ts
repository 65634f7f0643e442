import type { OpenPlatform, OpenRefusal, Platform, SetUpCode } from '@gongkai/app'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { isAway } from './away.js'

export type GroundRefusal = Refusal<'database.away' | 'set-up.needed'>

/** The platform that the routes stand on. It goes away with its database, and comes back with it. */
export type Ground = {
  /** Before and after the set-up. Refused while the database is away. */
  readonly open: () => Result<OpenPlatform, Refusal<'database.away'>>
  /** The platform of the region; refused before the set-up too. */
  readonly platform: () => Promise<Result<Platform, GroundRefusal>>
  readonly code: SetUpCode
  /** Whether a fault says that the database is away; it is then looked for. */
  readonly lost: (fault: unknown) => boolean
}

export type HeldGround = Ground & {
  /** Opens it: null, or why it cannot be opened as the settings are. A database that does not answer is waited for. */
  readonly begin: () => Promise<OpenRefusal | null>
  readonly close: () => Promise<void>
}

export type GroundOptions = {
  readonly open: () => Promise<Result<OpenPlatform, OpenRefusal>>
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

const SET_UP_NEEDED = refuse(
  'set-up.needed',
  '本系统尚未设置。请打开 /setup，用启动时终端上显示的设置码完成设置。',
)

/** Opens the platform and keeps it open: whenever the database goes away it is closed and opened again until it answers. */
export function holdGround({ open, code, onChange, pauseMs }: GroundOptions): HeldGround {
  const ending = new AbortController()
  let held: OpenPlatform | null = null
  let tenantId: string | null = null
  let looking: Promise<unknown> | null = null

  async function opened(isFirst: boolean): Promise<OpenRefusal | null> {
    while (!ending.signal.aborted) {
      const result = await open().catch((fault) => {
        // What was never open and is no matter of waiting is for whoever starts it.
        if (isFirst && !isAway(fault)) throw fault
        onChange(fault)
      })
      if (result?.ok) {
        if (ending.signal.aborted) await result.value.close()
        else held = result.value
        return null
      }
      if (result) return result.refusal
      await pause(pauseMs, ending.signal)
    }
    return null
  }

  async function openedAgain(old: OpenPlatform): Promise<void> {
    const answers = await old.tenantId().then(
      () => true,
      () => false,
    )
    if (answers || held !== old) return
    held = null
    await closedSoon(old, pauseMs)
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
      return tenantId === null ? SET_UP_NEEDED : ok({ ...base, tenantId })
    },
    code,
    lost(fault) {
      if (!isAway(fault)) return false
      if (held && looking === null) {
        looking = openedAgain(held).finally(() => {
          looking = null
        })
      }
      return true
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
      await held?.close().catch(onChange)
      held = null
    },
  }
}

/** What does not answer may not end either: it is not waited for longer than a pause. */
async function closedSoon(old: OpenPlatform, pauseMs: number): Promise<void> {
  const closing = old.close().catch(() => {})
  await Promise.race([closing, pause(pauseMs)])
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
