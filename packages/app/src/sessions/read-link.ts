import { ok, type Result } from '@gongkai/law'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { type Purpose, personOfLink } from './links.js'
import { self } from './self.js'
import { LINK_OVER, type LinkRefusal } from './set-password.js'
import { hashOf } from './token.js'

/** What is said of a link to whoever opens it. */
export type OpenLink = {
  readonly purpose: Purpose
  readonly name: string
  readonly login: string
  readonly expiresAt: Date
}

/** What a link is for, and whose it is; it stays as it is. Refused where it was used or has expired. */
export async function readLink(
  platform: Platform,
  token: string,
): Promise<Result<OpenLink, LinkRefusal>> {
  const personId = await personOfLink(platform, token)
  if (personId === null) return LINK_OVER
  return transact(platform, self(personId), async ({ tx }) => {
    const row = await tx
      .selectFrom('link')
      .innerJoin('person', 'person.id', 'link.person_id')
      .select(['purpose', 'name', 'login', 'expires_at'])
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirstOrThrow()
    // The check of the column holds the same names.
    const purpose = row.purpose as Purpose
    return ok({ purpose, name: row.name, login: row.login, expiresAt: row.expires_at })
  })
}
