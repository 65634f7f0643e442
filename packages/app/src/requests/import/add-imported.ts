import { randomUUIDv7 } from 'node:crypto'
import { yearOf } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { maskedName, sealPerson } from '../applicant.js'
import { newSecret, secretHash } from '../secret.js'
import { type PlannedRequest, wantedOf } from './plan.js'

/** Writes a request that a list told, with its steps and, where they are told wholly, the people. Returns its id; the number is given by the database. */
export async function addImported(
  tx: Transaction<Schema>,
  platform: Platform,
  { personId }: Actor,
  authorityId: string,
  { values, reckoned, confirmed, steps, applicants, originalNumber }: PlannedRequest,
): Promise<string> {
  const { channel, arrivedOn, applicantKind, wanted, ground } = values
  if (!reckoned || !channel || !arrivedOn || !applicantKind || !wanted)
    throw new Error('a row of the import was planned without what it needs')
  const { tenantId, key } = platform
  const id = randomUUIDv7()
  const own = { tenant_id: tenantId, request_id: id, authority_id: authorityId }
  await tx
    .insertInto('request')
    .values({
      ...{ tenant_id: tenantId, id, authority_id: authorityId, kind: 'disclosure', channel },
      ...{ year: yearOf(arrivedOn), arrived_on: arrivedOn, original_number: originalNumber },
      applicant_confirmed_on: confirmed.applicantConfirmedOn,
      authority_confirmed_on: confirmed.authorityConfirmedOn,
      ...{ confirmed_how: null, proof: `原编号${originalNumber}`, applicant_kind: applicantKind },
      applicant_masked: values.name ? maskedName(applicantKind, values.name) : '未登记',
      ...{ wanted, wanted_title: null, wanted_number: null, help: null },
      ...{ form: wantedOf(wanted).form, way: wantedOf(wanted).way },
      // Nobody was told a secret; whoever asks for one proves himself at the counter.
      ...{ secret_hash: secretHash(newSecret()), registered_by: personId },
      ...{ registered_at: platform.now(), ...reckoned },
      ...(reckoned.closed_on && ground ? { grounds: [ground], counted_under: ground } : {}),
    })
    .execute()
  for (const [index, person] of (applicants?.people ?? []).entries()) {
    const no = index + 1
    const sealed = sealPerson(key, { requestId: id, no }, person)
    await tx
      .insertInto('request_person')
      .values({ ...own, place: no, ...sealed })
      .execute()
  }
  for (const [index, step] of steps.entries()) {
    const taken = { taken_on: step.on, step: JSON.stringify(step), note: null }
    const recorded = { recorded_by: personId, recorded_at: platform.now() }
    await tx
      .insertInto('request_step')
      .values({ ...own, no: index + 1, ...taken, ...recorded })
      .execute()
  }
  return id
}
