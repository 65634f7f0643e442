import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { seal, unseal } from '../records/seal.js'
import { transact, type Work } from '../storage/transact.js'
import { type ProofRefusal, WRONG } from './change-password.js'
import { proveSelf } from './prove-self.js'
import { homeOf } from './self.js'
import { newSecret, secretUri, stepOf } from './time-codes.js'

export type TimeCodes = {
  readonly secret: string
  /** For the square code. */
  readonly uri: string
}

/** Makes the secret of time codes; they are asked for from the moment one of them confirms it. Refused where they are in use, or the password is wrong. */
export async function startTimeCodes(
  platform: Platform,
  actor: Actor,
  { password }: { readonly password: string },
): Promise<Result<TimeCodes, ProofRefusal | Refusal<'time-codes.in-use'>>> {
  const { personId } = actor
  const secret = newSecret()
  const made = await proveSelf(platform, personId, { password }, async ({ tx }) => {
    const { numUpdatedRows } = await tx
      .updateTable('credential')
      .set({ totp: seal(platform.key, personId, secret) })
      .where('person_id', '=', personId)
      .where('totp_step', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return IN_USE
    const region = await tx.selectFrom('tenant').select('name').executeTakeFirstOrThrow()
    const person = await tx
      .selectFrom('person')
      .select('login')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    return ok({ secret, uri: secretUri(secret, region.name, person.login) })
  })
  return made ?? WRONG
}

const IN_USE = refuse('time-codes.in-use', '动态验证码已经启用。更换手机的，请先停用再重新启用。')

/** Begins to ask for time codes with the first that is right. */
export async function confirmTimeCodes(
  platform: Platform,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<Result<null, Refusal<'time-codes.wrong'>>> {
  const { personId } = actor
  return transact(platform, actor, async (given) => {
    const row = await given.tx
      .selectFrom('credential')
      .select('totp')
      .where('person_id', '=', personId)
      .where('totp_step', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    const secret = row?.totp ? unseal(platform.key, personId, row.totp) : null
    const step = secret === null ? null : stepOf(secret, code, platform.now(), 0)
    if (step === null) return CODE_WRONG
    await given.tx
      .updateTable('credential')
      .set({ totp_step: step })
      .where('person_id', '=', personId)
      .execute()
    await tell(given, personId, 'timeCodesStarted')
    return ok(null)
  })
}

const CODE_WRONG = refuse(
  'time-codes.wrong',
  '验证码不正确，或者尚未开始设置。请核对手机时间，输入最新显示的六位数字；仍不成功的，请重新开始设置。',
)

/** Asks for no time codes any more. */
export async function endTimeCodes(
  platform: Platform,
  actor: Actor,
  { password }: { readonly password: string },
): Promise<Result<null, ProofRefusal>> {
  const { personId } = actor
  const done = await proveSelf(platform, personId, { password }, async (given) => {
    const none = { totp: null, totp_step: null }
    await given.tx.updateTable('credential').set(none).where('person_id', '=', personId).execute()
    await tell(given, personId, 'timeCodesEnded')
    return true
  })
  return done ? ok(null) : WRONG
}

async function tell({ tx, record }: Work, personId: string, name: string): Promise<void> {
  record({
    as: null,
    name,
    subject: { kind: 'person', id: personId },
    authorityId: await homeOf(tx, personId),
    detail: {},
  })
}
