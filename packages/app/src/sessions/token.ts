import { createHash, randomBytes } from 'node:crypto'

/** What is given to a browser or put into a link: 256 bits of chance. It is never kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it: nobody who reads the database can use it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
