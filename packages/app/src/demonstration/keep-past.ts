import { createHash } from 'node:crypto'
import { localDate } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { toText } from '../examples/to-text.js'
import { addPublished, type PublishedBefore } from '../past/add-published.js'
import type { FileStore } from '../storage/file-store.js'
import { transact } from '../storage/transact.js'
import type { InventedReport } from './invent-reports.js'
import { withMistake } from './mistakes.js'
import type { InventedPerson } from './people.js'

/** The reports of an authority, one for each year of the story. */
export type Invented = { readonly name: string; readonly reports: readonly InventedReport[] }

export type County = {
  readonly authorityId: string
  readonly supervisor: Actor
  readonly ids: ReadonlyMap<string, string>
  readonly latest: number
  readonly people: readonly InventedPerson[]
}

/** Every seventh report of the years before has a mistake in it. */
const MISTAKE_EVERY = 7

/** The reports of the two years before, as if they had been imported from what was published. */
export async function keepPast(
  platform: Platform,
  { authorityId, supervisor, ids, latest }: County,
  invented: readonly Invented[],
  files: Pick<FileStore, 'put'>,
): Promise<void> {
  const [as] = supervisor.holdings
  if (!as) throw new Error('nobody supervises')
  for (const year of [latest - 2, latest - 1]) {
    const given = await Promise.all(
      invented.map(({ name, reports }, at) =>
        pastOf(files, ids.get(name) ?? '', reports, year, at),
      ),
    )
    const done = await transact(platform, supervisor, (work) =>
      addPublished(work, platform, { as, collectorId: authorityId }, given),
    )
    if (!done.ok) throw new Error(done.refusal.message)
  }
}

async function pastOf(
  files: Pick<FileStore, 'put'>,
  authorityId: string,
  reports: readonly InventedReport[],
  year: number,
  at: number,
): Promise<PublishedBefore> {
  const found = reports.find((one) => one.year === year)
  if (!found) throw new Error(`no report on ${year}`)
  const isWrong = (at + year) % MISTAKE_EVERY === 0
  const document = isWrong
    ? withMistake(found.report, Math.floor(at / MISTAKE_EVERY))
    : found.report
  const bytes = new TextEncoder().encode(toText(document, '2021'))
  const digest = createHash('sha256').update(bytes).digest('hex')
  await files.put(bytes)
  const publishedOn = localDate(`${year + 1}-01-${20 + (at % 9)}`)
  return {
    authorityId,
    reportYear: year,
    document: {
      ...document,
      file: `${document.file}.txt`,
      sha256: digest,
      mediaType: 'text/plain',
    },
    digest,
    publishedOn,
  }
}
