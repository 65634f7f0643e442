import { startProcess } from '../../packages/web/test/faults/service-process.js'
import { median, printTable } from '../table.js'
import { newSpec } from './installation.js'
import { processorSeconds } from './memory.js'

const ROUNDS = 3

type Start = { readonly seconds: number; readonly worked: number }

/** How long the built service takes from its start to the first page that it answers. */
export async function benchStart(): Promise<void> {
  const times: Record<'fresh' | 'again' | 'killed', Start[]> = { fresh: [], again: [], killed: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const spec = await newSpec()
    const start = async () => {
      const started = performance.now()
      const service = await startProcess(spec)
      const page = await fetch(`${service.url}/console`)
      if (page.status !== 200) throw new Error(`the first page: ${page.status}`)
      await page.text()
      const seconds = (performance.now() - started) / 1000
      return { service, took: { seconds, worked: processorSeconds(service.pid) } }
    }
    const fresh = await start()
    times.fresh.push(fresh.took)
    await fresh.service.stop()
    const again = await start()
    times.again.push(again.took)
    await again.service.kill()
    const killed = await start()
    times.killed.push(killed.took)
    await killed.service.stop()
  }
  const row = (title: string, starts: readonly Start[]) => [
    title,
    median(starts.map(({ seconds }) => seconds)).toFixed(2),
    Math.max(...starts.map(({ seconds }) => seconds)).toFixed(2),
    median(starts.map(({ worked }) => worked)).toFixed(2),
    '≤ 5.00',
  ]
  printTable(
    'Cold start of the built service to its first page, seconds',
    ['data folder', 'median', 'longest', 'processor time of the service', 'to reach'],
    [
      row('new: database made and migrated', times.fresh),
      row('existing, ended in order', times.again),
      row('existing, killed: database adopted', times.killed),
    ],
  )
}
