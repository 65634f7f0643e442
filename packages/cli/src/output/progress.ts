const WIDTH = 30

/** A bar on stderr that says how many files are done. */
export type Progress = { readonly tick: () => void; readonly end: () => void }

/** Shows nothing where stderr is no terminal, where stdout is the same terminal, or for a single file. */
export function startProgress(total: number): Progress {
  const isShown = process.stderr.isTTY && !process.stdout.isTTY && total > 1
  if (!isShown) return { tick: () => {}, end: () => {} }
  let done = 0
  const draw = () => {
    const filled = Math.round((done / total) * WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
    process.stderr.write(`\r${bar} ${done}/${total} 份`)
  }
  draw()
  return {
    tick() {
      done += 1
      draw()
    },
    end: () => process.stderr.write('\r\x1b[K'),
  }
}
