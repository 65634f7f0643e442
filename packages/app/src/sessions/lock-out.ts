/** So many failures in a row are nobody's business but the person's; after them every further one makes the wait longer. */
const FREE_FAILURES = 4
const FIRST_WAIT_SECONDS = 60
/** Nobody is kept out longer by a stranger who knows the login. */
const LONGEST_WAIT_SECONDS = 60 * 60

/** Until when nobody signs in after `failures` in a row: 1, 2, 4 … minutes from the fifth on, an hour at most; null before. */
export function lockedUntil(failures: number, at: Date): Date | null {
  if (failures <= FREE_FAILURES) return null
  const wait = FIRST_WAIT_SECONDS * 2 ** (failures - FREE_FAILURES - 1)
  return new Date(at.getTime() + Math.min(wait, LONGEST_WAIT_SECONDS) * 1000)
}
