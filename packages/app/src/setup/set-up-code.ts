import { randomInt, timingSafeEqual } from 'node:crypto'

/** No letter or digit that looks like another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUPS = 5
const GROUP_LENGTH = 4

/** What whoever started the service reads at the terminal, and shows in the browser to prove it. It lives in this process alone. */
export type SetUpCode = {
  /** Five groups of four signs, about 99 bits. */
  readonly text: string
  /** Whether it was given; small letters and other separators do. Once it is spent, it never was. How often one may try is a matter of the address that tries. */
  readonly matches: (given: string) => boolean
  /** Makes it useless. */
  readonly spend: () => void
}

/** A new code; a new start makes another. */
export function newSetUpCode(): SetUpCode {
  const signs = Array.from({ length: GROUPS * GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)])
  const bare = signs.join('')
  const expected = Buffer.from(bare)
  let isSpent = false
  return {
    text: bare.replaceAll(/(.{4})(?!$)/g, '$1-'),
    matches(given) {
      const bytes = Buffer.from(given.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
      return !isSpent && bytes.length === expected.length && timingSafeEqual(bytes, expected)
    },
    spend() {
      isSpent = true
    },
  }
}
