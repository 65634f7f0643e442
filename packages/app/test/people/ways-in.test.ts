import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { listNotices } from '../../src/notices/list-notices.js'
import { addPasskey, startPasskey } from '../../src/passkeys/add-passkey.js'
import { listPasskeys } from '../../src/passkeys/own-passkeys.js'
import { relyingPartyOf } from '../../src/passkeys/relying-party.js'
import { changePassword } from '../../src/sessions/change-password.js'
import { askForReset, resetPassword } from '../../src/sessions/reset-password.js'
import { self } from '../../src/sessions/self.js'
import { signInByIdentity } from '../../src/sessions/sign-in-by-identity.js'
import { granted } from '../collection/support.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'
import { newUser, PASSWORD } from './signed-in.js'

const [server] = SERVERS
const PARTY = relyingPartyOf('https://xxgk.example.org')
const WHERE = { address: null, agent: null }
const NEW_PASSWORD = '潮平两岸阔，风正一帆悬挂'

describe('密码以外的登录方式', { skip: !server }, () => {
  let region: Region
  let user: { readonly login: string; readonly personId: string }
  before(async () => {
    assert.ok(server)
    region = await newRegion(server)
    user = await newUser(region, 'leader', region.founded.authorityId)
  })
  after(() => region.close())

  const told = async () => {
    const { notices } = granted(await listNotices(region.platform, self(user.personId), {}))
    return notices.map(({ body }) => body)
  }
  const identity = { issuer: 'https://id.example.org', subject: '1' }
  const enter = (login: string | null) =>
    signInByIdentity(region.platform, { ...identity, login }, WHERE)

  it('新增通行密钥、首次用统一身份认证登录，各通知一次', async () => {
    const { platform } = region
    const actor = self(user.personId)
    const options = granted(await startPasskey(platform, actor, { password: PASSWORD }, PARTY))
    const response = passkeyFor(options.challenge)
    granted(await addPasskey(platform, actor, { name: '办公室电脑', response }, PARTY))
    granted(await enter(user.login))
    granted(await enter(null))
    assert.deepEqual(
      (await told()).map((body) => /新增登录方式“(.+)”/.exec(body)?.[1]),
      ['统一身份认证', '通行密钥'],
    )
  })

  it('修改密码不停用它们，通知写明还有几项', async () => {
    const { platform } = region
    const renewed = { old: PASSWORD, password: NEW_PASSWORD }
    granted(await changePassword(platform, self(user.personId), renewed))
    assert.match((await told())[0] ?? '', /等2项登录方式没有停用/)
    granted(await enter(null))
  })

  it('本人申请链接重设密码后，它们都不能再用', async () => {
    const { platform } = region
    const { mail } = await askForReset(platform, user)
    granted(await resetPassword(platform, { token: mail?.token ?? '', password: PASSWORD }))
    assert.deepEqual(granted(await listPasskeys(platform, self(user.personId))), [])
    assert.equal((await enter(null)).ok, false)
    assert.match((await told())[0] ?? '', /登录密码已于/)
  })
})

/** What a browser answers that made a passkey: with user verification, and without an attestation (WebAuthn, 6.5 and 8.7). */
function passkeyFor(challenge: string): Parameters<typeof addPasskey>[2]['response'] {
  const { x = '', y = '' } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  }).publicKey.export({ format: 'jwk' })
  const key = new Map<number, number | Uint8Array>([
    ...([
      [1, 2],
      [3, -7],
      [-1, 1],
    ] as const),
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ])
  const id = Buffer.alloc(16, 7)
  const authData = Buffer.concat([
    createHash('sha256').update(PARTY.id).digest(),
    // Present, verified, with a key; the counter; no model; the length of the id.
    Buffer.from([0x45, ...[0, 0, 0, 0], ...Array(16).fill(0), 0, id.length]),
    id,
    isoCBOR.encode(key),
  ])
  const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
    ['fmt', 'none'],
    ['attStmt', new Map<string, never>()],
    ['authData', new Uint8Array(authData)],
  ])
  const client = JSON.stringify({ type: 'webauthn.create', challenge, origin: PARTY.origin })
  return {
    ...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
    clientExtensionResults: {},
    response: {
      clientDataJSON: Buffer.from(client).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
    },
  }
}
