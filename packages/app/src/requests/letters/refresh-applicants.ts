import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import type { Person } from '../applicant.js'
import { sealLetter } from './content.js'
import { contentOf } from './worded.js'

/** Puts who asks as it is registered now into the drafts of a request; whoever does it has worded them too. */
export async function refreshApplicants(
  tx: Transaction<Schema>,
  platform: Platform,
  { personId }: Actor,
  requestId: string,
  people: readonly Person[],
): Promise<void> {
  const drafts = await tx
    .selectFrom('request_letter')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('state', '=', 'draft')
    .forUpdate()
    .execute()
  const applicants = people.flatMap(({ part, name }) => (part === 'applicant' ? [name.trim()] : []))
  for (const row of drafts) {
    const content = { ...contentOf(platform, row), applicants }
    await tx
      .updateTable('request_letter')
      .set({
        content: sealLetter(platform, row.id, 'content', content),
        writers: [...new Set([...row.writers, personId])],
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute()
  }
}
