import type { LocalDate } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import type { LetterDetails } from '../letters/content.js'
import type { RequestLetter } from '../letters/letter.js'
import { yuanOf } from './reckon-fee.js'

/** Puts into the register of fees what a notice asks for that went out on `on`. */
export async function noteFee(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  letter: RequestLetter,
  fee: LetterDetails['fee'],
  on: LocalDate,
): Promise<void> {
  // Without what is asked for, the notice could not be approved.
  if (!fee) throw new Error(`fee notice ${letter.id} asks for nothing`)
  await tx
    .insertInto('request_fee')
    .values({
      ...{ tenant_id: tenantId, letter_id: letter.id, request_id: letter.requestId },
      ...{ authority_id: letter.authorityId, document_number: letter.documentNumber },
      ...{ way: fee.way, first_unit: fee.first, last_unit: fee.last },
      ...{ yuan: yuanOf(fee, letter.approvedOn ?? on), how_to_pay: fee.howToPay },
    })
    .execute()
}
