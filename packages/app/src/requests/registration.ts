import type { ApplicantKind, LocalDate } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../context.js'
import { type SealingKey, seal, unseal } from '../records/seal.js'
import type { Schema } from '../storage/schema.js'
import type { Coming } from './add-request.js'
import { openPerson, type Person } from './applicant.js'
import type { RequestFile } from './request.js'
import type { Wanted } from './wanted.js'

/** What was registered of a request beside who asks. */
export type Registration = Pick<
  Coming,
  | 'channel'
  | 'arrivedOn'
  | 'applicantConfirmedOn'
  | 'authorityConfirmedOn'
  | 'confirmedHow'
  | 'proof'
> &
  Wanted &
  Pick<RequestFile, 'kind' | 'news'> & { readonly applicantKind: ApplicantKind }

/** Those of {@link Registration}, and who asks. */
export type RegisteredField = keyof Registration | 'people'

/** What is registered of a request. */
export function registrationOf(request: RequestFile): Registration {
  const { channel, arrivedOn, applicantConfirmedOn, authorityConfirmedOn, confirmedHow } = request
  const { kind, proof, applicantKind, wanted, title, number, form, way, help, news } = request
  return {
    kind,
    ...{ channel, arrivedOn, applicantConfirmedOn, authorityConfirmedOn, confirmedHow, proof },
    ...{ applicantKind, wanted, title, number, form, way, help, news },
  }
}

/** Who asks as it is registered; null where it was erased or cannot be opened. */
export async function peopleOf(
  tx: Transaction<Schema>,
  { key }: Platform,
  requestId: string,
): Promise<readonly Person[] | null> {
  const rows = await tx
    .selectFrom('request_person')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('place')
    .execute()
  const people = rows.flatMap(({ place, part, name, id_kind, sealed }): readonly Person[] => {
    const rest = sealed && openPerson(key, { requestId, no: place }, sealed)
    // Written by `sealPerson` from a person.
    return rest && name && id_kind
      ? [{ part, name, idKind: id_kind as Person['idKind'], ...rest }]
      : []
  })
  return people.length === rows.length ? people : null
}

/** A registration that was put right: which fields, and what stood there before, but for who asks. */
export type RequestCorrection = {
  readonly no: number
  readonly changed: readonly RegisteredField[]
  /** Told to who handles the request. */
  readonly reason: string | null
  readonly by: string
  readonly at: Date
  /** Null where it was erased, or under another key. */
  readonly before: Registration | null
}

type Place = { readonly requestId: string; readonly no: number }

const aboutOf = (part: 'before' | 'people', { requestId, no }: Place) =>
  `request correction ${part} ${requestId} ${no}`

export function sealBefore(key: SealingKey, place: Place, before: Registration): Buffer {
  return seal(key, aboutOf('before', place), JSON.stringify(before))
}

export function sealPeopleBefore(key: SealingKey, place: Place, people: readonly Person[]): Buffer {
  return seal(key, aboutOf('people', place), JSON.stringify(people))
}

/** The corrections of a request in their order. */
export async function correctionsOf(
  tx: Transaction<Schema>,
  { key }: Platform,
  requestId: string,
): Promise<readonly RequestCorrection[]> {
  const rows = await tx
    .selectFrom('request_correction')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('no')
    .execute()
  return rows.map(({ no, changed, reason, before, corrected_by, corrected_at }) => {
    // Empty where it was erased.
    const text =
      before.length > 0 ? unseal(key, aboutOf('before', { requestId, no }), before) : null
    return {
      ...{ no, changed, reason, by: corrected_by, at: corrected_at },
      // Written by `sealBefore` alone.
      before: text === null ? null : (JSON.parse(text) as Registration),
    }
  })
}

/** Who was registered before each correction of it; what was erased is left out. */
export async function earlierPeople(
  tx: Transaction<Schema>,
  { key }: Platform,
  requestId: string,
): Promise<readonly { readonly until: Date; readonly people: readonly Person[] }[]> {
  const rows = await tx
    .selectFrom('request_correction')
    .select(['no', 'people_before', 'corrected_at'])
    .where('request_id', '=', requestId)
    .where('people_before', 'is not', null)
    .orderBy('no')
    .execute()
  return rows.flatMap(({ no, people_before, corrected_at }) => {
    const text = people_before && unseal(key, aboutOf('people', { requestId, no }), people_before)
    // Written by `sealPeopleBefore` alone.
    return text ? [{ until: corrected_at, people: JSON.parse(text) as readonly Person[] }] : []
  })
}

/** A value that moves with a correction. */
type Moved<T> = { readonly before: T; readonly after: T }

/** What a correction moves. */
export type CorrectionMoves = {
  readonly changed: readonly RegisteredField[]
  readonly receivedOn: Moved<LocalDate | null>
  readonly stage: Moved<RequestFile['stage']>
  readonly dueOn: Moved<LocalDate | null>
  readonly nextOn: Moved<LocalDate | null>
  /** The column of Table 3. */
  readonly column: Moved<string>
}
