import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import type { Authority } from './authority.js'
import { toAuthority } from './authority-row.js'
import { type Reorganisation, refuseDay } from './history.js'
import { passOn, type ReorganisedAuthority } from './pass-on.js'
import { type AuthorityRef, lockRegister, openAt } from './register.js'
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

export type SplitAuthority = AuthorityRef &
  Reorganisation & {
    /** Whether it goes on itself, with less to do. */
    readonly continues: boolean
    readonly into: readonly Successor[]
    /** Where it does not continue: which of `into`, counted from 0, carries on its unfinished reports. */
    readonly dutiesTo?: number
  }

export type SplitRefusal =
  | SuccessorRefusal
  | StillOpen
  | RootRefusal
  | Refusal<'authority.day-wrong' | 'authority.too-few' | 'authority.duties-open'>

/**
 * Divides what an authority does among several. Where it ends, its subordinates were moved and its roles handed over before, and one of them carries on its
 * reports. Returns the successors in the order given.
 */
export async function splitAuthority(
  platform: Platform,
  actor: Actor,
  command: SplitAuthority,
): Promise<Result<readonly ReorganisedAuthority[], SplitRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx } = work
    await lockRegister(tx, platform)
    const opened = await openAt(tx, actor, 'authority.reorganise', command)
    if (!opened.ok) return opened
    const { as, authority } = opened.value
    const isRoot = command.continues ? ok(null) : refuseRoot(authority)
    if (!isRoot.ok) return isRoot
    const successors = await openAll(tx, actor, authority, command)
    if (!successors.ok) return successors
    const existing = successors.value.filter(({ successor }) => successor.kind === 'existing')
    const involved = [authority, ...existing.map(({ at }) => at)]
    const inTime = await refuseDay(tx, platform, involved, command.happenedOn)
    if (!inTime.ok) return inTime
    const ended = command.continues
      ? ok({ authority: await nextVersion(tx, authority), series: [] })
      : await endAuthority(tx, authority, command, false)
    if (!ended.ok) return ended
    const taken = await takeAll(work, platform, successors.value, command)
    if (!taken.ok) return taken
    const into = taken.value
    const heir = command.continues ? undefined : into[command.dutiesTo ?? -1]
    if (!command.continues && !heir) return DUTIES_OPEN
    const passedOn = heir ? await passOn(work, actor, as, ended.value, heir, command.reason) : null
    const after = ended.value.authority
    await tellOf(work, platform, as, authority, {
      ...command,
      kind: 'split',
      into,
      after,
      passedOn,
    })
    return ok(into.map((one) => ({ ...one, passedOn: passedOn && one === heir ? [passedOn] : [] })))
  })
}

const DUTIES_OPEN = refuse(
  'authority.duties-open',
  '原机关不保留的，请写明由哪一个机关承接其未办结的报告和此前已公布的报告。',
)

async function openAll(
  tx: Transaction<Schema>,
  actor: Actor,
  { id }: Authority,
  { continues, into }: SplitAuthority,
) {
  const opened: OpenedSuccessor[] = []
  for (const successor of into) {
    const one = await openSuccessor(tx, actor, successor)
    if (!one.ok) return one
    // A new one may stand below what continues, and below nothing that ends.
    const isIn = successor.kind === 'existing' ? one.value.at.id === id : !continues
    if (isIn && one.value.at.path.includes(id)) return WRONG
    opened.push(one.value)
  }
  const existing = into.flatMap((one) => (one.kind === 'existing' ? [one.authorityId] : []))
  const isEnough = into.length >= (continues ? 1 : 2)
  return isEnough && new Set(existing).size === existing.length ? ok(opened) : TOO_FEW
}

const WRONG = refuse(
  'authority.successor-wrong',
  '分设后的机关不能是原机关本身，原机关不保留的，也不能设在其下。请另选机关或者上级机关。',
)
const TOO_FEW = refuse(
  'authority.too-few',
  '请写明分设后的机关：原机关保留的至少一个，不保留的至少两个，不得重复。',
)

async function takeAll(
  work: Work,
  platform: Platform,
  successors: readonly OpenedSuccessor[],
  when: Reorganisation,
): Promise<Result<readonly Authority[], SuccessorRefusal>> {
  const taken: Authority[] = []
  for (const one of successors) {
    const authority = await takeSuccessor(work, platform, one, when)
    if (!authority.ok) return authority
    taken.push(authority.value)
  }
  return ok(taken)
}

async function nextVersion(tx: Transaction<Schema>, { id, version }: Authority) {
  const row = await tx
    .updateTable('authority')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toAuthority(row)
}
