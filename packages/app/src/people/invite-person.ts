import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { type NameRefusal, refuseNames, tidyLogin, tidyName } from '../names/tidy-name.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { allowOverPerson } from '../rights/allow-over-person.js'
import type { Role } from '../rights/roles.js'
import { type Link, makeLink } from '../sessions/links.js'
import { transact, type Work } from '../storage/transact.js'
import { type GiveRefusal, give, recordGiven } from './give-assignment.js'

export type InvitePerson = {
  readonly login: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  /** One at least. */
  readonly assignments: readonly { readonly authorityId: string; readonly role: Role }[]
}

export type Invited = Link & { readonly personId: string }

export type InviteRefusal =
  | GiveRefusal
  | NameRefusal
  | Refusal<'person.login-taken' | 'person.no-assignment'>

/** Adds a person with what the person will hold, and a link by which the person sets a password. The token is in the answer and nowhere else. */
export async function invitePerson(
  platform: Platform,
  actor: Actor,
  { assignments, ...given }: InvitePerson,
): Promise<Result<Invited, RightRefusal | InviteRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx, record } = work
    const person = { ...given, login: tidyLogin(given.login), name: tidyName(given.name) }
    const [first] = assignments
    if (!first) return NO_ASSIGNMENT
    const allowed = await allow(tx, actor, 'person.invite', first.authorityId)
    if (!allowed.ok) return allowed
    const wrong = refuseNames([['姓名', person.name]], person.login)
    if (wrong) return wrong
    const personId = await addPerson(work, platform, person)
    if (personId === null) return LOGIN_TAKEN
    record({
      as: allowed.value,
      name: 'personInvited',
      subject: { kind: 'person', id: personId },
      authorityId: first.authorityId,
      detail: {},
      personal: person,
    })
    for (const { authorityId, role } of assignments) {
      const may = await allow(tx, actor, 'assignment.give', authorityId)
      if (!may.ok) return may
      const next = { personId, authorityId, role, since: today(platform), section: null }
      const given = await give(work, platform, actor, next)
      if (!given.ok) return given
      recordGiven(work, may.value, { ...next, ...given.value }, '邀请')
    }
    const link = await makeLink(tx, platform, personId, 'invitation', actor.personId)
    return ok({ personId, ...link })
  })
}

const NO_ASSIGNMENT = refuse('person.no-assignment', '请至少选择一个机关和一项职责，再发出邀请。')
const LOGIN_TAKEN = refuse(
  'person.login-taken',
  '该登录名已有人使用。是同一人的，请直接分配职责；不是的，请换一个登录名。',
)

/** The id of the new person; null where somebody has the login. */
async function addPerson(
  { tx }: Work,
  { tenantId }: Platform,
  person: Omit<InvitePerson, 'assignments'>,
): Promise<string | null> {
  const id = randomUUIDv7()
  const added = await tx
    .insertInto('person')
    .values({ tenant_id: tenantId, id, state: 'invited', ...person })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'login']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n ? id : null
}

/** A new link for somebody who has not accepted yet: the first was lost or has expired. */
export async function inviteAgain(
  platform: Platform,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<Result<Link, RightRefusal | Refusal<'person.not-invited'>>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOverPerson(tx, actor, 'person.invite', personId)
    if (!allowed.ok) return allowed
    const person = await tx
      .selectFrom('person')
      .select('state')
      .where('id', '=', personId)
      .executeTakeFirst()
    if (person?.state !== 'invited') return NOT_INVITED
    const link = await makeLink(tx, platform, personId, 'invitation', actor.personId)
    record({
      ...allowed.value,
      name: 'personInvitedAgain',
      subject: { kind: 'person', id: personId },
      detail: { expiresAt: link.expiresAt.toISOString() },
    })
    return ok(link)
  })
}

const NOT_INVITED = refuse(
  'person.not-invited',
  '该人员已经接受邀请或已停用，不必再邀请。忘记密码的，请为其重设密码。',
)
