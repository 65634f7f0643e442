type Waiting<T, R> = {
  readonly one: T
  readonly resolve: (answer: R) => void
  readonly reject: (thrown: unknown) => void
}

/**
 * Gathers what comes while the last lot is worked on, at most `most` a lot, so that many wait for one transaction. `work` answers a lot in its order; what it throws is
 * thrown to every one of the lot. Who comes alone does not wait.
 */
export function together<T, R>(most: number, work: (lot: readonly T[]) => Promise<readonly R[]>) {
  let waiting: Waiting<T, R>[] = []
  let isWorking = false

  async function workOff(): Promise<void> {
    isWorking = true
    while (waiting.length > 0) {
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
