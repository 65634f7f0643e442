import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { runJob } from '../../src/queue/run-job.js'
import { recordAdvice } from '../../src/requests/advices/record-advice.js'
import { sealFiling } from '../../src/requests/filing/filing.js'
import { handleTogether } from '../../src/requests/joins/handle-together.js'
import { keepRequestFiles } from '../../src/requests/keep-files.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { addMaterials } from '../../src/requests/materials/add-materials.js'
import { sealMaterial } from '../../src/requests/materials/material.js'
import { readRequest } from '../../src/requests/read-request.js'
import { recordStep } from '../../src/requests/record-step.js'
import { keepMaterial, sealIntoStore } from '../../src/requests/request-files.js'
import { decideErasure, proposeErasure } from '../../src/requests/retention/decide-erasure.js'
import { eraseJob } from '../../src/requests/retention/erase-job.js'
import { readRetention } from '../../src/requests/retention/read-retention.js'
import { recordSearch } from '../../src/requests/searches/record-search.js'
import { giveTasks } from '../../src/requests/tasks/give-tasks.js'
import { takeBackTask } from '../../src/requests/tasks/take-back-task.js'
import { folderStore } from '../../src/storage/file-store.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { brought } from '../remedies/given.js'
import { newFolder, SERVERS } from '../support/servers.js'
import { onErased } from './erased-cases.js'
import { APPLICANT, registered } from './given.js'
import { filedAway } from './given-closed.js'
import {
  ADVISED,
  approved,
  type Desk,
  done,
  draftOf,
  newDesk,
  refOf,
  refusalOf,
  SEARCHED,
} from './given-letters.js'

/** An invented name, put wherever words can stand. */
const MARK = '欧阳青禾'

/** Tables of requests that hold nothing personal of those who ask. Whoever adds a table erases it or says here why not. */
const NOTHING_PERSONAL: Readonly<Record<string, string>> = {
  request_fee: 'units and money',
  request_letter_approval: 'members of staff, by their ids',
  request_news: 'what happened by its kind, and by which way it was told',
  remedy_instance:
    'the number of a case before a public body, and days: Table 4 is counted from it',
  withheld: 'grounds and days; it goes with the erasing',
}

/** Columns that take any text by the database and stay: codes that the product writes, and what the tables, the ledger and the series of numbers need. */
// biome-ignore format: a list
const KEPT: readonly string[] = [
  'remedy.body', 'remedy.decision_number', 'remedy.ground',
  // What is public to everybody.
  'proactive_proposal.published_address', 'proactive_proposal.published_title',
  'request_correction.changed', 'request.counted_under', 'request.grounds', 'request.next_what', 'request.number', 'request.original_number',
  'request_file.media_type', 'request_material.media_type', 'request_person.id_kind',
]

type Column = { readonly at: string; readonly type: string }

const [server] = SERVERS

