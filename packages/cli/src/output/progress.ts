const WIDTH = 30

/** A bar on stderr that says how many files are done. */
export type Progress = {
  /** Takes the bar away for what is printed next. */
  readonly clear: () => void
  readonly tick: () => void
}

const NOTHING: Progress = { clear: () => {}, tick: () => {} }

/** Shows nothing where stderr is no terminal, or for a single file. */
export function startProgress(total: number): Progress {
  if (!process.stderr.isTTY || total < 2) return NOTHING
  let done = 0
  const draw = () => {
    const filled = Math.round((done / total) * WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
    process.stderr.write(`\r${bar} ${done}/${total} 份`)
  }
  draw()
  return {
    clear: () => process.stderr.write('\r\x1b[K'),
    tick() {
      done += 1
      draw()
    },
  }
}
