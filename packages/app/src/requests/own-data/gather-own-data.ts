import { createHash } from 'node:crypto'
import { CLOCK_STEPS, citationText, cite, letterSpec } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Platform, today } from '../../context.js'
import type { FileStore } from '../../storage/file-store.js'
import type { Schema } from '../../storage/schema.js'
import { type IdentityKind, openPerson, type Person } from '../applicant.js'
import { feesOf } from '../fees/fee.js'
import { READINGS } from '../readings/readings.js'
import type { RequestFile } from '../request.js'
import { openRequestFile } from '../request-files.js'
import type { OwnData, OwnFile } from './own-data.js'

/** What the database tells of a request to who asked. */
type Told = Pick<
  OwnData,
  'letters' | 'news' | 'corrections' | 'advices' | 'suggestions' | 'reevaluations' | 'readings'
> & {
  readonly people: readonly {
    readonly place: number
    readonly part: Person['part']
    readonly name: string | null
    readonly idKind: string | null
    readonly sealed: string | null
  }[]
  readonly files: readonly (Omit<OwnFile, 'sha256' | 'name'> & {
    readonly id: string
    readonly name: string
  })[]
}

/** What a document holds that he asks for is not of him. */
const OF_HIM = READINGS.filter((name) => name !== 'requestMaterialRead')

/** What is kept of one of those who ask, the files still without what is reckoned from their bytes. */
export type Gathered = Omit<OwnData, 'files'> & {
  readonly files: readonly (Omit<OwnFile, 'sha256'> & { readonly id: string })[]
}

/** What is kept of the one of those who ask that `isHim`; null where none is, or nothing is left of him. */
export async function gatherOwnData(
  tx: Transaction<Schema>,
  platform: Platform,
  request: RequestFile,
  isHim: (person: Person, place: number) => boolean,
): Promise<Gathered | null> {
  const { rows } = await sql<{ told: Told | null }>`
    select own_data(${request.id}, ${OF_HIM}) as told`.execute(tx)
  const told = rows[0]?.told
  const people = told?.people ?? []
  const him = people.find((row) => {
    const person = personOf(platform, request.id, row)
    return person !== null && isHim(person, row.place)
  })
  const person = him && personOf(platform, request.id, him)
  if (!told || !person) return null
  const { requestNumber, authority, wanted, title, number, form, way, help } = request
  const { kind, channel, applicantKind, arrivedOn, receivedOn, closedOn, countedUnder } = request
  const others = people.length - 1
  return {
    ...{ requestNumber, authority, givenAt: platform.now(), person, others },
    basis: citationText(cite('PERSONAL-DATA-2021', 45, 1)),
    request: {
      ...{ wanted, title, number, form, way, help },
      ...{ kind, channel, applicantKind, arrivedOn, receivedOn, closedOn, countedUnder },
    },
    files: told.files.map((file) => ({ ...file, name: others > 0 ? null : file.name })),
    steps: await stepsOf(tx, request.id),
    letters: told.letters.filter(({ kind }) => letterSpec(kind).to === 'applicant'),
    fees: (await feesOf(tx, request.id, today(platform))).map((fee) => ({
      ...{ noticedOn: fee.noticedOn, documentNumber: fee.documentNumber, yuan: fee.yuan },
      ...{ state: fee.state, settledOn: fee.settledOn },
    })),
    ...{ news: told.news, corrections: told.corrections, readings: told.readings },
    ...{ advices: told.advices, suggestions: told.suggestions },
    reevaluations: told.reevaluations,
  }
}

/** The same with the digest of each file, by which he knows what he sent. */
export async function withDigests(
  platform: Platform,
  files: Pick<FileStore, 'get'>,
  gathered: Gathered,
): Promise<OwnData> {
  const digested: OwnFile[] = []
  for (const { id, ...file } of gathered.files) {
    const bytes = await openRequestFile(platform, files, { id })
    digested.push({ ...file, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  return { ...gathered, files: digested }
}

function personOf(
  { key }: Platform,
  requestId: string,
  { place, part, name, idKind, sealed }: Told['people'][number],
): Person | null {
  const rest = sealed && openPerson(key, { requestId, no: place }, Buffer.from(sealed, 'hex'))
  // Written by `sealPerson` from a person.
  return name && rest ? { part, name, idKind: idKind as IdentityKind, ...rest } : null
}

/** The steps that stand; what the desk noted to them is its own. */
async function stepsOf(tx: Transaction<Schema>, requestId: string): Promise<OwnData['steps']> {
  const rows = await tx
    .selectFrom('request_step')
    .select(['taken_on', 'step', 'note', 'recorded_by'])
    .where('request_id', '=', requestId)
    .where('struck_at', 'is', null)
    .orderBy('no')
    .execute()
  return rows.map(({ taken_on, step, note, recorded_by }) => ({
    ...{ on: taken_on, title: CLOCK_STEPS[step.name].title },
    note: recorded_by === null ? note : null,
  }))
}
