import { compareOne, READINGS } from '../../packages/law/test/request-clock/comparison.js'
import { randoms } from '../../packages/law/test/support/randoms.js'
import { printTable } from '../table.js'

/** Of each reading; seven readings. */
const HISTORIES = 20_000

/** The clock of requests held against a simulation day by day; prints the first difference of each reading. */
export async function benchClock(seed: number): Promise<void> {
  const rows = READINGS.map(([name, readings]) => {
    const random = randoms(seed)
    const startedAt = process.cpuUsage()
    const [differences, sums] = [[] as string[], { refused: 0, days: 0 }]
    for (let i = 0; i < HISTORIES; i += 1) {
      const { days, isRefused, difference } = compareOne(random, readings)
      sums.days += days
      if (isRefused) sums.refused += 1
      if (difference) differences.push(difference)
    }
    if (differences[0]) process.stdout.write(`\n${name}\n${differences[0]}\n`)
    const { user, system } = process.cpuUsage(startedAt)
    const seconds = ((user + system) / 1e6).toFixed(1)
    return [name, HISTORIES, sums.refused, sums.days, differences.length, seconds]
  })
  printTable(
    'Clock of requests against a simulation day by day',
    ['reading', 'histories', 'refused', 'days walked', 'differences', 'processor s'],
    rows,
  )
}
