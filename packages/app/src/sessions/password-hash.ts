import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's smallest set for argon2id; about 0.1 s and 19 MiB for each try. Memory in KiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_BYTES = 32
const SALT_BYTES = 16

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

/** The password as it is kept: a PHC string of argon2id, with its parameters and salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await digest(password, salt, TAG_BYTES, COST)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(salt)}$${bare(tag)}`
}

/** Whether `password` is the one kept as `kept`, at the cost that is written in it; null is nobody's and costs the same. Throws on a broken record. */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(kept ?? NOBODYS) ?? []
  if (tag === '') throw new Error('the kept password is no PHC string of argon2id')
  const expected = Buffer.from(tag, 'base64')
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  }
  const given = await digest(password, Buffer.from(salt, 'base64'), expected.length, cost)
  return timingSafeEqual(given, expected) && kept !== null
}

/** Nothing leads to this tag: it is random and not derived. */
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${bare(randomBytes(SALT_BYTES))}$${bare(randomBytes(TAG_BYTES))}`

function digest(password: string, nonce: Buffer, tagLength: number, cost: typeof COST) {
  // The same characters typed on two keyboards are the same password.
  return derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost })
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
