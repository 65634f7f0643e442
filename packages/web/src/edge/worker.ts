import type { Platform, RunningQueue } from '@gongkai/app'
import { isAway } from './away.js'

/** Begins the work in the background on a platform. */
export type Work = (platform: Platform) => Promise<RunningQueue>

export type HeldWorker = {
  /** Begins it where it is not under way. */
  readonly begin: (platform: Platform) => void
  /** Takes no more work and lets run what runs for at most `withinMs`; it may be begun again. */
  readonly end: (withinMs: number) => Promise<void>
}

/** The one worker of this process: begun once on a platform that is open, ended with it. Where the database was away it is begun by the next who asks. */
export function holdWorker(work: Work | undefined, onFault: (fault: unknown) => void): HeldWorker {
  let running: Promise<RunningQueue | null> | null = null
  return {
    begin(platform) {
      running ??= work ? work(platform).catch(told) : Promise.resolve(null)
    },
    async end(withinMs) {
      const ending = running
      running = null
      const queue = await ending
      await queue?.stop(withinMs)
    },
  }

  function told(fault: unknown): null {
    if (isAway(fault)) running = null
    else onFault(fault)
    return null
  }
}
