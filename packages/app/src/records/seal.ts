import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** A key of 32 bytes. It is kept apart from the database and from its copies. */
export type SealingKey = {
  readonly id: string
  readonly bytes: Buffer
  /** While another key takes its place: what is not sealed anew yet opens with this one. Nothing is sealed with it. */
  readonly former?: SealingKey
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** The first byte of what is sealed: which way it was done. */
const VERSION = 1

/** Encrypts `text`; `about` (which row it is) must be the same to open it again, so that rows cannot be exchanged. */
export function seal(key: SealingKey, about: string, text: string): Buffer {
  return sealBytes(key, about, Buffer.from(text))
}

/** The same of the bytes of a file. */
export function sealBytes(key: SealingKey, about: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, madeReady(key), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
}

/** The text of what was sealed with this key about this row; null where key, row or bytes are others. */
export function unseal(key: SealingKey, about: string, sealed: Buffer): string | null {
  return unsealBytes(key, about, sealed)?.toString('utf8') ?? null
}

/** The bytes of what {@link sealBytes} closed; null where key, row or bytes are others. */
export function unsealBytes(key: SealingKey, about: string, sealed: Buffer): Buffer | null {
  if (sealed[0] !== VERSION) return null
  return opened(key, about, sealed) ?? (key.former ? unsealBytes(key.former, about, sealed) : null)
}

function opened(key: SealingKey, about: string, sealed: Buffer): Buffer | null {
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, madeReady(key), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(tag)
  try {
    const body = decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([body, decipher.final()])
  } catch {
    return null
  }
}

const ready = new WeakMap<Buffer, KeyObject>()

/** A key as the cipher takes it: to make it ready costs more than to seal a field with it. */
function madeReady({ bytes }: SealingKey): KeyObject {
  const made = ready.get(bytes) ?? createSecretKey(bytes)
  ready.set(bytes, made)
  return made
}
