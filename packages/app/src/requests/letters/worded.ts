import {
  type DocumentNumber,
  type LocalDate,
  letterSpec,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { seriesOf } from '../../authorities/number-series.js'
import type { Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { attachedOf, promisedOf } from '../materials/attached.js'
import { findRequest } from '../request.js'
import type { KeptFile } from '../request-files.js'
import type { AnewRow } from './anew.js'
import { type LetterContent, openSealed } from './content.js'
import { isErased, type LetterRow } from './letter.js'
import { answeringFor, factsOf, lastDayOf, registeredOf } from './letter-facts.js'
import { type WordedLetter, withWaiver, wordLetter } from './word-letter.js'

type Dated = { readonly on: LocalDate; readonly documentNumber: DocumentNumber | null }

/** A letter that is not approved, as it would be if it were dated so, with the last day for it and the files that go with it. */
export async function wordedOf(
  tx: Transaction<Schema>,
  platform: Platform,
  row: Pick<LetterRow, 'id' | 'kind' | 'content' | 'request_id' | 'grounds'> & AnewRow,
  dated: Dated,
): Promise<
  WordedLetter & { readonly lastDay: LocalDate | null; readonly files: readonly KeptFile[] }
> {
  const found = await findRequest(tx, row.request_id)
  const registered = found.ok ? await registeredOf(tx, platform, found.value, row) : null
  // A letter is drafted of a request that was received, and is seen by who sees the request.
  if (!registered) throw new Error(`the request of letter ${row.id} cannot be read`)
  const { details, ...content } = contentOf(platform, row)
  const attached = await attachedOf(tx, platform, row, details.materials ?? [])
  const attachments = [...attached.names, ...details.attachments]
  const given = { ...content, details: { ...details, attachments } }
  const consulted = await consultedOf(tx, platform, row)
  const worded = wordLetter(row.kind, factsOf(row.kind, registered, given, dated), given, {
    consulted,
    remedies: registered.remedies,
  })
  const promised = promisedOf(details.parts, { names: attachments, files: attached.files })
  const findings = [
    ...[...attached.findings, ...promised].map((one) => withWaiver(one, content.waivers)),
    ...worded.findings,
  ]
  return { ...worded, findings, files: attached.files, lastDay: lastDayOf(row.kind, registered) }
}

const TO_THIRD_PARTIES = ['thirdPartyConsultation', 'thirdPartyNotice'] as const

/** The names of those who were consulted on the request. */
async function consultedOf(
  tx: Transaction<Schema>,
  platform: Pick<Platform, 'key'>,
  { request_id }: Pick<LetterRow, 'request_id'>,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('request_letter')
    .select(['id', 'content'])
    .where('request_id', '=', request_id)
    .where('kind', 'in', TO_THIRD_PARTIES)
    .execute()
  return rows.flatMap((row) => {
    if (isErased(row)) return []
    const { override, consultation } = contentOf(platform, row).details
    return (override ?? consultation)?.whom ?? []
  })
}

/** How a letter is made. */
export function contentOf(
  platform: Pick<Platform, 'key'>,
  { id, content }: Pick<LetterRow, 'id' | 'content'>,
): LetterContent {
  return openSealed(platform, id, 'content', content)
}

export type SeriesRefusal = Refusal<'letter.series-missing' | 'letter.series-unclear'>

/** The code under which the letter is numbered; null for papers without a number. */
export async function codeOf(
  tx: Transaction<Schema>,
  { kind, authority_id }: Pick<LetterRow, 'kind' | 'authority_id'>,
  { details }: Pick<LetterContent, 'details'>,
): Promise<Result<string | null, SeriesRefusal>> {
  if (!letterSpec(kind).fields.includes('documentNumber')) return ok(null)
  const codes = (await seriesOf(tx, await answeringFor(tx, authority_id))).map(({ code }) => code)
  const [only, second] = details.series ? codes.filter((one) => one === details.series) : codes
  if (second !== undefined) return UNCLEAR
  return only === undefined ? MISSING : ok(only)
}

const MISSING = refuse(
  'letter.series-missing',
  '本机关没有这个发文机关代字，不能编发文字号。请由系统管理员在机关信息中登记代字，例如“云公复”。',
)
const UNCLEAR = refuse(
  'letter.series-unclear',
  '本机关登记了几个发文机关代字，请选择这份文书使用哪一个。',
)
