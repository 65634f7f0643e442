/** How much is worked on at a time, how many may wait for their turn, and how long, milliseconds. */
type Turns = { readonly most: number; readonly waiting: number; readonly waitMs: number }

type Waiting = { readonly weight: number; readonly take: (isMine: boolean) => void }

/**
 * Does work in turn, first come, first served; each weighs one where nothing else is said, and what weighs more than `most` works alone. Null where too many wait already, or the
 * turn did not come in time: then it was not begun.
 */
export function inTurn({ most, waiting, waitMs }: Turns) {
  const line = new Set<Waiting>()
  let working = 0

  const fits = (weight: number) => working === 0 || working + weight <= most

  function turn(weight: number): Promise<boolean> | boolean {
    if (line.size === 0 && fits(weight)) {
      working += weight
      return true
    }
    if (line.size >= waiting) return false
    return new Promise((resolve) => {
      const mine = {
        weight,
        take: (isMine: boolean) => {
          clearTimeout(timer)
          line.delete(mine)
          resolve(isMine)
        },
      }
      const timer = setTimeout(mine.take, waitMs, false)
      line.add(mine)
    })
  }

  /** Those next in line take the place that gets free. */
  function leave(weight: number): void {
    working -= weight
    for (const { weight: next, take } of line) {
      if (!fits(next)) return
      working += next
      take(true)
    }
  }

  return async <T>(work: () => Promise<T>, weight = 1): Promise<T | null> => {
    if (!(await turn(weight))) return null
    try {
      return await work()
    } finally {
      leave(weight)
    }
  }
}
