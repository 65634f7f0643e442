import { createHmac, randomBytes } from 'node:crypto'
import { refuse } from '@gongkai/law'
import type { SealingKey } from '../records/seal.js'
import { hashOf } from '../sessions/token.js'
import type { RequestProof } from '../storage/transact.js'

// Crockford's base 32: what is read out on the telephone or copied from paper is not mistaken.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 80 bits. */
const LENGTH = 16

/** 查询密码: a new one of chance, in groups of four. */
export function newSecret(): string {
  return spelled(randomBytes(LENGTH))
}

/** The secret of what a form hands in: the same for the same form, so that sending it twice gives one request and one secret. */
export function secretOfForm(key: SealingKey, formKey: string): string {
  return spelled(createHmac('sha256', key.bytes).update(`request form ${formKey}`).digest())
}

/** What is kept of a secret, however it was typed: small letters, blanks, O for 0, I and L for 1. */
export function secretHash(secret: string): Buffer {
  const typed = secret.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return hashOf(typed.replaceAll('O', '0').replaceAll(/[IL]/g, '1'))
}

/** By what the database knows the request of an applicant. */
export function proofOf(requestNumber: string, secret: string): RequestProof {
  // An empty number would let the secret alone in.
  const number = requestNumber.normalize('NFKC').replace(/\s/g, '')
  return { requestNumber: number || '-', secretHash: secretHash(secret) }
}

function spelled(bytes: Buffer): string {
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** Why this does not say by what somebody proved himself at the counter; null where it does. It stands in the record, which is read by others than who handles the request. */
export function refuseProof(proof: string) {
  return !proof.trim() || NUMBER.test(proof.normalize('NFKC')) ? NO_PROOF : null
}

/** A number by which somebody is known. */
const NUMBER = /\d{6}/

const NO_PROOF = refuse(
  'requests.identity-missing',
  '请写明核验了哪一种身份证明，如“当面核验居民身份证”。不要填写号码。',
)
