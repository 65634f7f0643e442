import { draftOf, seeCase } from '../../packages/web/test/faults/case-acts.js'
import { handIn } from '../../packages/web/test/faults/coming.js'
import { granted } from '../../packages/web/test/faults/county.js'
import { setUpOffices } from '../../packages/web/test/faults/offices.js'
import { startProcess } from '../../packages/web/test/faults/service-process.js'
import { printTable } from '../table.js'
import { newSpec } from './installation.js'
import { quantile } from './quantile.js'

const LETTERS = 100
const WARM = 5

/** Replies of one authority, one after the other: drafted, checked and submitted, approved with a number, written as Word and as PDF. */
export async function benchLetters(): Promise<void> {
  const service = await startProcess(await newSpec())
  const county = await setUpOffices(service.url, service.setUpCode ?? '', 1)
  const [office] = county.offices
  if (!office) throw new Error('no office was set up')
  const times = new Map<string, number[]>()
  const timed = async <T>(what: string, isWarm: boolean, act: () => Promise<T>): Promise<T> => {
    const start = performance.now()
    const done = await act()
    if (isWarm) times.set(what, [...(times.get(what) ?? []), performance.now() - start])
    return done
  }
  for (let at = -WARM; at < LETTERS; at++) {
    const id = await handIn('desk', service.url, office, `letter ${at}`)
    const path = `/requests/${id}/letters`
    const post = async (by: typeof office.officer, act: string, body?: object) => {
      const [letter] = (await seeCase(office, id)).letters
      const to = letter ? `${path}/${letter.id}${act}` : path
      const sent = { ...(letter && { version: letter.version }), ...(body && { body }) }
      return timed(STEPS[act] ?? act, at >= 0, () => granted(by, 'POST', to, sent))
    }
    const letter = await post(office.officer, '', draftOf('disclosure'))
    await post(office.officer, '/submit')
    await post(county.approvers.disclosureHead, '/approve', {})
    for (const to of ['docx', 'pdf'])
      await timed(`written as ${to}`, at >= 0, () =>
        granted(office.officer, 'GET', `${path}/${letter.id}/file?to=${to}`),
      )
  }
  await service.stop()
  printTable(
    `Letters: ${LETTERS} replies of one authority, one after the other; milliseconds to the whole answer`,
    ['what', 'a second', 'p50', 'p95'],
    [...times].map(([what, all]) => [
      ...[what, (1000 / (all.reduce((sum, ms) => sum + ms, 0) / all.length)).toFixed(1)],
      ...[quantile(all, 0.5).toFixed(1), quantile(all, 0.95).toFixed(1)],
    ]),
  )
}

const STEPS: Readonly<Record<string, string>> = {
  '': 'drafted, with its checks',
  '/submit': 'checked and submitted',
  '/approve': 'approved, with its number',
}
