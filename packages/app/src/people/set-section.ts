import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { type NameRefusal, refuseNames, tidyName } from '../names/tidy-name.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { changed, type EndRefusal, findAssignment, NO_ASSIGNMENT } from './end-assignment.js'
import { queueFor } from './person.js'

export type SetSection = {
  readonly assignmentId: string
  /** Of the assignment, as it was on screen. */
  readonly version: number
  /** What the section is called; null takes out what was said. */
  readonly section: string | null
}

/** Says in which section (内设机构) of the authority somebody holds a role. No right changes with it. */
export async function setSection(
  platform: Platform,
  actor: Actor,
  { assignmentId, version, section }: SetSection,
): Promise<Result<null, RightRefusal | NameRefusal | EndRefusal>> {
  return transact<Result<null, RightRefusal | NameRefusal | EndRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const found = await findAssignment(tx, assignmentId)
      if (!found) return NO_ASSIGNMENT
      const allowed = await allow(tx, actor, 'assignment.give', found.authority_id)
      if (!allowed.ok) return allowed
      await queueFor(tx, found.person_id)
      const row = await findAssignment(tx, assignmentId)
      if (row?.version !== version) return changed(row ?? found)
      const after = section === null ? null : tidyName(section)
      const wrong = after === null ? null : refuseNames([['科室名称', after]])
      if (wrong) return wrong
      await tx
        .updateTable('assignment')
        .set({ section: after, version: version + 1 })
        .where('id', '=', assignmentId)
        .execute()
      record({
        as: allowed.value,
        name: 'assignmentSectionSet',
        subject: { kind: 'person', id: row.person_id },
        authorityId: row.authority_id,
        detail: { assignmentId, role: row.role, before: row.section, after },
      })
      return ok(null)
    },
  )
}
