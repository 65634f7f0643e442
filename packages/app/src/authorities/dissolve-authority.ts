import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { type Reorganisation, refuseDay } from './history.js'
import { passOn, type ReorganisedAuthority } from './pass-on.js'
import {
  type AuthorityRef,
  lockRegister,
  type OpenRefusal,
  openAt,
  openAuthority,
} from './register.js'
import { type RootRefusal, refuseRoot } from './root.js'
import type { StillOpen } from './still-open.js'
import { endAuthority, tellOf } from './successors.js'

export type DissolveAuthority = AuthorityRef &
  Reorganisation & {
    /** Who carries on what is unfinished: the authority that takes over, otherwise the government above (《行政诉讼法》第二十六条第六款). */
    readonly dutiesTo: string
  }

export type DissolveRefusal =
  | OpenRefusal
  | StillOpen
  | RootRefusal
  | Refusal<'authority.day-wrong' | 'authority.successor-wrong'>

/**
 * Ends an authority in which nobody holds a role any more and below which nothing exists. Its unfinished reports go over to `dutiesTo`. Returns it as it ended.
 */
export async function dissolveAuthority(
  platform: Platform,
  actor: Actor,
  command: DissolveAuthority,
): Promise<Result<ReorganisedAuthority, DissolveRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx } = work
    await lockRegister(tx, platform)
    const opened = await openAt(tx, actor, 'authority.reorganise', command)
    if (!opened.ok) return opened
    const { as, authority } = opened.value
    const isRoot = refuseRoot(authority)
    if (!isRoot.ok) return isRoot
    const heir = await openAuthority(tx, actor, 'authority.reorganise', command.dutiesTo)
    if (!heir.ok) return heir
    if (heir.value.authority.id === authority.id) return ITSELF
    const inTime = await refuseDay(tx, platform, [authority], command.happenedOn)
    if (!inTime.ok) return inTime
    const ended = await endAuthority(tx, authority, command, false)
    if (!ended.ok) return ended
    const { authority: to } = heir.value
    const passedOn = await passOn(work, actor, as, ended.value, to, command.reason)
    const after = ended.value.authority
    const what = { ...command, kind: 'dissolved', into: [to], after, passedOn } as const
    await tellOf(work, platform, as, authority, what)
    return ok({ ...after, passedOn: [passedOn] })
  })
}

const ITSELF = refuse(
  'authority.successor-wrong',
  '撤销的机关不能承接自己的未了事项。请选择继续行使其职权的机关，没有的，选择上级人民政府。',
)
