import { ok, type Refusal, type Result, yearOf } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import type { Work } from '../../storage/transact.js'
import { sealLetter } from './content.js'
import type { OpenedLetter, RequestLetter } from './letter.js'
import { type JudgedFinding, mustMend } from './word-letter.js'
import { codeOf, contentOf, type SeriesRefusal, wordedOf } from './worded.js'
import { writeLetter } from './write-letter.js'

/** What stands against a letter: it goes with the refusal. */
type FindingsRefusal = Refusal<'letter.findings'> & { readonly findings: readonly JudgedFinding[] }

export type IssueRefusal = SeriesRefusal | FindingsRefusal

/**
 * Gives a letter, to which all have consented, its number and its date, and keeps it as it will be printed. An error in it
 * refuses that, and the number with it.
 */
export async function issueLetter(
  work: Work,
  platform: Platform,
  { personId }: Actor,
  opened: OpenedLetter,
  note: string | null,
): Promise<Result<RequestLetter, IssueRefusal>> {
  const { row, letter } = opened
  const code = await codeOf(work.tx, row, contentOf(platform, row))
  if (!code.ok) return code
  const on = today(platform)
  const documentNumber = code.value ? await numberIn(work, letter, code.value, yearOf(on)) : null
  const { text, findings, files } = await wordedOf(work.tx, platform, row, { on, documentNumber })
  const errors = mustMend(findings)
  if (errors.length > 0) return withFindings(letter, errors)
  return ok(
    await writeLetter(work, platform, personId, opened, {
      ...{ name: 'requestLetterApproved', state: 'approved', note },
      change: {
        approved_on: on,
        paper: sealLetter(platform, letter.id, 'paper', { ...text, files }),
      },
      detail: {
        ...{ documentNumber: text.documentNumber, approvedOn: on },
        ...(files.length > 0 && { attached: files.map(({ sha256 }) => sha256) }),
      },
    }),
  )
}

/** The database gives the number, and takes it back with the transaction. */
async function numberIn(
  { tx }: Work,
  { id }: Pick<RequestLetter, 'id'>,
  code: string,
  year: number,
) {
  const { number_no } = await tx
    .updateTable('request_letter')
    .set({ number_code: code, number_year: year })
    .where('id', '=', id)
    .returning('number_no')
    .executeTakeFirstOrThrow()
  if (number_no === null) throw new Error(`letter ${id} was given no number`)
  return { code, year, no: number_no }
}

/** Refused for what is to be mended, or explained. */
export function withFindings(
  { title }: Pick<RequestLetter, 'title'>,
  findings: readonly JudgedFinding[],
): { readonly ok: false; readonly refusal: FindingsRefusal } {
  const [first] = findings
  const message = `《${title}》有${findings.length}项需要改正或者说明：${first?.message ?? ''}`
  return { ok: false, refusal: { code: 'letter.findings', message, findings } }
}
