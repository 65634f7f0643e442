import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, ok } from '@gongkai/law'
import { sql } from 'kysely'
import { changeAuthority } from '../../src/authorities/change-authority.js'
import { dissolveAuthority } from '../../src/authorities/dissolve-authority.js'
import { mergeAuthorities } from '../../src/authorities/merge-authorities.js'
import type { ReorganisedAuthority } from '../../src/authorities/pass-on.js'
import { splitAuthority } from '../../src/authorities/split-authority.js'
import { board } from '../../src/collection/board.js'
import { closeReport, reopenReport } from '../../src/collection/close-report.js'
import { publishReport } from '../../src/collection/publish-report.js'
import { readReport } from '../../src/collection/read-report.js'
import { startReport } from '../../src/collection/start-report.js'
import { withdrawPublished } from '../../src/collection/withdraw-published.js'
import type { Actor } from '../../src/context.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { listYear } from '../../src/portal/list-year.js'
import { migrate } from '../../src/storage/migrate.js'
import { transact } from '../../src/storage/transact.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { ask } from '../backup/copies.js'
import { madeReport } from '../collection/made.js'
import {
  asOwner,
  type County,
  codeOf,
  EDUCATION,
  FINANCE,
  goodReport,
  granted,
  newCounty,
} from '../collection/support.js'
import { addAuthority, addPerson } from '../people/tree.js'
import { emptyDatabase } from '../support/database.js'
import { ANY_SERVER } from '../support/servers.js'

/** Merged one after the other, or dissolved, before there was a carrier: 甲 into 乙, 乙 into 丙, 丁 with what it left to 乙. */
const BEFORE = `
  insert into gongkai.tenant values ('${uuid(9)}', '云岭县', null, now());
  insert into gongkai.authority (tenant_id, id, parent_id, name, kind, level, dissolved_on) values
    ('${uuid(9)}', '${uuid(0)}', null, '云岭县人民政府', 'government', 'county', null),
    ('${uuid(9)}', '${uuid(1)}', '${uuid(0)}', '甲局', 'department', 'county', '2024-01-01'),
    ('${uuid(9)}', '${uuid(2)}', '${uuid(0)}', '乙局', 'department', 'county', '2025-01-01'),
    ('${uuid(9)}', '${uuid(3)}', '${uuid(0)}', '丙局', 'department', 'county', null),
    ('${uuid(9)}', '${uuid(4)}', '${uuid(0)}', '丁局', 'department', 'county', '2024-06-01');
  insert into gongkai.authority_change (tenant_id, id, authority_id, kind, happened_on, successor_id) values
    ('${uuid(9)}', '${uuid(5)}', '${uuid(1)}', 'merged', '2024-01-01', '${uuid(2)}'),
    ('${uuid(9)}', '${uuid(6)}', '${uuid(2)}', 'merged', '2025-01-01', '${uuid(3)}'),
    ('${uuid(9)}', '${uuid(7)}', '${uuid(4)}', 'dissolved', '2024-06-01', '${uuid(2)}');`

function uuid(last: number) {
  return `01900000-0000-7000-8000-00000000000${last}`
}

const WHEN = { happenedOn: localDate('2026-01-05'), reason: '机构改革方案' }
const DEPARTMENT = { kind: 'department', level: 'county' } as const

