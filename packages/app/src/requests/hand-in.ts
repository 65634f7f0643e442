import { ok, type Refusal, type Result } from '@gongkai/law'
import { type Selectable, sql, type Transaction } from 'kysely'
import { type Platform, today } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import { NO_AUTHORITY } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import {
  type AddRefusal,
  type Coming,
  type NewRequest,
  type RequestRows,
  rowsOf,
} from './add-request.js'
import { registeredDetail } from './register-request.js'
import { type RequestFile, toRequest } from './request.js'

export type SubmitRequest = NewRequest & {
  /** Of chance, given with the form: sent twice it is one request. */
  readonly formKey: string
}

/** What the applicant sees once and may print: number and secret. */
export type Submitted = { readonly request: RequestFile; readonly secret: string }

type SubmitRequestRefusal =
  | AddRefusal
  | Refusal<'authority.not-found' | 'requests.not-found' | 'requests.form-used'>

/** A form, with the secret that it gives and what is kept of it. */
export type Form = {
  readonly command: SubmitRequest
  readonly secret: string
  readonly hash: Buffer
}

export type Answer = Result<Submitted, SubmitRequestRefusal>

/** The answers to forms none of which is sent twice, by their secrets; none to a form that came in before. */
export async function handIn(
  platform: Platform,
  forms: readonly Form[],
): Promise<ReadonlyMap<string, Answer>> {
  const { value } = await transact(platform, null, async ({ tx, record }) => {
    const authorities = await existing(tx, forms)
    const law = await holdLaw(tx, platform)
    const answers = new Map<string, Answer>()
    const given: (Form & { readonly rows: RequestRows })[] = []
    for (const form of forms) {
      const rows = authorities.has(form.command.authorityId)
        ? rowsOf(platform, form.command, comingOf(platform, form), law)
        : NO_AUTHORITY
      if (rows.ok) given.push({ ...form, rows: rows.value })
      else answers.set(form.secret, rows)
    }
    const kept = await writeHandedIn(
      tx,
      given.map(({ rows }) => rows),
    )
    for (const { secret, rows } of given) {
      const row = kept.get(rows.request.id)
      if (!row) continue
      const authority = authorities.get(row.authority_id) ?? ''
      const request = toRequest({ ...row, authority, carried_by: null, join_mark: null })
      record({
        ...{ as: null, name: 'requestSubmitted', subject: { kind: 'request', id: row.id } },
        ...{ authorityId: row.authority_id, detail: registeredDetail(request) },
      })
      answers.set(secret, ok({ request, secret }))
    }
    return ok(answers)
  })
  return value
}

/** By which the applicant confirms, and waits for the authority to confirm. */
function comingOf(platform: Platform, { hash }: Form): Coming {
  const day = today(platform)
  return {
    ...{ channel: 'online', arrivedOn: day, applicantConfirmedOn: day },
    ...{ authorityConfirmedOn: null, confirmedHow: null, proof: null },
    ...{ secretHash: hash, registeredBy: null },
  }
}

/** The names of the authorities that are asked, by their id; what was dissolved is none of them. */
async function existing(
  tx: Transaction<Schema>,
  forms: readonly Form[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(forms.map(({ command }) => command.authorityId))
  const rows = await tx
    .selectFrom('authority')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('dissolved_on', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What was kept, by its id, with its number; what came in before is not kept again. */
async function writeHandedIn(
  tx: Transaction<Schema>,
  given: readonly RequestRows[],
): Promise<ReadonlyMap<string, Selectable<Schema['request']>>> {
  if (given.length === 0) return new Map()
  const [handed, people, files] = [
    given.map(({ request }) => request),
    given.flatMap((rows) => rows.people),
    given.flatMap((rows) => rows.files),
  ].map(asJson)
  const { rows } = await sql<Selectable<Schema['request']>>`
    select * from hand_in(${handed}::json, ${people}::json, ${files}::json)`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Bytes as PostgreSQL reads them from a text. */
function asJson(rows: readonly object[]): string {
  const inText = (_: string, value: unknown) =>
    isBytes(value) ? `\\x${Buffer.from(value.data).toString('hex')}` : value
  return JSON.stringify(rows, inText)
}

/** What `Buffer` makes of itself for JSON. */
function isBytes(value: unknown): value is ReturnType<Buffer['toJSON']> {
  return (value as { readonly type?: unknown } | null)?.type === 'Buffer'
}
