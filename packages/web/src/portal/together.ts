import { setTimeout as wait } from 'node:timers/promises'

type Waiting<T, R> = {
  readonly one: T
  readonly resolve: (answer: R) => void
  readonly reject: (thrown: unknown) => void
}

/** How many a lot may be, and how long a lot is gathered for that is not full, milliseconds. */
type Lots = { readonly most: number; readonly gatherMs: number }

/**
 * Gathers what comes while the last lot is worked on, so that many wait for one transaction. `work` answers a lot in its order; what it throws is
 * thrown to every one of the lot. Where nothing is gathered for, who comes alone does not wait.
 */
export function together<T, R>(
  { most, gatherMs }: Lots,
  work: (lot: readonly T[]) => Promise<readonly R[]>,
) {
  let waiting: Waiting<T, R>[] = []
  let isWorking = false

  async function workOff(): Promise<void> {
    isWorking = true
    while (waiting.length > 0) {
      if (gatherMs > 0 && waiting.length < most) await wait(gatherMs)
      const lot = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await answer(lot)
    }
    isWorking = false
  }

  async function answer(lot: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const answers = await work(lot.map(({ one }) => one))
      for (const [at, { resolve }] of lot.entries()) resolve(answers[at] as R)
    } catch (thrown) {
      for (const { reject } of lot) reject(thrown)
    }
  }

  return (one: T): Promise<R> =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (!isWorking) void workOff()
    })
}