describe('清除个人信息不遗漏任何一张表', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  let requestId: string
  const store = folderStore(newFolder())
  const files = { ...store, inspect: async () => {} }
  const query = async <T>(text: string, values: readonly unknown[] = []) => {
    const owner = await tree.owner()
    return (await owner.query(text, [...values])).rows as T[]
  }

  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
    requestId = await full()
  })
  after(() => tree.close())

  /** A request with a row in every table, and files in the store. */
  async function full(): Promise<string> {
    const { platform, places } = tree
    const sent = { name: '身份证.pdf', bytes: PDF, purpose: 'identity' } as const
    const kept = done(await keepRequestFiles(platform, files, [sent], null))
    const { request } = await registered(platform, desk.officer, places.own, { files: kept })
    const { id } = request
    done(await recordSearch(platform, desk.officer, { requestId: id, ...SEARCHED }))
    const { version } = done(await readRequest(platform, desk.officer, id)).request
    done(await recordAdvice(platform, desk.officer, { requestId: id, version, ...ADVISED }))
    await joined(id)
    const share = { personIds: [desk.leader.personId ?? ''], task: MARK, dueOn: null }
    const [task] = done(await giveTasks(platform, desk.officer, { requestId: id, ...share }))
    assert.ok(task)
    const ref = { requestId: id, taskId: task.id, version: task.version }
    const back = { ...ref, reason: MARK, to: null, dueOn: null }
    done(await takeBackTask(platform, desk.officer, back))
    const owner = { actor: desk.officer, requestId: id }
    const material = done(
      await keepMaterial(platform, files, { name: 'x.pdf', bytes: PDF, ...owner }),
    )
    done(await addMaterials(platform, desk.officer, { requestId: id, files: [material] }))
    const named = { name: MARK, mediaType: 'application/pdf' }
    const made = async () => ({ ...(await sealIntoStore(platform, files, owner, PDF)), ...named })
    await query(
      `update gongkai.request_material set marks = $1, result = $2 where request_id = $3`,
      [
        sealMaterial(platform, material.id, 'marks', { boxes: [], passages: [] }),
        sealMaterial(platform, material.id, 'result', {
          ...{ ok: true, on: TODAY, withheld: [], problems: [] },
          ...{ file: await made(), index: await made() },
        }),
        id,
      ],
    )
    const letter = await approved(
      ...([platform, desk, id, draftOf('decision', 'disclosure', ['disclosed'])] as const),
    )
    const way = { way: 'post', proof: 'XA00000000000' } as const
    done(await sendLetter(platform, desk.officer, { ...refOf(letter), on: TODAY, ...way }))
    await brought(platform, desk.officer, places.own, { requestId: id })
    await query(
      `update gongkai.remedy set struck_at = now(), struck_by = $2, struck_reason = 'x' where request_id = $1`,
      [id, desk.officer.personId],
    )
    const filed = { ok: true, problems: [], printed: await made(), packed: await made() } as const
    const result = sealFiling(platform, { request_id: id, no: 1 }, 'result', filed)
    const who = [platform.tenantId, id, places.own, desk.officer.personId]
    await query(
      `insert into gongkai.request_filing (tenant_id, request_id, no, authority_id, state, result, job_id, asked_by, asked_at, filed_on)
        values ($1, $2, 1, $3, 'filed', $5, gen_random_uuid(), $4, now(), '2026-01-05')`,
      [...who, result],
    )
    await query(
      `insert into gongkai.request_hold values ($1, gen_random_uuid(), $2, $3, 'x', $4, now(), $4, now(), 'x')`,
      who,
    )
    await query(
      `insert into gongkai.proactive_proposal (tenant_id, id, request_id, authority_id, file_ids, title, reason, says, proposed_by, proposed_on,
          decision, decided_by, decided_on, decided_reason, published_on, published_title, published_address, published_by)
        values ($1, gen_random_uuid(), $2, $3, '{}', 'x', 'interests', 'x', $4, '2026-01-05',
          'accepted', gen_random_uuid(), '2026-01-05', 'x', '2026-01-05', 'x', 'x', $4)`,
      who,
    )
    await query(
      `insert into gongkai.reevaluation (tenant_id, id, request_id, authority_id, outcome, happened_on, reason, next_on, recorded_by)
        values ($1, gen_random_uuid(), $2, $3, 'withheld', '2026-01-05', 'x', '2027-01-05', $4)`,
      who,
    )
    await query(
      `insert into gongkai.request_correction values ($1, $2, 1, $3, '{people}', 'x', 'x', 'x', $4, now())`,
      who,
    )
    await query(
      `insert into gongkai.request_fee (tenant_id, letter_id, request_id, authority_id, way, first_unit, last_unit, yuan, how_to_pay)
        values ($1, $4, $2, $3, 'byItem', 1, 1, 10, 'x')`,
      [...who.slice(0, 3), letter.id],
    )
    await query(
      `insert into gongkai.request_fee_entry (tenant_id, letter_id, no, request_id, authority_id, kind, happened_on, yuan, reason, recorded_by, recorded_at)
        values ($1, $5, 1, $2, $3, 'refunded', '2026-01-05', 10, 'x', $4, now())`,
      [...who, letter.id],
    )
    return id
  }

  /** Joins the request to another, which is over then. */
  async function joined(requestId: string): Promise<void> {
    const { platform, places } = tree
    const { request: other } = await registered(platform, desk.officer, places.own)
    const { version } = done(await readRequest(platform, desk.officer, requestId)).request
    const leader = { leaderNumber: other.requestNumber, reason: MARK }
    done(await handleTogether(platform, desk.officer, { requestId, version, ...leader }))
    const step = { name: 'withdraw', on: TODAY } as const
    const ref = { requestId: other.id, version: other.version }
    done(await recordStep(platform, desk.officer, { ...ref, step, note: MARK }))
  }

  /** Every table that hangs on a request, however far, and the request itself. */
  const tables = async () => {
    const rows = await query<{ name: string }>(
      `with recursive hangs (oid) as (
          select 'gongkai.request'::regclass::oid
          union select f.conrelid from pg_constraint f join hangs h on f.confrelid = h.oid where f.contype = 'f')
        select c.relname as name from pg_class c where c.relnamespace = 'gongkai'::regnamespace and c.relkind = 'r'
          and (c.oid in (select oid from hangs) or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'request_id'))
        order by 1`,
    )
    return rows.map(({ name }) => name)
  }
  const columns = (of: readonly string[]) =>
    query<Column>(
      `select c.relname || '.' || a.attname as at, format_type(a.atttypid, null) as type
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'gongkai'::regnamespace and c.relname = any ($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'bytea'::regtype) order by 1`,
      [of],
    )
  /** Writes the mark into a column, in every row another, since some must differ; false where the database takes none: it is a code. */
  const marked = async ({ at, type }: Column) => {
    const [table, column] = at.split('.')
    const value =
      type === 'text' ? `concat(${column}, '${MARK}', ctid)` : `array_append(${column}, '${MARK}')`
    return query(`update gongkai.${table} set ${column} = ${value}`).then(
      () => true,
      () => false,
    )
  }

  it('每张与申请相连的表，或者写在清除之中，或者写明不含个人信息', async () => {
    const [source] = await query<{ text: string }>(
      `select string_agg(pg_get_functiondef(p.oid), '') as text from pg_proc p
        where p.pronamespace = 'gongkai'::regnamespace and p.proname in ('erase_request', 'erase_fee_reasons', 'erase_corrections', 'erase_advices', 'erase_joins', 'erase_proposals', 'erase_reevaluations', 'files_removed')`,
    )
    const forgotten = (await tables()).filter(
      (name) => !source?.text.includes(`update ${name} `) && !NOTHING_PERSONAL[name],
    )
    assert.deepEqual(forgotten, [])
  })

  it('每一栏都写上姓名，清除后数据库、附件中都不再有', async () => {
    const { platform, places } = tree
    const reached = (await tables()).filter((name) => !NOTHING_PERSONAL[name])
    for (const name of reached) {
      const rows = await query(`select from gongkai.${name}`)
      assert.ok(rows.length > 0, `${name} has no row to be erased`)
    }
    const all = await columns(reached)
    for (const column of all) if (column.type !== 'bytea') await marked(column)
    const digests = async () => {
      const found = []
      for await (const digest of store.digests()) found.push(digest)
      return found.length
    }
    assert.equal(await digests(), 6)

    await filedAway(tree)
    const later = { ...platform, now: () => new Date('2057-01-01T01:00:00Z') }
    const { due } = done(await readRetention(later, desk.officer, places.own))
    const propose = { authorityId: places.own, due, reason: '保存期限届满' }
    const { id: erasureId } = done(await proposeErasure(later, desk.officer, propose))
    const decision = { erasureId, decision: 'approved', reason: null } as const
    done(await decideErasure(later, desk.leader, decision))
    await runJob(later, eraseJob(store), {
      ...{ id: '019b8a5e-0000-7000-8000-000000000001', signal: new AbortController().signal },
      data: { tenantId: platform.tenantId, data: { erasureId } },
    })

    const left: string[] = []
    for (const { at, type } of all) {
      const [table, column] = at.split('.')
      const holds = type === 'bytea' ? `octet_length(${column}) > 0` : `${column}::text like $1`
      const values = type === 'bytea' ? [] : [`%${MARK}%`]
      const rows = await query(`select from gongkai.${table} where ${holds}`, values)
      if (rows.length > 0) left.push(at)
    }
    assert.deepEqual(left.toSorted(), [...KEPT, 'request.secret_hash'].toSorted())
    assert.equal(await digests(), 0)

    // Nor beside the tables of requests: events, notices, jobs, whatever there is.
    const every = await query<{ at: string }>(
      `select table_schema || '.' || table_name as at from information_schema.tables
        where table_schema in ('gongkai', 'gongkai_jobs') and table_type = 'BASE TABLE'`,
    )
    const names = [APPLICANT.name, APPLICANT.idNumber]
    for (const { at } of every) {
      const rows = await query<{ row: string }>(`select t::text as row from ${at} t`)
      const told = rows.filter(({ row }) => names.some((name) => row.includes(name)))
      assert.deepEqual(told, [], at)
    }
    const sealed = await query(
      `select from gongkai.event_payload p join gongkai.event e on e.id = p.event_id
        where e.subject_kind = 'request' and e.subject_id = $1 and p.sealed is not null`,
      [requestId],
    )
    assert.equal(sealed.length, 0)
  })

  it('清除后的申请：不能再办理的说明为什么，能看的照样能看，没有一项出错，也没有写入任何内容', async () => {
    const { request } = done(await readRequest(tree.platform, desk.officer, requestId))
    assert.ok(request.erasedAt)
    const idOf = async (table: string) => {
      const [row] = await query<{ id: string }>(
        `select id from gongkai.${table} where request_id = $1 limit 1`,
        [requestId],
      )
      return row?.id ?? ''
    }
    const left = {
      ...{ letter: await idOf('request_letter'), task: await idOf('request_task') },
      ...{ material: await idOf('request_material'), search: await idOf('request_search') },
      ...{ advice: await idOf('request_advice'), proposal: await idOf('proactive_proposal') },
      ...{ file: await idOf('request_file'), remedy: await idOf('remedy') },
    }
    const answers: string[] = []
    const expected: string[] = []
    for (const [name, code, attempt] of onErased(tree, desk, request, left, store)) {
      expected.push(`${name} ${code}`)
      const answer = await attempt().catch((fault: unknown) => `fault ${fault}`)
      answers.push(`${name} ${typeof answer === 'string' ? answer : refusalOf(answer)}`)
    }
    assert.deepEqual(answers, expected)
    const { request: after } = done(await readRequest(tree.platform, desk.officer, requestId))
    assert.deepEqual(after, request)
  })
})

const PDF = Buffer.from('%PDF-1.7 x')
