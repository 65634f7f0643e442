import { randomUUID } from 'node:crypto'
import { refuse } from '@gongkai/law'
import { appointDeputy, endDeputation } from '../../../src/people/appoint-deputy.js'
import { blockPerson, unblockPerson } from '../../../src/people/block-person.js'
import { changeOwnContact } from '../../../src/people/change-own-contact.js'
import { correctPerson } from '../../../src/people/correct-person.js'
import { endAssignment } from '../../../src/people/end-assignment.js'
import { erasePerson } from '../../../src/people/erase-person.js'
import { getPerson } from '../../../src/people/get-person.js'
import { giveAssignment } from '../../../src/people/give-assignment.js'
import { handOver } from '../../../src/people/hand-over.js'
import { inviteAgain, invitePerson } from '../../../src/people/invite-person.js'
import { listPeople } from '../../../src/people/list-people.js'
import { setSection } from '../../../src/people/set-section.js'
import { erasePersonal } from '../../../src/records/erase-personal.js'
import { listEvents } from '../../../src/records/list-events.js'
import { ROLE_IDS } from '../../../src/rights/roles.js'
import { makeResetLink } from '../../../src/sessions/reset-password.js'
import { TODAY } from '../../people/days.js'
import { PASSWORD } from '../../people/signed-in.js'
import { addPerson, type Tree } from '../../people/tree.js'
import { type Expectation, hereAndAbove } from '../expectation.js'
import { withPassword } from './sessions.js'

const ADMINISTRATORS = hereAndAbove('administrator')
const reason = '工作需要'

const invitation = ({ places }: Tree) => ({
  ...{ login: randomUUID(), name: '受邀人', phone: null, email: null },
  assignments: [{ authorityId: places.own, role: 'leader' as const }],
})

const someone = (tree: Tree) => addPerson(tree, 'leader', tree.places.own)

const deputation = async (tree: Tree) => {
  const { assignmentId } = await someone(tree)
  const { personId: deputyId } = await someone(tree)
  return { assignmentId, deputyId, since: TODAY, until: TODAY, reason }
}

const ERASURE = { ground: 'purposeOver', reason: '已离任' } as const
const MISSING = refuse('right.missing', '')

/** The event of the invitation. */
async function eventOf({ platform, administrator }: Tree, id: string): Promise<string> {
  const subject = { kind: 'person', id }
  const page = await listEvents(platform, administrator, { subject, name: 'personInvited' })
  return (page.ok && page.value.events[0]?.id) || ''
}

export const PEOPLE: readonly Expectation[] = [
  {
    useCase: 'invitePerson',
    may: ADMINISTRATORS,
    attempt: (tree, actor) => invitePerson(tree.platform, actor, invitation(tree)),
  },
  {
    useCase: 'inviteAgain',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const invited = await invitePerson(tree.platform, tree.administrator, invitation(tree))
      return invited.ok ? inviteAgain(tree.platform, actor, invited.value) : invited
    },
  },
  {
    useCase: 'correctPerson',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { personId } = await someone(tree)
      const data = { name: '改名', phone: null, email: null }
      return correctPerson(tree.platform, actor, { personId, version: 1, ...data, reason })
    },
  },
  {
    useCase: 'changeOwnContact',
    may: 'self',
    async attempt(tree, actor) {
      await withPassword(tree, actor)
      const contact = { phone: '0870-2000000', email: null }
      return changeOwnContact(tree.platform, actor, { password: PASSWORD, version: 1, ...contact })
    },
  },
  {
    useCase: 'erasePerson',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { personId, assignmentId } = await someone(tree)
      await endAssignment(tree.platform, tree.administrator, { assignmentId, version: 1, reason })
      return erasePerson(tree.platform, actor, { personId, version: 1, ...ERASURE })
    },
  },
  {
    // Everybody reads what is his to read: of the rest nothing is there (log.test.ts).
    useCase: 'listEvents',
    may: 'self',
    attempt: ({ platform }, actor) => listEvents(platform, actor, {}),
  },
  {
    useCase: 'erasePersonal',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const invited = await invitePerson(tree.platform, tree.administrator, invitation(tree))
      const eventId = await eventOf(tree, invited.ok ? invited.value.personId : '')
      const erased = await erasePersonal(tree.platform, actor, { eventId, ...ERASURE })
      // Whoever may not read the event is not told that it is there.
      return !erased.ok && erased.refusal.code === 'event.not-found' ? MISSING : erased
    },
  },
  {
    useCase: 'blockPerson',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { personId } = await someone(tree)
      return blockPerson(tree.platform, actor, { personId, version: 1, reason })
    },
  },
  {
    useCase: 'unblockPerson',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { personId } = await someone(tree)
      const command = { personId, version: 1, reason }
      await blockPerson(tree.platform, tree.administrator, command)
      return unblockPerson(tree.platform, actor, { ...command, version: 2 })
    },
  },
  {
    useCase: 'makeResetLink',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { personId } = await someone(tree)
      return makeResetLink(tree.platform, actor, { personId, reason })
    },
  },
  {
    useCase: 'giveAssignment',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { personId } = await someone(tree)
      const what = { personId, authorityId: tree.places.own, role: 'reviewer', reason } as const
      return giveAssignment(tree.platform, actor, what)
    },
  },
  {
    useCase: 'setSection',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { assignmentId } = await someone(tree)
      return setSection(tree.platform, actor, { assignmentId, version: 1, section: '法规科' })
    },
  },
  {
    useCase: 'endAssignment',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { assignmentId } = await someone(tree)
      return endAssignment(tree.platform, actor, { assignmentId, version: 1, reason })
    },
  },
  {
    // For somebody else; the holder does it for himself, which is tested with the people.
    useCase: 'appointDeputy',
    may: ADMINISTRATORS,
    attempt: async (tree, actor) => appointDeputy(tree.platform, actor, await deputation(tree)),
  },
  {
    useCase: 'endDeputation',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const { platform, administrator } = tree
      const made = await appointDeputy(platform, administrator, await deputation(tree))
      return made.ok ? endDeputation(platform, actor, { ...made.value, reason }) : made
    },
  },
  {
    useCase: 'handOver',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const from = await someone(tree)
      const to = await addPerson(tree, 'reviewer', tree.places.own)
      const people = { from: from.personId, to: to.personId, authorityId: tree.places.own }
      const what = { ...people, assignmentIds: [from.assignmentId], reason }
      return handOver(tree.platform, actor, what)
    },
  },
  {
    useCase: 'listPeople',
    may: hereAndAbove(...ROLE_IDS),
    attempt: ({ platform, places }, actor) =>
      listPeople(platform, actor, { authorityId: places.own, search: null, after: null, limit: 5 }),
  },
  {
    useCase: 'getPerson',
    may: hereAndAbove(...ROLE_IDS),
    async attempt(tree, actor) {
      const { personId } = await someone(tree)
      return getPerson(tree.platform, actor, { personId })
    },
  },
]
