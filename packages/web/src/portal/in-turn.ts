/** How many work at a time, how many may wait for their turn, and how long, milliseconds. */
type Turns = { readonly most: number; readonly waiting: number; readonly waitMs: number }

/** Does work in turn, first come, first served. Null where too many wait already, or the turn did not come in time: then it was not begun. */
export function inTurn({ most, waiting, waitMs }: Turns) {
  const line = new Set<(isMine: boolean) => void>()
  let working = 0

  function turn(): Promise<boolean> | boolean {
    if (working < most) {
      working += 1
      return true
    }
    if (line.size >= waiting) return false
    return new Promise((resolve) => {
      const take = (isMine: boolean) => {
        clearTimeout(timer)
        line.delete(take)
        resolve(isMine)
      }
      const timer = setTimeout(take, waitMs, false)
      line.add(take)
    })
  }

  /** The next in line takes the place that gets free. */
  function leave(): void {
    const [next] = line
    if (next) next(true)
    else working -= 1
  }

  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (!(await turn())) return null
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
