import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { toAuthority } from './authority-row.js'
import { type Reorganisation, refuseDay } from './history.js'
import { moveTo } from './move-authority.js'
import { type Ended, type PassedOn, passOn, type ReorganisedAuthority } from './pass-on.js'
import { type AuthorityRef, lockRegister, type Opened, openAt } from './register.js'
import { type RootRefusal, refuseRoot } from './root.js'
import type { StillOpen } from './still-open.js'
import {
  endAuthority,
  type OpenedSuccessor,
  openSuccessor,
  type Successor,
  type SuccessorRefusal,
  takeSuccessor,
  tellOf,
} from './successors.js'

export type MergeAuthorities = Reorganisation & {
  /** Those that end. */
  readonly authorities: readonly AuthorityRef[]
  readonly into: Successor
}

export type MergeRefusal =
  | SuccessorRefusal
  | StillOpen
  | RootRefusal
  | Refusal<'authority.day-wrong' | 'authority.too-few'>

/** Ends authorities in favour of one, to which their subordinates and unfinished reports go over; roles held in them are handed over before. Returns the successor. */
export async function mergeAuthorities(
  platform: Platform,
  actor: Actor,
  command: MergeAuthorities,
): Promise<Result<ReorganisedAuthority, MergeRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx } = work
    await lockRegister(tx, platform)
    const opened = await openAll(tx, actor, command)
    if (!opened.ok) return opened
    const { ending, into } = opened.value
    const involved = [...ending.map(({ authority }) => authority)]
    if (into.successor.kind === 'existing') involved.push(into.at)
    const inTime = await refuseDay(tx, platform, involved, command.happenedOn)
    if (!inTime.ok) return inTime
    const ended: [Opened, Ended][] = []
    for (const one of ending) {
      const after = await endAuthority(tx, one.authority, command, true)
      if (!after.ok) return after
      ended.push([one, after.value])
    }
    const successor = await takeSuccessor(work, platform, into, command)
    if (!successor.ok) return successor
    const to = successor.value
    const passedOn: PassedOn[] = []
    for (const [one, before] of ended) {
      await moveSubordinates(work, platform, one, to.id, command)
      const passed = await passOn(work, actor, one.as, before, to, command.reason)
      const after = before.authority
      const what = { ...command, kind: 'merged', into: [to], after, passedOn: passed } as const
      await tellOf(work, platform, one.as, one.authority, what)
      passedOn.push(passed)
    }
    return ok({ ...to, passedOn })
  })
}

async function openAll(tx: Transaction<Schema>, actor: Actor, command: MergeAuthorities) {
  const ending: Opened[] = []
  for (const ref of command.authorities) {
    const opened = await openAt(tx, actor, 'authority.reorganise', ref)
    if (!opened.ok) return opened
    const root = refuseRoot(opened.value.authority)
    if (!root.ok) return root
    ending.push(opened.value)
  }
  const into = await openSuccessor(tx, actor, command.into)
  if (!into.ok) return into
  return refuseChoice(ending, into.value) ?? ok({ ending, into: into.value })
}

function refuseChoice(ending: readonly Opened[], { at, successor }: OpenedSuccessor) {
  const ids = ending.map(({ authority }) => authority.id)
  const fewest = successor.kind === 'new' ? 2 : 1
  if (ids.length < fewest || new Set(ids).size < ids.length) {
    return refuse(
      'authority.too-few',
      '请选择要合并的机关：组建新机关的至少两个，并入现有机关的至少一个，不得重复。只改名称的，请登记更名。',
    )
  }
  if (!at.path.some((id) => ids.includes(id))) return null
  const message = `“${at.name}”是要合并的机关或者其下级，不能承接。请先划转，或者另选机关。`
  return refuse('authority.successor-wrong', message)
}

async function moveSubordinates(
  work: Work,
  platform: Platform,
  { as, authority }: Opened,
  parentId: string,
  { happenedOn, reason }: Reorganisation,
): Promise<void> {
  const rows = await work.tx
    .selectFrom('authority')
    .selectAll()
    .where('parent_id', '=', authority.id)
    .where('dissolved_on', 'is', null)
    .orderBy('place')
    .execute()
  for (const row of rows) {
    const to = { parentId, happenedOn, reason }
    await moveTo(work, platform, as, toAuthority(row), to)
  }
}
