import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, ok } from '@gongkai/law'
import { textParts } from '@gongkai/report'
import { checkReport } from '../../src/checks/check-report.js'
import { type SharedSiblings, siblingsIn } from '../../src/checks/shared-siblings.js'
import { board } from '../../src/collection/board.js'
import type { Checker } from '../../src/collection/check-aside.js'
import { checkDraft } from '../../src/collection/check-draft.js'
import { listFindings } from '../../src/collection/list-findings.js'
import { listReports, type ReportSort } from '../../src/collection/list-reports.js'
import { readReport } from '../../src/collection/read-report.js'
import { reachedToday } from '../../src/collection/reminder-days.js'
import type { ReportState } from '../../src/collection/states.js'
import { FILE_REFUSALS } from '../../src/files/refusals.js'
import { createPool } from '../../src/pool/create-pool.js'
import type { Role } from '../../src/rights/roles.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { addPerson, newTree, type Place, type Tree } from '../people/tree.js'
import { ANY_SERVER, SERVERS } from '../support/servers.js'
import { type Made, madeReport } from './made.js'
import { asOwner, codeOf, goodReport, granted } from './support.js'

const STATES: readonly ReportState[] = [
  'notStarted',
  'draft',
  'returned',
  'submitted',
  'accepted',
  'published',
]

