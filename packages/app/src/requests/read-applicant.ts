import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowGiven } from './allow-given.js'
import { type IdentityKind, openPerson, type Person } from './applicant.js'
import { earlierPeople } from './registration.js'
import { findRequest, type RequestNotFound } from './request.js'

/** One who asks; null where the data were erased under a rule, or the key is another. */
export type ApplicantView = {
  readonly no: number
  readonly person: Person | null
  readonly erased: { readonly at: Date; readonly under: string } | null
  /** Until when he was registered, where that was put right since. */
  readonly until: Date | null
}

/** 查看申请人信息: for whoever handles the request, and each time it is done the record says so. */
export async function readApplicant(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly ApplicantView[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly ApplicantView[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const allowed = await allowGiven(tx, actor, 'applicant.read', requestId)
      if (!allowed.ok) return allowed
      const found = await findRequest(tx, requestId)
      if (!found.ok) return found
      const rows = await tx
        .selectFrom('request_person')
        .selectAll()
        .where('request_id', '=', requestId)
        .orderBy('place')
        .execute()
      record({
        as: allowed.value,
        name: 'applicantRead',
        subject: { kind: 'request', id: requestId },
        authorityId: found.value.authorityId,
        detail: { people: rows.length },
      })
      const earlier = await earlierPeople(tx, platform, requestId)
      return ok([
        ...rows.map(({ place, part, name, id_kind, sealed, erased_at, erased_under }) => {
          const rest = sealed && openPerson(platform.key, { requestId, no: place }, sealed)
          return {
            no: place,
            // The column holds what `sealPerson` wrote.
            person: name && rest ? { part, name, idKind: id_kind as IdentityKind, ...rest } : null,
            erased: erased_at && erased_under ? { at: erased_at, under: erased_under } : null,
            until: null,
          }
        }),
        ...earlier.flatMap(({ until, people }) =>
          people.map((person, index) => ({ no: index + 1, person, erased: null, until })),
        ),
      ])
    },
  )
}
