import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import type { Result } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { listEvents } from '../../src/records/list-events.js'
import { strikeRemedy } from '../../src/remedies/correct-remedy.js'
import { listRemedies } from '../../src/remedies/list-remedies.js'
import { listCounted } from '../../src/requests/count-requests.js'
import { listLetters, readLetter } from '../../src/requests/letters/read-letters.js'
import { listRequests } from '../../src/requests/list-requests.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readLedger, readRequest } from '../../src/requests/read-request.js'
import { listRequestFiles } from '../../src/requests/read-request-file.js'
import { recordStep } from '../../src/requests/record-step.js'
import { renewSecret } from '../../src/requests/renew-secret.js'
import { searchRequests } from '../../src/requests/search-requests.js'
import { strikeStep } from '../../src/requests/strike-step.js'
import { IN_A_WEEK, TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { brought } from '../remedies/given.js'
import { SERVERS } from '../support/servers.js'
import { APPLICANT, registered } from './given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf } from './given-letters.js'

/** What names somebody, each planted where people write it. */
const MARKS = {
  name: APPLICANT.name,
  identity: APPLICANT.idNumber,
  phone: '0999-7654321',
  third: '吴青溪',
  help: '双目失明',
} as const

type Mark = keyof typeof MARKS
type Reader = 'officer' | 'given' | 'section' | 'leader' | 'supervisor' | 'auditor' | 'other'

const ALL: readonly Mark[] = ['name', 'identity', 'phone', 'third', 'help']

// biome-ignore format: a table
const MAY: Readonly<Record<string, Partial<Record<Reader, readonly Mark[] | 'refused'>>>> = {
  '申请及其步骤': { officer: ['name', 'identity', 'phone', 'third', 'help'], given: ['name', 'identity', 'phone', 'third', 'help'], other: 'refused' },
  '逐日台账':     { other: 'refused' },
  '登记簿':       { officer: ['name', 'identity', 'phone', 'help'],          given: ['name', 'identity', 'phone', 'help'],          other: 'refused' },
  '查找':         { officer: ['name', 'identity', 'phone', 'help'],          other: 'refused' },
  '统计所列':     { officer: ['name', 'identity', 'phone', 'help'],          given: ['name', 'identity', 'phone', 'help'],          other: 'refused' },
  '申请人':       { officer: ['name', 'identity'], given: ['name', 'identity'], section: 'refused', leader: 'refused', supervisor: 'refused', auditor: 'refused', other: 'refused' },
  '材料':         { officer: ['name'],             given: ['name'], section: 'refused', leader: 'refused', supervisor: 'refused', auditor: 'refused', other: 'refused' },
  '文书目录':     { given: 'refused', section: 'refused', supervisor: 'refused', auditor: 'refused', other: 'refused' },
  '文书':         { officer: ['name', 'third'], leader: ['name', 'third'], given: 'refused', section: 'refused', supervisor: 'refused', auditor: 'refused', other: 'refused' },
  '复议诉讼':     { officer: ['phone', 'third'], other: 'refused' },
  '记录':         {},
}

const [EMBEDDED] = SERVERS

describe('谁能看到申请中的什么', { skip: EMBEDDED?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  let requestId: string
  let letterId: string
  let readers: Readonly<Record<Reader, Actor>>

  before(async () => {
    assert.ok(EMBEDDED)
    tree = await newTree(EMBEDDED)
    const { places } = tree
    desk = await newDesk(tree, places.own, '石街公开')
    const of = async (role: Parameters<typeof addPerson>[1], place = places.own) =>
      (await addPerson(tree, role, place)).actor
    readers = {
      officer: desk.officer,
      given: await of('sectionHandler'),
      section: await of('sectionHandler'),
      leader: desk.leader,
      supervisor: await of('supervisingOfficer', places.parent),
      auditor: await of('auditor', places.parent),
      other: await of('disclosureOfficer', places.sibling),
    }
    ;({ requestId, letterId } = await plant(tree, desk, readers.given))
  })
  after(() => tree.close())

  const period = () => ({
    ...{ authorityId: tree.places.own, from: TODAY, to: IN_A_WEEK, form: '2021' as const },
    ...{ row: '一', column: '总计', after: null, limit: 10 },
  })
  const page = () => ({ authorityId: tree.places.own, after: null, limit: 10 })

  const WAYS: Readonly<Record<string, (actor: Actor) => Promise<Result<unknown>>>> = {
    申请及其步骤: (actor) => readRequest(tree.platform, actor, requestId),
    逐日台账: (actor) => readLedger(tree.platform, actor, { requestId, asOf: null }),
    登记簿: (actor) =>
      listRequests(tree.platform, actor, { ...page(), queue: 'all', handlerId: null }),
    查找: (actor) => searchRequests(tree.platform, actor, { ...page(), words: MARKS.name }),
    统计所列: (actor) => listCounted(tree.platform, actor, period()),
    申请人: (actor) => readApplicant(tree.platform, actor, requestId),
    材料: (actor) => listRequestFiles(tree.platform, actor, requestId),
    文书目录: (actor) => listLetters(tree.platform, actor, requestId),
    文书: (actor) => readLetter(tree.platform, actor, { requestId, letterId }),
    复议诉讼: (actor) =>
      listRemedies(tree.platform, actor, {
        ...{ ...page(), queue: 'all', requestId: null, below: false, kind: null, result: null },
      }),
    记录: (actor) => listEvents(tree.platform, actor, {}),
  }

  for (const [way, read] of Object.entries(WAYS)) {
    it(way, async () => {
      const seen: Partial<Record<string, readonly Mark[] | 'refused'>> = {}
      for (const [reader, actor] of Object.entries(readers)) {
        const result = await read(actor)
        const text = JSON.stringify(result)
        const marks = ALL.filter((mark) => text.includes(MARKS[mark]))
        if (!result.ok) seen[reader] = 'refused'
        else if (marks.length > 0) seen[reader] = marks
      }
      assert.deepEqual(seen, MAY[way])
    })
  }

  it('数据库中写有这些内容的，只有下列各栏；任务、通知、记录、邮件中都没有', async () => {
    assert.deepEqual(await columnsWith(tree, Object.values(MARKS)), [
      'gongkai.remedy.struck_reason',
      'gongkai.request.help',
      'gongkai.request.proof',
      'gongkai.request.wanted',
      'gongkai.request.wanted_title',
      'gongkai.request_file.name',
      'gongkai.request_person.name',
      'gongkai.request_step.note',
      'gongkai.request_step.step',
      'gongkai.request_step.struck_reason',
    ])
  })
})

/** A request whose every field that people fill in names somebody, a letter, a remedy, and work that was given to a section. */
async function plant(tree: Tree, desk: Desk, given: Actor) {
  const { platform, places } = tree
  const { name, identity, phone, third, help } = MARKS
  const { request } = await registered(platform, desk.officer, places.own, {
    proof: `${name}当面交来`,
    wanted: {
      ...{ title: `${name}住宅征收决定`, number: null, form: 'paper', way: 'post', help },
      wanted: `本人${name}（电话${phone}，身份证${identity}）住宅的征收档案`,
    },
    files: [
      {
        ...{ id: randomUUIDv7(), purpose: 'identity', name: `${name}身份证.pdf` },
        ...{ mediaType: 'application/pdf', bytes: 1, digest: '0'.repeat(64) },
      },
    ],
  })
  const step = (version: number, on: Parameters<typeof recordStep>[2]['step'], note: string) =>
    recordStep(platform, desk.officer, { requestId: request.id, version, step: on, note })
  const whom = { consultation: third, whom: 'thirdParty' } as const
  let now = done(
    await step(request.version, { name: 'consult', on: TODAY, ...whom }, `电话${phone}`),
  )
  now = done(
    await step(now.version, { name: 'consultationArrives', on: TODAY, consultation: third }, third),
  )
  now = done(
    await strikeStep(platform, desk.officer, {
      ...{ requestId: request.id, version: now.version, no: 2 },
      reason: `${name}（${identity}）来电，尚未送达`,
    }),
  )
  done(
    await renewSecret(platform, desk.officer, {
      ...{ requestId: request.id, version: now.version, proof: `当面核验${name}的居民身份证` },
    }),
  )
  const draft = draftOf('decision', 'refusal', ['thirdPartyRights'], {
    ...{ wanted: '住宅的征收档案', thirdParties: [third] },
  })
  const letter = await approved(platform, desk, request.id, draft)
  await giveWork(tree, request.id, desk, given)
  await strikeOne(tree, desk, request.id)
  return { requestId: request.id, letterId: refOf(letter).letterId }
}

/** 交办: as it stands in the database. */
async function giveWork(tree: Tree, requestId: string, desk: Desk, to: Actor) {
  const owner = await tree.owner()
  await owner.query(
    `insert into gongkai.request_task (tenant_id, id, request_id, authority_id, person_id, task, asked_by, asked_at)
      values ($1, gen_random_uuid(), $2, $3, $4, '提供材料', $5, now())`,
    [tree.platform.tenantId, requestId, tree.places.own, to.personId, desk.officer.personId],
  )
}

/** A remedy that was registered by mistake. */
async function strikeOne(tree: Tree, desk: Desk, requestId: string) {
  const { id, version } = await brought(tree.platform, desk.officer, tree.places.own, { requestId })
  const command = { remedyId: id, version, reason: `${MARKS.third}不是当事人，电话${MARKS.phone}` }
  done(await strikeRemedy(tree.platform, desk.officer, command))
}

/** The columns of the whole database, whatever their type, in which one of these is read. */
async function columnsWith(tree: Tree, marks: readonly string[]): Promise<readonly string[]> {
  const owner = await tree.owner()
  const { rows } = await owner.query<{ at: string; table: string; column: string }>(
    `select c.oid::regclass::text as table, attname::text as column, n.nspname || '.' || c.relname || '.' || attname as at
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where attnum > 0 and not attisdropped and c.relkind = 'r' and n.nspname in ('gongkai', 'gongkai_jobs')`,
  )
  const found: string[] = []
  for (const { at, table, column } of rows) {
    const hit = await owner.query(
      `select from ${table} where exists (select from unnest($1::text[]) m where strpos("${column}"::text, m) > 0) limit 1`,
      [marks],
    )
    if (hit.rowCount) found.push(at)
  }
  return found.toSorted()
}