for (const server of ANY_SERVER) {
  describe(`列表和待办 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    const made = new Map<ReportState, Made>()
    before(async () => {
      tree = await newTree(server)
      const { own, parent } = tree.places
      for (const state of STATES) {
        made.set(state, await madeReport(tree, { collector: parent, authority: own }, state))
      }
    })
    after(() => tree.close())

    const as = async (role: Role, place: Place) =>
      (await addPerson(tree, role, tree.places[place])).actor

    // biome-ignore format: table
    const SEES: readonly (readonly [who: string, role: Role, place: Place, states: readonly ReportState[]])[] = [
      ['本机关联络员',         'disclosureOfficer',  'own',     ['notStarted', 'draft', 'returned', 'submitted', 'accepted', 'published']],
      ['上级主管部门',         'supervisingOfficer', 'parent',  ['notStarted', 'draft', 'returned', 'submitted', 'accepted', 'published']],
      ['其他机关联络员',       'disclosureOfficer',  'sibling', ['published']],
      ['其他机关的主管部门',   'supervisingOfficer', 'foreign', ['published']],
    ]
    for (const [who, role, place, states] of SEES) {
      for (const sort of ['year', 'dueOn', 'authority'] as const) {
        it(`${who}按${sort}逐页看到：${states.length}份，每份一次`, async () => {
          const found = await allPages(await as(role, place), sort)
          assert.deepEqual(found.toSorted(), states.toSorted())
        })
      }
    }

    async function allPages(actor: Awaited<ReturnType<typeof as>>, sort: ReportSort) {
      const found: string[] = []
      for (let after = null; ; ) {
        const query = { sort, after, limit: 2, total: true } as const
        const page = granted(await listReports(tree.platform, actor, query))
        found.push(...page.items.map(({ state }) => state))
        if (page.next === null) {
          assert.equal(page.total, found.length)
          return found
        }
        after = page.next as never
      }
    }

    it('按机关名称的一部分查找报告和进度', async () => {
      const { collectionId } = made.get('draft') ?? { collectionId: '' }
      const supervisor = await as('supervisingOfficer', 'parent')
      for (const [q, found] of [
        ['桥街', STATES.length],
        ['云岭县民政', 0],
      ] as const) {
        const query = { sort: 'year', after: null, limit: 100, q } as const
        const { items } = granted(await listReports(tree.platform, supervisor, query))
        const { rows } = granted(await board(tree.platform, supervisor, { collectionId, q }))
        assert.deepEqual([items.length, rows.length], [found, Math.min(found, 1)], q)
      }
    })

    it('按年度的：年度从近到远，同一年度依机关名册次序', async () => {
      const { items } = granted(
        await listReports(tree.platform, await as('supervisingOfficer', 'parent'), {
          ...{ sort: 'year', after: null, limit: 100 },
        }),
      )
      const years = items.map(({ reportYear }) => reportYear)
      assert.ok(new Set(years).size > 1)
      assert.deepEqual(
        years,
        years.toSorted((one, other) => other - one),
      )
    })

    // biome-ignore format: table
    const TODOS: readonly (readonly [who: string, role: Role, place: Place, kinds: readonly string[]])[] = [
      ['本机关联络员',         'disclosureOfficer',  'own',     ['publish', 'rework', 'write', 'write']],
      ['本机关负责人',         'disclosureHead',     'own',     ['correction', 'publish']],
      ['上级主管部门',         'supervisingOfficer', 'parent',  ['review']],
      ['上级系统管理员',       'administrator',      'parent',  ['invitation']],
      ['其他机关联络员',       'disclosureOfficer',  'sibling', []],
      ['其他机关的主管部门',   'supervisingOfficer', 'foreign', []],
      ['审计员',               'auditor',            'own',     []],
    ]
    for (const [who, role, place, kinds] of TODOS) {
      it(`${who}的待办`, async () => {
        const invited = await addPerson(tree, 'leader', tree.places.own)
        const invite = `update gongkai.person set state = case when id = $1 then 'invited' else 'active' end`
        await asOwner(tree, invite, [invited.personId])
        const { items, counts } = granted(await listTodos(tree.platform, await as(role, place)))
        assert.deepEqual(items.map(({ kind }) => kind).toSorted(), kinds)
        assert.equal(
          counts.reduce((all, { count }) => all + count, 0),
          kinds.length,
        )
      })
    }

    it('过了到期日，主管部门的待办中有逾期未报送的', async () => {
      const now = () => new Date('2026-02-03T01:00:00Z')
      const supervisor = await as('supervisingOfficer', 'parent')
      const { counts } = granted(await listTodos({ ...tree.platform, now }, supervisor))
      assert.deepEqual(counts, [
        { kind: 'review', count: 1 },
        { kind: 'late', count: 3 },
      ])
    })

    it('发现清单不含已经说明保留的', async () => {
      const { collectionId, reportId } = made.get('submitted') ?? { collectionId: '', reportId: '' }
      const supervisor = await as('supervisingOfficer', 'parent')
      const rules = async () =>
        granted(await listFindings(tree.platform, supervisor, collectionId)).map(
          ({ file, findings }) => [file, findings.map(({ rule }) => rule)],
        )
      assert.deepEqual(await rules(), [['石桥街道办事处', ['y']]])
      await asOwner(
        tree,
        `update gongkai.report_waiver set rule = 'y', place = 'y', value = 'y' where report_id = $1`,
        [reportId],
      )
      assert.deepEqual(await rules(), [['石桥街道办事处', []]])
    })

    // biome-ignore format: table
    const STEPS: readonly (readonly [who: string, role: Role, place: Place, state: ReportState, steps: readonly string[]])[] = [
      ['联络员，未开始',       'disclosureOfficer',  'own',    'notStarted', ['start']],
      ['联络员，编制中',       'disclosureOfficer',  'own',    'draft',      ['start', 'save', 'submit']],
      ['负责人，编制中',       'disclosureHead',     'own',    'draft',      ['submit']],
      ['主管部门，已报送',     'supervisingOfficer', 'parent', 'submitted',  ['return', 'accept']],
      ['联络员，已报送',       'disclosureOfficer',  'own',    'submitted',  []],
      ['负责人，起草了更正',   'disclosureHead',     'own',    'published',  ['correct', 'withdraw']],
    ]
    for (const [who, role, place, state, steps] of STEPS) {
      it(`可以办理的步骤：${who}`, async () => {
        const reportId = made.get(state)?.reportId ?? ''
        const view = granted(await readReport(tree.platform, await as(role, place), { reportId }))
        assert.deepEqual(view.steps, steps)
      })
    }
  })
}

describe('检查在另一线程进行', { skip: SERVERS[0]?.skip ?? false }, () => {
  let tree: Tree
  before(async () => {
    const [server] = SERVERS
    assert.ok(server)
    tree = await newTree(server)
  })
  after(() => tree.close())

  const draft = async () => {
    const { own } = tree.places
    const place = { collector: own, authority: own }
    const made = await madeReport(tree, place, 'draft', (year) => goodReport('石桥街道', year))
    const { actor } = await addPerson(tree, 'disclosureOfficer', own)
    return { reportId: made.reportId, actor }
  }

  it('其间又保存了的，检查新的内容', async () => {
    const { reportId, actor } = await draft()
    let checks = 0
    const checker: Checker = async (document, against) => {
      checks += 1
      const saved = 'update gongkai.annual_report set version = version + 1 where id = $1'
      if (checks === 1) await asOwner(tree, saved, [reportId])
      return ok(checkReport(document, against))
    }
    const check = granted(await checkDraft(tree.platform, actor, reportId, checker))
    assert.deepEqual([checks, check.versionNo], [2, 2])
  })

  it('其他机关报送的文字读一次，供各份报告检查，直到又有机关报送', async () => {
    const pool = createPool({ jobs: 1, timeoutMs: 60_000 })
    const { own, parent, sibling, foreign } = tree.places
    const put = (authority: string, state: ReportState, beside: Made | null) =>
      madeReport(
        tree,
        { collector: own, authority },
        state,
        (y) => goodReport('石桥街道', y),
        beside,
      )
    const handIn = async (authority: string) => {
      const { reportId } = await put(authority, 'submitted', first)
      const texts = JSON.stringify(textParts(goodReport('青溪区', first.reportYear)))
      await asOwner(tree, 'alter table gongkai.report_version disable trigger keep_version')
      const set = 'update gongkai.report_version set texts = $1 where report_id = $2'
      await asOwner(tree, set, [texts, reportId])
    }
    const given: SharedSiblings[] = []
    const rulesOf = async (authority: string, reportId: string) => {
      const { actor } = await addPerson(tree, 'disclosureOfficer', authority)
      const checker: Checker = async (document, against, siblings) => {
        given.push(siblings)
        return pool.checkSaved(document, against, siblings)
      }
      const { findings } = granted(await checkDraft(tree.platform, actor, reportId, checker))
      return findings.map(({ rule }) => rule)
    }
    const first = await put(own, 'draft', null)
    const second = await put(parent, 'draft', first)
    assert.equal((await rulesOf(own, first.reportId)).includes('SIB-01'), false)
    await handIn(sibling)
    assert.equal((await rulesOf(own, first.reportId)).includes('SIB-01'), true)
    assert.equal((await rulesOf(parent, second.reportId)).includes('SIB-01'), true)
    await handIn(foreign)
    await rulesOf(own, first.reportId)
    await pool.close()
    const [none, one, same, two] = given
    assert.equal(none?.stamp, '')
    assert.equal(one?.bytes, same?.bytes)
    const [before, after] = [one, two].map((each) => (each ? siblingsIn(each) : []))
    assert.deepEqual([before?.length, after?.length], [1, 2])
    // What was handed in before is not read anew in the thread.
    assert.ok(before?.every((each) => after?.includes(each)))
  })

  it('没有检查完的，照实答复，不留结果', async () => {
    const { reportId, actor } = await draft()
    await asOwner(tree, 'delete from gongkai.report_finding where report_id = $1', [reportId])
    const slow: Checker = async () => FILE_REFUSALS.tooSlow(8, false)
    const refused = await checkDraft(tree.platform, actor, reportId, slow)
    assert.equal(codeOf(refused), 'file.too-slow')
    const view = granted(await readReport(tree.platform, actor, { reportId }))
    assert.equal(view.check, null)
  })
})

describe('提醒的日子', () => {
  const DUE = localDate('2026-01-31')
  // biome-ignore format: table
  const DAYS: readonly (readonly [day: string, milestone: number | null])[] = [
    ['2025-12-31', null],
    ['2026-01-01', 30],
    ['2026-01-03', 30],
    ['2026-01-04', null],
    ['2026-01-24', 7],
    ['2026-01-26', 7],
    ['2026-01-27', null],
    ['2026-01-29', null],
    ['2026-01-30', 1],
    ['2026-01-31', 1],
    ['2026-02-01', -1],
    ['2026-02-03', -1],
    ['2026-02-04', null],
    ['2026-02-07', -7],
    ['2026-02-10', null],
  ]
  for (const [day, milestone] of DAYS) {
    it(`${day}：${milestone ?? '不提醒'}`, () => {
      assert.equal(reachedToday(DUE, localDate(day))?.milestone ?? null, milestone)
    })
  }
})
