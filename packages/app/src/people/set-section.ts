import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { type NameRefusal, refuseNames, tidyName } from '../names/tidy-name.js'
import { transact } from '../storage/transact.js'
import {
  type AssignmentRef,
  type OpenAssignmentRefusal,
  openAssignment,
} from './open-assignment.js'

export type SetSection = AssignmentRef & {
  /** What the section is called; null takes out what was said. */
  readonly section: string | null
}

/** Says in which section (内设机构) of the authority somebody holds a role. No right changes with it. */
export async function setSection(
  platform: Platform,
  actor: Actor,
  { section, ...ref }: SetSection,
): Promise<Result<null, NameRefusal | OpenAssignmentRefusal>> {
  return transact<Result<null, NameRefusal | OpenAssignmentRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openAssignment(tx, actor, 'assignment.give', ref)
      if (!opened.ok) return opened
      const { as, row } = opened.value
      const after = section === null ? null : tidyName(section)
      const wrong = after === null ? null : refuseNames([['科室名称', after]])
      if (wrong) return wrong
      await tx
        .updateTable('assignment')
        .set({ section: after, version: row.version + 1 })
        .where('id', '=', row.id)
        .execute()
      record({
        as,
        name: 'assignmentSectionSet',
        subject: { kind: 'person', id: row.person_id },
        authorityId: row.authority_id,
        detail: { assignmentId: row.id, role: row.role, before: row.section, after },
      })
      return ok(null)
    },
  )
}
