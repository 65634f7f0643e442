import { createHmac, randomBytes } from 'node:crypto'

/** Seconds for which a code holds, and its digits: what every authenticator takes without asking (RFC 6238). */
const STEP_SECONDS = 30
const DIGITS = 6
/** Clocks differ: the step before and the step after are taken too. */
const DRIFT = 1
/** As long as the digest of HMAC-SHA-1 (RFC 4226, section 4). */
const SECRET_BYTES = 20

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret, in base32 as authenticators take it. */
export function newSecret(): string {
  const bits = [...randomBytes(SECRET_BYTES)].map((byte) => byte.toString(2).padStart(8, '0'))
  return (bits.join('').match(/.{5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five, 2)])
    .join('')
}

/** The code of a step (RFC 4226, section 5.3). */
export function codeOf(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code was given, if it is later than the last that was taken: no code works twice. Null where it is not. */
export function stepOf(secret: string, code: string, at: Date, taken: number): number | null {
  const now = Math.floor(at.getTime() / 1000 / STEP_SECONDS)
  const bytes = fromBase32(secret)
  for (let step = Math.max(now - DRIFT, taken + 1); step <= now + DRIFT; step++) {
    if (codeOf(bytes, step) === code) return step
  }
  return null
}

/** What an authenticator reads from the square code. */
export function secretUri(secret: string, region: string, login: string): string {
  const label = encodeURIComponent(`${region}政府信息公开:${login}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(`${region}政府信息公开`)}`
}

function fromBase32(secret: string): Buffer {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
