import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { type Actor, type Platform, today } from '../context.js'
import { notify } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import { keepChallenge, takeChallenge } from '../sessions/challenges.js'
import { type ProofRefusal, WRONG } from '../sessions/change-password.js'
import { proveSelf } from '../sessions/prove-self.js'
import { homeOf } from '../sessions/self.js'
import { transact } from '../storage/transact.js'
import type { RelyingParty } from './relying-party.js'

/** ES256, EdDSA, RS256 (COSE): what devices make today. */
const ALGORITHMS = [-7, -8, -257]

export type PasskeyRefusal = Refusal<'passkey.unusable'>

/** What the browser is to make a passkey with. The password is asked for: who finds a screen unlocked makes none. */
export async function startPasskey(
  platform: Platform,
  actor: Actor,
  { password }: { readonly password: string },
  { id: rpID }: RelyingParty,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, ProofRefusal>> {
  const { personId } = actor
  const made = await proveSelf(platform, personId, { password }, async ({ tx }) => {
    const { login, name } = await tx
      .selectFrom('person')
      .select(['login', 'name'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const region = await tx.selectFrom('tenant').select('name').executeTakeFirstOrThrow()
    const held = await tx.selectFrom('passkey').select('credential_id').execute()
    const { generateRegistrationOptions } = await import('@simplewebauthn/server')
    const options = await generateRegistrationOptions({
      rpName: `${region.name}政府信息公开`,
      rpID,
      userID: new TextEncoder().encode(personId),
      userName: login,
      userDisplayName: name,
      excludeCredentials: held.map((one) => ({ id: one.credential_id.toString('base64url') })),
      supportedAlgorithmIDs: ALGORITHMS,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    await keepChallenge(tx, platform, options.challenge, 'passkey', personId)
    return options
  })
  return made ? ok(made) : WRONG
}

export type AddPasskey = { readonly name: string; readonly response: RegistrationResponseJSON }

/** Keeps the passkey that the browser made. Refused where it does not answer what was asked of it just before. */
export async function addPasskey(
  platform: Platform,
  actor: Actor,
  { name, response }: AddPasskey,
  { id: rpId, origin }: RelyingParty,
): Promise<Result<{ readonly id: string }, PasskeyRefusal>> {
  const { personId } = actor
  return transact(platform, actor, async ({ tx, record }) => {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: (one) => takeChallenge(tx, platform, one, 'passkey', personId),
      expectedOrigin: origin,
      expectedRPID: rpId,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => null)
    if (!verified?.verified) return UNUSABLE
    const { credential } = verified.registrationInfo
    const id = randomUUIDv7()
    await tx
      .insertInto('passkey')
      .values({
        tenant_id: platform.tenantId,
        id,
        person_id: personId,
        name,
        credential_id: Buffer.from(credential.id, 'base64url'),
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        made_at: platform.now(),
        used_at: null,
      })
      .execute()
    record({
      as: null,
      name: 'passkeyAdded',
      subject: { kind: 'person', id: personId },
      authorityId: await homeOf(tx, personId),
      detail: { name },
    })
    await notify(tx, personId, 'wayInAdded', { day: dayText(today(platform)), way: '通行密钥' })
    return ok({ id })
  })
}

const UNUSABLE = refuse(
  'passkey.unusable',
  '没有得到可用的通行密钥，或者等候过久。请重新开始；仍不成功的，请换一台设备或一个浏览器。',
)
