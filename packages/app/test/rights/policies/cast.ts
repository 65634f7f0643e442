import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Role } from '../../../src/rights/roles.js'
import { TODAY } from '../../people/days.js'
import { addPerson, newTree, type Place } from '../../people/tree.js'
import type { TestServer } from '../../support/servers.js'
import { collectionThings } from './collection.js'
import { feeThings } from './fees.js'
import { letterThings } from './letters.js'
import { materialThings } from './materials.js'
import { overlayThings } from './overlays.js'
import { pastThings } from './past.js'
import { proactiveThings } from './proactive.js'
import { queueThings } from './queue.js'
import { remedyThings } from './remedies.js'
import { repeatThings } from './repeats.js'
import { REQUEST_SECRET, requestThings } from './requests.js'
import { retentionThings } from './retention.js'
import { tokenThings } from './tokens.js'

/** Who tries. Those without an own word hold their role in `own`. */
// biome-ignore format: table
const PERSONAS = {
  administrator:        ['administrator', 'own'],
  officer:              ['disclosureOfficer', 'own'],
  leader:               ['leader', 'own'],
  siblingAdministrator: ['administrator', 'sibling'],
  siblingOfficer:       ['disclosureOfficer', 'sibling'],
  siblingLeader:        ['leader', 'sibling'],
  auditorAbove:         ['auditor', 'parent'],
  supervisorAbove:      ['supervisingOfficer', 'parent'],
  foreignSupervisor:    ['supervisingOfficer', 'foreign'],
} as const satisfies Record<string, readonly [Role, Place]>

/**
 * Beside them: the administrator of the region, an invited person of `own`, nobody (who reads what is public), somebody of another region, and the
 * region itself, which does the work in the background; a token of `own`; whoever has the secret of a request of `own`.
 */
export type Persona =
  | keyof typeof PERSONAS
  | 'regionAdministrator'
  | 'invited'
  | 'nobody'
  | 'elsewhere'
  | 'system'
  | 'token'
  | 'applicant'

type Asker = { readonly tenant: string; readonly person: string; readonly secret?: string }

export type Cast = {
  readonly day: string
  readonly tenant: string
  readonly places: Readonly<Record<Place, string>>
  readonly personas: Readonly<Record<Persona, Asker>>
  /** What the leader of `own` holds. */
  readonly assignment: string
  /** An event and its personal data, of the authority `own` and done by nobody. */
  readonly event: string
  /** Another event of the same, without personal data. */
  readonly bareEvent: string
}

/** A region with people in it, how its owner connects, and things that only some of them may see. */
export async function newCast(server: TestServer): Promise<{ cast: Cast; owner: pg.Client }> {
  const tree = await newTree(server)
  const tenant = tree.platform.tenantId
  const people: Partial<Record<Persona, { tenant: string; person: string }>> = {}
  let assignment = ''
  for (const [persona, [role, place]] of Object.entries(PERSONAS)) {
    const { personId, assignmentId } = await addPerson(tree, role, tree.places[place])
    people[persona as Persona] = { tenant, person: personId }
    if (persona === 'leader') assignment = assignmentId
  }
  const invited = await addPerson(tree, 'leader', tree.places.own)
  const personas = {
    ...people,
    invited: { tenant, person: invited.personId },
    nobody: { tenant, person: '' },
    elsewhere: { tenant: randomUUID(), person: '' },
    regionAdministrator: { tenant, person: tree.founded.personId },
    system: { tenant, person: tenant },
    token: { tenant, person: randomUUID() },
    applicant: { tenant, person: '', secret: REQUEST_SECRET },
  } as Cast['personas']
  const ids = { event: randomUUID(), bareEvent: randomUUID() }
  const cast = { day: TODAY, tenant, places: tree.places, personas, assignment, ...ids }
  const owner = new pg.Client({ connectionString: tree.url })
  await owner.connect()
  for (const statement of [
    ...things(cast),
    ...collectionThings(cast),
    ...queueThings(cast),
    ...pastThings(cast),
    ...tokenThings(cast),
    ...repeatThings(cast),
    ...overlayThings(cast),
    ...requestThings(cast),
    ...retentionThings(cast),
    ...letterThings(cast),
    ...proactiveThings(cast),
    ...materialThings(cast),
    ...remedyThings(cast),
    ...feeThings(cast),
  ])
    await owner.query(statement)
  await tree.close()
  return { cast, owner }
}

/** As the owner, whom no policy keeps from anything. */
function things({ tenant, personas, places, assignment, event, bareEvent }: Cast) {
  const leader = personas.leader.person
  const own = places.own
  const of = (id: string, seq: number) =>
    `('${tenant}', ${seq}, '${id}', now(), '${own}', 'x', 'person', 'x', '{}', '', '')`
  return [
    `update gongkai.person set state = 'invited' where id = '${personas.invited.person}'`,
    `insert into gongkai.authority_change (tenant_id, id, authority_id, kind, happened_on, name_before, name_after)
      values ('${tenant}', gen_random_uuid(), '${own}', 'renamed', '${TODAY}', '石桥乡', '石桥街道')`,
    `insert into gongkai.number_series (tenant_id, id, authority_id, code, purpose, since)
      values ('${tenant}', gen_random_uuid(), '${own}', '石街公开', 'requests', '${TODAY}')`,
    `insert into gongkai.deputation values
      ('${tenant}', gen_random_uuid(), '${assignment}', '${personas.officer.person}', '${TODAY}', '${TODAY}')`,
    `insert into gongkai.credential (tenant_id, person_id) values ('${tenant}', '${leader}')`,
    `insert into gongkai.session (tenant_id, id, token_hash, person_id, created_at, seen_at, expires_at)
      values ('${tenant}', gen_random_uuid(), 'x', '${leader}', now(), now(), now())`,
    `insert into gongkai.link (tenant_id, token_hash, person_id, purpose, made_at, expires_at)
      values ('${tenant}', 'x', '${leader}', 'reset', now(), now())`,
    `insert into gongkai.event (tenant_id, seq, id, happened_at, authority_id, name, subject_kind, subject_id, detail, previous, digest)
      values ${of(event, 1001)}, ${of(bareEvent, 1002)}`,
    `insert into gongkai.event_payload (tenant_id, event_id, sealed) values ('${tenant}', '${event}', 'x')`,
  ]
}
