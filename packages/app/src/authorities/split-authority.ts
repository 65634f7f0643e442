import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import type { Authority } from './authority.js'
import { toAuthority } from './authority-row.js'
import { type Reorganisation, refuseDay } from './history.js'
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
  }

export type SplitRefusal =
  | SuccessorRefusal
  | StillOpen
  | RootRefusal
  | Refusal<'authority.day-wrong' | 'authority.too-few'>

/** Divides what an authority does among several. Where it ends, its subordinates were moved and its roles handed over before. Returns the successors in the order given. */
export async function splitAuthority(
  platform: Platform,
  actor: Actor,
  command: SplitAuthority,
): Promise<Result<readonly Authority[], SplitRefusal>> {
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
    const after = command.continues
      ? ok(await nextVersion(tx, authority))
      : await endAuthority(tx, authority, command, false)
    if (!after.ok) return after
    const into = await takeAll(work, platform, successors.value, command)
    if (!into.ok) return into
    const what = { ...command, kind: 'split', into: into.value, after: after.value } as const
    await tellOf(work, platform, as, authority, what)
    return into
  })
}

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
