import { randomUUIDv7 } from 'node:crypto'
import {
  type Channel,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
  yearOf,
} from '@gongkai/law'
import type { Insertable, Transaction } from 'kysely'
import { type Platform, today } from '../context.js'
import type { Law } from '../overlays/law.js'
import { holdLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import {
  type ApplicantRefusal,
  type Applicants,
  maskedName,
  refuseApplicants,
  sealPerson,
} from './applicant.js'
import type { NewsWay } from './news/news.js'
import { newsWayOf, refuseNews } from './news/tell-applicant.js'
import { reckon } from './reckon.js'
import type { FilePurpose, RequestKind } from './request.js'
import { refuseWanted, type Wanted, type WantedRefusal } from './wanted.js'

/** What is handed in, by whichever way. */
export type NewRequest = {
  readonly authorityId: string
  readonly kind: RequestKind
  readonly applicants: Applicants
  readonly wanted: Wanted
  readonly files: readonly NewFile[]
  /** How the applicant wants to be told of news; left out, as `newsWayOf` says. */
  readonly news?: NewsWay | undefined
}

/** A file that was put into the store sealed (`request-files.ts`). */
export type NewFile = {
  readonly id: string
  readonly purpose: FilePurpose
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly digest: string
}

/** How it came. */
export type Coming = {
  readonly channel: Channel
  readonly arrivedOn: LocalDate
  readonly applicantConfirmedOn: LocalDate | null
  readonly authorityConfirmedOn: LocalDate | null
  readonly confirmedHow: string | null
  readonly proof: string | null
  readonly secretHash: Buffer
  /** Null where nobody in particular handed it in by the form. */
  readonly registeredBy: string | null
}

export type AddRefusal =
  | WantedRefusal
  | ApplicantRefusal
  | Refusal<'requests.day-in-future' | 'requests.day-before-arrival'>

/** A request as it is kept, with its people and files. */
export type RequestRows = {
  readonly request: Insertable<Schema['request']>
  readonly people: readonly Insertable<Schema['request_person']>[]
  readonly files: readonly Insertable<Schema['request_file']>[]
}

/** Writes a request with its people and files. Returns its id; the number is given by the database. */
export async function addRequest(
  tx: Transaction<Schema>,
  platform: Platform,
  request: NewRequest,
  coming: Coming,
): Promise<Result<string, AddRefusal>> {
  const rows = rowsOf(platform, request, coming, await holdLaw(tx, platform))
  if (!rows.ok) return rows
  const { people, files } = rows.value
  await tx.insertInto('request').values(rows.value.request).execute()
  await tx.insertInto('request_person').values(people).execute()
  if (files.length > 0) await tx.insertInto('request_file').values(files).execute()
  return ok(rows.value.request.id)
}

/** What is to be kept of a request; refused where something must be put right. The law is held by the transaction that writes it. */
export function rowsOf(
  platform: Platform,
  request: NewRequest,
  coming: Coming,
  law: Law,
): Result<RequestRows, AddRefusal> {
  const { authorityId, applicants, wanted } = request
  const { tenantId } = platform
  const refused = refuseFields(request) ?? refuseDays(coming, today(platform))
  if (refused) return refused
  const reckoned = reckon(coming, [], law)
  // Without steps there is nothing to refuse but a receipt before the Regulations.
  if (!reckoned.ok) return refuse('requests.day-in-future', reckoned.refusal.message)
  const id = randomUUIDv7()
  const first = applicants.people.find(({ part }) => part === 'applicant')
  return ok({
    request: {
      ...{ tenant_id: tenantId, id, authority_id: authorityId, kind: request.kind },
      ...{ year: yearOf(coming.arrivedOn), channel: coming.channel, arrived_on: coming.arrivedOn },
      applicant_confirmed_on: coming.applicantConfirmedOn,
      authority_confirmed_on: coming.authorityConfirmedOn,
      ...{ confirmed_how: coming.confirmedHow, proof: coming.proof },
      applicant_kind: applicants.kind,
      applicant_masked: maskedName(applicants.kind, first?.name ?? ''),
      ...{ wanted: wanted.wanted.trim(), wanted_title: wanted.title, wanted_number: wanted.number },
      ...{ form: wanted.form, way: wanted.way, help: wanted.help },
      ...{ secret_hash: coming.secretHash, registered_by: coming.registeredBy },
      handler_id: coming.registeredBy,
      registered_at: platform.now(),
      news_way: newsWayOf(request),
      ...reckoned.value,
    },
    people: peopleRows(platform, { requestId: id, authorityId }, applicants.people),
    files: fileRows(platform, { requestId: id, authorityId }, request.files, coming.registeredBy),
  })
}

/** What must be put right of what is typed, before any of its files is stored; null where nothing is. */
export function refuseFields(request: Pick<NewRequest, 'wanted' | 'applicants' | 'news'>) {
  return refuseWanted(request.wanted) ?? refuseApplicants(request.applicants) ?? refuseNews(request)
}

type Where = { readonly requestId: string; readonly authorityId: string }

/** Who asks, as it is kept. */
export function peopleRows(
  { tenantId, key }: Pick<Platform, 'tenantId' | 'key'>,
  { requestId, authorityId }: Where,
  people: Applicants['people'],
): RequestRows['people'] {
  return people.map((person, index) => ({
    ...{ tenant_id: tenantId, request_id: requestId, authority_id: authorityId, place: index + 1 },
    ...sealPerson(key, { requestId, no: index + 1 }, person),
  }))
}

/** Writes down the files of a request; `addedBy` is null where the applicant sent them. */
export async function addFiles(
  tx: Transaction<Schema>,
  platform: Platform,
  where: Where,
  files: readonly NewFile[],
  addedBy: string | null,
): Promise<void> {
  const rows = fileRows(platform, where, files, addedBy)
  if (rows.length > 0) await tx.insertInto('request_file').values(rows).execute()
}

function fileRows(
  { tenantId, now }: Platform,
  { requestId, authorityId }: Where,
  files: readonly NewFile[],
  addedBy: string | null,
): readonly Insertable<Schema['request_file']>[] {
  return files.map(({ id, purpose, name, mediaType, bytes, digest }) => ({
    ...{ tenant_id: tenantId, id, request_id: requestId, authority_id: authorityId },
    ...{ purpose, name, media_type: mediaType, bytes, digest, added_by: addedBy, added_at: now() },
  }))
}

/** Nothing is registered that has not happened yet, and nobody confirmed what had not arrived. */
export function refuseDays(
  coming: Pick<Coming, 'arrivedOn' | 'applicantConfirmedOn' | 'authorityConfirmedOn'>,
  day: LocalDate,
) {
  const { arrivedOn, applicantConfirmedOn, authorityConfirmedOn } = coming
  const confirmed = [applicantConfirmedOn, authorityConfirmedOn].filter((one) => one !== null)
  if ([arrivedOn, ...confirmed].some((one) => one > day))
    return refuse('requests.day-in-future', '收到、确认的日期不能晚于今天，请核对日期。')
  if (confirmed.some((one) => one < arrivedOn))
    return refuse('requests.day-before-arrival', '确认的日期不能早于申请到达的日期，请核对日期。')
  return null
}