for (const server of ANY_SERVER) {
  describe(`未了事项的承接 ${server.name}`, { skip: server.skip ?? false }, () => {
    let county: County
    before(async () => {
      county = await newCounty(server)
      const ended = `update gongkai.assignment set until = '2025-12-31', since = '2025-12-01' where authority_id = $1`
      await asOwner(county, ended, [county.finance])
    })
    after(() => county.close())

    const at = async (authorityId: string) => {
      const [row] = await asOwner(county, 'select version from gongkai.authority where id = $1', [
        authorityId,
      ])
      return { authorityId, version: Number(row?.version) }
    }
    const made = (state: 'draft' | 'accepted' | 'published', authority = county.finance) =>
      madeReport(county, { collector: county.government, authority }, state, (year) =>
        goodReport(FINANCE, year),
      )
    /** How many rows the database lets this person touch. */
    const touched = async (actor: Actor, reportId: string) => {
      const { value } = await transact(county.platform, actor, async ({ tx }) => {
        const { numAffectedRows } =
          await sql`update annual_report set version = version where id = ${reportId}`.execute(tx)
        return ok(Number(numAffectedRows))
      })
      return value
    }
    const start = (actor: Actor, reportId: string) =>
      startReport(
        county.platform,
        actor,
        { reportId, version: 1, from: { kind: 'blank' } },
        county.files,
      )

    it('并入：承接机关的人员有权办理未办结的、更正撤回已公布的，收到通知和待办，进度表写明由谁承接', async () => {
      const { platform, administrator: by, finance, education, people } = county
      const [draft, accepted, published] = [
        await made('draft'),
        await made('accepted'),
        await made('published'),
      ]
      const { siblingOfficer: officer, siblingHead: head, supervisor } = people
      assert.equal(codeOf(await start(officer, draft.reportId)), 'right.missing')
      assert.equal(await touched(officer, draft.reportId), 0)
      const merged = granted(
        await mergeAuthorities(platform, by, {
          authorities: [await at(finance)],
          into: { kind: 'existing', ...(await at(education)) },
          ...WHEN,
        }),
      )
      const [passed] = merged.passedOn
      assert.deepEqual(
        [passed?.from.name, passed?.to.name, passed?.reports.map(({ state }) => state)],
        [FINANCE, EDUCATION, ['draft', 'accepted', 'published']],
      )
      // The database lets them, too, and those beside them not.
      assert.equal(await touched(officer, draft.reportId), 1)
      assert.equal(await touched(people.countyOfficer, draft.reportId), 0)
      const { items } = granted(await listTodos(platform, officer))
      assert.deepEqual(
        items.map(({ kind, authorityName }) => [kind, authorityName]),
        [
          ['write', FINANCE],
          ['publish', FINANCE],
        ],
      )
      const { notices } = granted(await listNotices(platform, officer, {}))
      assert.deepEqual(
        notices.map(({ title }) => title).toSorted(),
        [draft, accepted, published].map(
          ({ reportYear }) => `${FINANCE}${reportYear}年度报告由${EDUCATION}承接`,
        ),
      )
      const query = { collectionId: draft.collectionId }
      const [row] = granted(await board(platform, supervisor, query)).rows
      assert.equal(row?.carriedBy, EDUCATION)
      const view = granted(await readReport(platform, head, { reportId: published.reportId }))
      assert.deepEqual([view.report.carriedBy, view.steps.includes('withdraw')], [EDUCATION, true])
      const ref = ({ reportId }: { readonly reportId: string }) => ({ reportId, version: 1 })
      granted(await start(officer, draft.reportId))
      await asOwner(county, 'update gongkai.annual_report set report_year = 2024 where id = $1', [
        accepted.reportId,
      ])
      const publishedOn = localDate('2026-01-05')
      granted(await publishReport(platform, officer, { ...ref(accepted), publishedOn }))
      granted(await withdrawPublished(platform, head, { ...ref(published), reason: '内容有误' }))
      const told = await asOwner(
        county,
        `select name, role, authority_id from gongkai.event where subject_id = $1 order by seq`,
        [draft.reportId],
      )
      assert.deepEqual(told, [
        { name: 'reportCarriedOver', role: 'administrator', authority_id: finance },
        { name: 'reportStarted', role: 'disclosureOfficer', authority_id: finance },
      ])
    })

    it('承接机关再并入的，一并由新的机关承接；系统管理员不因承接管理已撤销的机关', async () => {
      const { platform, administrator: by, finance, education, government } = county
      const health = await addAuthority(county, '云岭县卫生健康局', government)
      const officer = (await addPerson(county, 'disclosureOfficer', health)).actor
      const manager = (await addPerson(county, 'administrator', health)).actor
      const draft = await made('draft')
      await asOwner(
        county,
        `update gongkai.assignment set until = '2025-12-31', since = '2025-12-01' where authority_id = $1`,
        [education],
      )
      const into = { kind: 'existing', ...(await at(health)) } as const
      granted(
        await mergeAuthorities(platform, by, { authorities: [await at(education)], into, ...WHEN }),
      )
      assert.equal(await touched(officer, draft.reportId), 1)
      granted(await start(officer, draft.reportId))
      assert.equal(await touched(county.people.siblingOfficer, draft.reportId), 0)
      assert.equal(
        codeOf(await start(county.people.siblingOfficer, draft.reportId)),
        'right.missing',
      )
      const change = { ...(await at(finance)), details: { phone: '0000-0000000' } }
      assert.equal(codeOf(await changeAuthority(platform, manager, change)), 'right.missing')
      const { value } = await transact(platform, manager, async ({ tx }) => {
        const { rows } = await sql<{ id: string }>`
          select authorities_below('{administrator}') as id`.execute(tx)
        return ok(rows.map(({ id }) => id))
      })
      assert.deepEqual(value, [health])
    })

    it('不再编制：写明理由和依据，不算逾期，不算应当公布；恢复的，从原处继续；存在的机关不能免报', async () => {
      const { platform, government } = county
      const { supervisor, countyOfficer } = county.people
      const { collectionId, reportId, reportYear } = await made('draft')
      await asOwner(
        county,
        `update gongkai.annual_report set due_on = '2025-12-31' where id = '${reportId}'`,
      )
      const counted = async () => {
        const { counts, rows } = granted(await board(platform, supervisor, { collectionId }))
        const [row] = rows
        const { items } = granted(await listTodos(platform, supervisor))
        const asked = await listYear(platform, reportYear)
        const waits = items.some((one) => one.reportId === reportId)
        return [row?.state, row?.closedReason, row?.daysLate, counts.late, waits, asked.length]
      }
      assert.deepEqual(await counted(), ['draft', null, 5, 1, true, 1])
      const ref = { reportId, version: 1 }
      const why = { reason: '职责划转，由承接机关一并报告', basis: '云政发〔2026〕1号' }
      const closing = { ...ref, ...why }
      assert.equal(codeOf(await closeReport(platform, countyOfficer, closing)), 'right.missing')
      assert.equal(
        codeOf(await closeReport(platform, supervisor, { ...closing, basis: ' ' })),
        'report.closing-reason-missing',
      )
      const exists = await made('draft', government)
      assert.equal(
        codeOf(await closeReport(platform, supervisor, { ...closing, reportId: exists.reportId })),
        'report.authority-exists',
      )
      const closed = granted(await closeReport(platform, supervisor, closing))
      assert.deepEqual(
        [closed.state, closed.closedReason, closed.closedBasis],
        ['closed', why.reason, why.basis],
      )
      assert.deepEqual(await counted(), ['closed', why.reason, 0, 0, false, 0])
      const again = { reportId, version: 2, reason: '仍应单独报告' }
      const reopened = granted(await reopenReport(platform, supervisor, again))
      assert.deepEqual([reopened.state, reopened.closedReason], ['draft', null])
      assert.deepEqual(await counted(), ['draft', null, 5, 1, true, 1])
    })

    it('分设、撤销：写明的机关承接，其他机关不承接；没有写明的不登记', async () => {
      const { platform, administrator: by, government, people } = county
      const heir = await addAuthority(county, '云岭县文化局', government)
      const other = await addAuthority(county, '云岭县体育局', government)
      const heirs = (await addPerson(county, 'disclosureOfficer', heir)).actor
      const others = (await addPerson(county, 'disclosureOfficer', other)).actor
      const existing = async (id: string) => ({ kind: 'existing', ...(await at(id)) }) as const
      const split = async (id: string, dutiesTo?: number) =>
        splitAuthority(platform, by, {
          ...{ ...(await at(id)), ...WHEN, continues: false },
          into: [await existing(other), await existing(heir)],
          ...(dutiesTo !== undefined && { dutiesTo }),
        })
      const dissolve = async (id: string) =>
        dissolveAuthority(platform, by, { ...(await at(id)), ...WHEN, dutiesTo: government })
      const KINDS: readonly [
        string,
        (id: string) => Promise<ReturnType<typeof granted<ReorganisedAuthority | undefined>>>,
        Actor,
      ][] = [
        ['分设', async (id) => granted(await split(id, 1))[1], heirs],
        ['撤销', async (id) => granted(await dissolve(id)), people.countyOfficer],
      ]
      for (const [index, [kind, reorganise, carrier]] of KINDS.entries()) {
        const gone = await addAuthority(county, `云岭县第${index}旧局`, government)
        const draft = await made('draft', gone)
        if (kind === '分设') {
          assert.equal(codeOf(await split(gone)), 'authority.duties-open')
          assert.equal(codeOf(await split(gone, 2)), 'authority.duties-open')
        }
        const left = await reorganise(gone)
        assert.deepEqual(
          left?.passedOn.map(({ reports }) => reports.map(({ id }) => id)),
          [[draft.reportId]],
          kind,
        )
        assert.equal(await touched(others, draft.reportId), 0, kind)
        assert.equal(await touched(carrier, draft.reportId), 1, kind)
        granted(await start(carrier, draft.reportId))
      }
    })

    it('合并为新机关：发文字号停止使用并写明，新机关以自己的代字编号', async () => {
      const { platform, administrator: by, government } = county
      const [one, two] = [
        await addAuthority(county, '云岭县水利局', government),
        await addAuthority(county, '云岭县水务局', government),
      ]
      const series = [{ code: '云水复', purpose: '政府信息公开答复' }]
      granted(await changeAuthority(platform, by, { ...(await at(one)), details: {}, series }))
      const merge = { authorities: [await at(one), await at(two)], ...WHEN }
      const details = { ...DEPARTMENT, name: '云岭县水利局' }
      const merged = granted(
        await mergeAuthorities(platform, by, {
          ...merge,
          into: { kind: 'new', parentId: government, details },
        }),
      )
      assert.deepEqual(
        merged.passedOn.map(({ from, series: closed }) => [from.name, closed]),
        [
          ['云岭县水利局', ['云水复']],
          ['云岭县水务局', []],
        ],
      )
      // The code is free again.
      const own = { authorityId: merged.id, version: merged.version, details: {}, series }
      granted(await changeAuthority(platform, by, own))
    })

    it('升级前已经撤销的，由沿革写明的机关承接，该机关也已撤销的由其承接机关承接', async () => {
      const url = await emptyDatabase(server)
      await migrate(url, '2026-11-22-e-token-standing')
      await ask(url, BEFORE)
      await migrate(url)
      const rows = await ask(
        url,
        `select a.name, c.name as carrier from gongkai.authority a
          left join gongkai.authority c on c.id = a.carrier_id order by a.id`,
      )
      assert.deepEqual(
        rows.map(({ name, carrier }) => [name, carrier]),
        [
          ['云岭县人民政府', null],
          ['甲局', '丙局'],
          ['乙局', '丙局'],
          ['丙局', null],
          ['丁局', '丙局'],
        ],
      )
    })

    it('数据库：承接的机关须现存，并由登记的人管理', async () => {
      const { platform, administrator: by, government, finance } = county
      const gone = await addAuthority(county, '云岭县粮食局', government)
      const beside = await addAuthority(county, '云岭县物价局', government)
      const manager = (await addPerson(county, 'administrator', gone)).actor
      const carry = (actor: Actor, carrier: string) =>
        transact(platform, actor, async ({ tx }) => {
          await sql`update authority set dissolved_on = '2026-01-05', carrier_id = ${carrier} where id = ${gone}`.execute(
            tx,
          )
          return ok(null)
        })
      await assert.rejects(carry(by, finance), /what carries on exists/)
      await assert.rejects(carry(manager, beside), /not administered/)
      await carry(by, beside)
    })
  })
}
