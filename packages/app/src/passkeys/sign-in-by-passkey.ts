import { ok, type Result } from '@gongkai/law'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { beginSession, type FromWhere, type SignedIn } from '../sessions/begin-session.js'
import { keepChallenge, takeChallenge } from '../sessions/challenges.js'
import { self } from '../sessions/self.js'
import { FAILED, type SignInRefusal } from '../sessions/sign-in.js'
import { transact } from '../storage/transact.js'
import type { RelyingParty } from './relying-party.js'

/** What the browser is to sign; whoever it will be is not asked for. */
export async function askForPasskey(
  platform: Platform,
  { id: rpID }: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  await transact(platform, null, async ({ tx }) => {
    await keepChallenge(tx, platform, options.challenge, 'passkeySignIn', null)
    return ok(null)
  })
  return options
}

/**
 * Begins a session by a passkey. It stands for password and code: the device has asked for its PIN or a fingerprint. The wait after wrong passwords does
 * not hold for it: a passkey is not guessed. Refused with the words of every sign-in that fails.
 */
export async function signInByPasskey(
  platform: Platform,
  response: AuthenticationResponseJSON,
  { id: rpId, origin }: RelyingParty,
  where: FromWhere,
): Promise<Result<SignedIn, SignInRefusal>> {
  const credentialId = Buffer.from(response.id, 'base64url')
  const { value: personId } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<{ id: string | null }>`
      select person_of_passkey(${credentialId}) as id`.execute(tx)
    return ok(rows[0]?.id ?? null)
  })
  if (personId === null) return FAILED
  return transact(platform, self(personId), async (work) => {
    const { tx } = work
    const row = await tx
      .selectFrom('passkey')
      .selectAll()
      .where('credential_id', '=', credentialId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return FAILED
    const { public_key, counter } = row
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (one) => takeChallenge(tx, platform, one, 'passkeySignIn', null),
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { id: response.id, publicKey: new Uint8Array(public_key), counter },
    }).catch(() => null)
    if (!verified?.verified) return FAILED
    const used = { counter: verified.authenticationInfo.newCounter, used_at: platform.now() }
    await tx.updateTable('passkey').set(used).where('id', '=', row.id).execute()
    return ok(await beginSession(work, platform, personId, where, { way: 'passkey' }))
  })
}
