import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { tidyName } from '../names/tidy-name.js'
import { transact } from '../storage/transact.js'
import type { Authority } from './authority.js'
import { writeDetails } from './change-authority.js'
import { detailsOf } from './details.js'
import { type Reorganisation, refuseDay, tellHistory } from './history.js'
import type { TakenRefusal } from './names.js'
import { type AuthorityRef, lockRegister, type OpenRefusal, openAt } from './register.js'

export type RenameAuthority = AuthorityRef &
  Reorganisation & { readonly name: string; readonly shortName: string | null }

export type RenameRefusal =
  | OpenRefusal
  | TakenRefusal
  | Refusal<'authority.day-wrong' | 'authority.wrong' | 'authority.same-name'>

/** Gives an authority a new name from a day on; under its old one it stays known for the time before. */
export async function renameAuthority(
  platform: Platform,
  actor: Actor,
  command: RenameAuthority,
): Promise<Result<Authority, RenameRefusal>> {
  const { happenedOn, reason } = command
  const name = tidyName(command.name)
  const shortName = tidyName(command.shortName ?? '') || null
  return transact(platform, actor, async ({ tx, record }) => {
    await lockRegister(tx, platform)
    const opened = await openAt(tx, actor, 'authority.reorganise', command)
    if (!opened.ok) return opened
    const { as, authority } = opened.value
    if (name === authority.name) return SAME
    const inTime = await refuseDay(tx, platform, [authority], happenedOn)
    if (!inTime.ok) return inTime
    const details = { ...detailsOf(authority), name, shortName }
    const renamed = await writeDetails(tx, platform, authority, details)
    if (!renamed.ok) return renamed
    const names = { name_before: authority.name, name_after: name }
    await tellHistory(tx, platform, 'renamed', command, { authority_id: authority.id, ...names })
    record({
      as,
      name: 'authorityRenamed',
      subject: { kind: 'authority', id: authority.id },
      authorityId: authority.id,
      reason,
      detail: {
        happenedOn,
        before: { name: authority.name, shortName: authority.shortName },
        after: { name, shortName },
      },
    })
    return ok(renamed.value)
  })
}

const SAME = refuse('authority.same-name', '新名称与现在的名称相同，不需要登记更名。')
