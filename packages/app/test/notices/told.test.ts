import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, ok } from '@gongkai/law'
import { acceptReport } from '../../src/collection/accept-report.js'
import { addAuthorities } from '../../src/collection/add-authorities.js'
import { answerRemark } from '../../src/collection/answer-remark.js'
import { correctPublished } from '../../src/collection/correct-published.js'
import { leaveRemark } from '../../src/collection/leave-remark.js'
import { openCollection } from '../../src/collection/open-collection.js'
import { publishReport } from '../../src/collection/publish-report.js'
import type { ReportFile } from '../../src/collection/report-file.js'
import { returnReport } from '../../src/collection/return-report.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { startReport } from '../../src/collection/start-report.js'
import { submitReport } from '../../src/collection/submit-report.js'
import { withdrawPublished } from '../../src/collection/withdraw-published.js'
import type { Actor } from '../../src/context.js'
import { holdersOf } from '../../src/notices/recipients.js'
import { tellMoved } from '../../src/overlays/tell-moved.js'
import { appointDeputy } from '../../src/people/appoint-deputy.js'
import { endAssignment } from '../../src/people/end-assignment.js'
import { giveAssignment } from '../../src/people/give-assignment.js'
import { handOver } from '../../src/people/hand-over.js'
import { defineJob } from '../../src/queue/define-job.js'
import { enqueue } from '../../src/queue/enqueue.js'
import { runJob } from '../../src/queue/run-job.js'
import { systemOf } from '../../src/queue/system.js'
import { changePassword } from '../../src/sessions/change-password.js'
import { makeResetLink, resetPassword } from '../../src/sessions/reset-password.js'
import { transact } from '../../src/storage/transact.js'
import {
  asOwner,
  type County,
  FINANCE,
  goodReport,
  granted,
  newCounty,
  refOf,
} from '../collection/support.js'
import { TODAY, TOMORROW } from '../people/days.js'
import { PASSWORD } from '../people/signed-in.js'
import { addPerson } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'

const [server] = SERVERS

// Who is told is decided in one place for both servers.
describe('谁得到通知', { skip: !server }, () => {
  let county: County
  let people: Readonly<Record<string, Actor>>
  let as: (name: string) => Actor
  before(async () => {
    if (!server) return
    county = await newCounty(server)
    people = await withOthers(county)
    as = (name) => {
      const actor = people[name]
      assert.ok(actor, name)
      return actor
    }
    await newSince(county, people)
  })
  after(() => county.close())

  const DRAFTERS = ['deputy', 'officer', 'secondOfficer']
  const SUPERVISORS = ['secondSupervisor', 'supervisor']

  it('年度报告：每一步告知应当知道的人，不告知办理人自己', async () => {
    const { platform, finance, government, education, files } = county
    const asking = { reportYear: 2025, instructions: '请按时报送。', localDuties: [] }
    let report = {} as ReportFile
    let remarks: readonly string[] = []
    const document = goodReport(FINANCE)
    const target = { kind: 'report' } as const
    const [supervisor, officer, head] = [as('supervisor'), as('officer'), as('head')]
    const collection = { id: '', version: 1 }
    const done = (result: Parameters<typeof granted<ReportFile>>[0]) => {
      report = granted(result)
    }
    const remark = async (words: string) => {
      const left = await leaveRemark(platform, supervisor, { ...refOf(report), target, words })
      remarks = [...remarks, granted(left).id]
    }
    const answer = async (index: number) => {
      const command = { remarkId: remarks[index] ?? '', answer: '已更正。' }
      granted(await answerRemark(platform, as('secondOfficer'), command))
    }
    const save = async () => {
      done(await saveDraft(platform, officer, { ...refOf(report), document }))
    }
    // biome-ignore format: table
    const STEPS: readonly [string, () => Promise<void>, string | null, readonly string[]][] = [
      // what is done, how, what is told, to whom
      ['布置', async () => {
        const command = { ...asking, authorityId: government, authorityIds: [finance] }
        collection.id = granted(await openCollection(platform, supervisor, command)).id
      }, '2025年度政府信息公开工作年度报告编制工作已部署', DRAFTERS],
      ['增加机关', async () => {
        const command = { collectionId: collection.id, version: 1, authorityIds: [education, government] }
        granted(await addAuthorities(platform, supervisor, command))
      }, '2025年度政府信息公开工作年度报告编制工作已部署', ['countyOfficer', 'siblingOfficer']],
      ['时限调整', async () => {
        const [row] = await asOwner(county, 'select id from gongkai.annual_report where authority_id = $1', [finance])
        report = { ...report, id: String(row?.id), version: 1 }
        const moved = { reportId: report.id, authorityId: finance, authority: FINANCE, reportYear: 2025 }
        const days = { before: localDate('2026-01-31'), after: localDate('2026-01-20') }
        await transact(platform, supervisor, async ({ tx }) => ok(await tellMoved(tx, supervisor, [{ ...moved, ...days }])))
      }, '2025年度报告报送时限已调整', DRAFTERS],
      ['编制', async () => {
        done(await startReport(platform, officer, { ...refOf(report), from: { kind: 'blank' } }, files))
        await save()
      }, null, []],
      ['报送', async () => done(await submitReport(platform, officer, refOf(report))),
        '云岭县财政局已报送2025年度报告', SUPERVISORS],
      ['提出意见', () => remark('请核对表三'), '2025年度报告有新的审阅意见', DRAFTERS],
      ['接着提出意见', () => remark('请核对表四'), null, []],
      ['答复一条', () => answer(0), null, []],
      ['答复最后一条', () => answer(1), '云岭县财政局已答复审阅意见', ['supervisor']],
      ['退回', async () => done(await returnReport(platform, supervisor, { ...refOf(report), reason: '请补充说明', remarks: [] })),
        '2025年度报告已退回修改', DRAFTERS],
      ['负责人重新报送', async () => {
        await save()
        done(await submitReport(platform, head, refOf(report)))
      }, '云岭县财政局已报送2025年度报告', SUPERVISORS],
      ['接收', async () => done(await acceptReport(platform, as('secondSupervisor'), refOf(report))),
        '2025年度报告已接收', ['deputy', 'head', 'officer', 'secondOfficer']],
      ['公布', async () => done(await publishReport(platform, officer, { ...refOf(report), publishedOn: TODAY })),
        '云岭县财政局已公布2025年度报告', ['head', ...SUPERVISORS]],
      ['更正', async () => {
        await save()
        done(await correctPublished(platform, head, { ...refOf(report), reason: '数字有误' }))
      }, '云岭县财政局更正了已公布的2025年度报告', SUPERVISORS],
      ['撤回', async () => done(await withdrawPublished(platform, head, { ...refOf(report), reason: '内容有误' })),
        '云岭县财政局撤回了已公布的2025年度报告', SUPERVISORS],
    ]
    for (const [what, step, title, told] of STEPS) {
      await step()
      const expected = told.map((name) => `${name} ${title}`)
      assert.deepEqual(await newSince(county, people), expected, what)
    }
    const bodies = await asOwner(
      county,
      `select body from gongkai.notice where body like '%意见：%'`,
    )
    assert.match(
      String(bodies[0]?.body),
      /退回意见：请补充说明。请修改后于2026年1月31日前重新报送。$/,
    )
  })

  it('职责和密码：告知本人', async () => {
    const { platform, administrator, finance, education } = county
    const reason = '工作需要'
    const person = (name: string) => as(name).personId
    const give = (personId: string) => {
      const command = { personId, authorityId: finance, role: 'reviewer', reason } as const
      return giveAssignment(platform, administrator, command)
    }
    const held = async (name: string, role: string) => {
      const [row] = await asOwner(
        county,
        'select id, version from gongkai.assignment where person_id = $1 and role = $2',
        [person(name), role],
      )
      return { assignmentId: String(row?.id), version: Number(row?.version) }
    }
    const renewed = `${PASSWORD}，水无痕`
    // biome-ignore format: table
    const STEPS: readonly [string, () => Promise<unknown>, readonly string[]][] = [
      ['分配职责', async () => granted(await give(person('leader'))), ['leader 您已担任云岭县财政局审核人']],
      ['给自己分配职责', async () => granted(await give(administrator.personId)), []],
      ['收回职责', async () => granted(await endAssignment(platform, administrator, { ...(await held('leader', 'reviewer')), reason })),
        ['leader 您不再担任云岭县财政局审核人']],
      ['指定代理人', async () => {
        const { assignmentId } = await held('head', 'disclosureHead')
        const days = { since: TODAY, until: TOMORROW }
        granted(await appointDeputy(platform, as('head'), { assignmentId, deputyId: person('leader'), ...days, reason }))
      }, ['leader 您已被指定为云岭县财政局政府信息公开工作机构负责人的代理人']],
      ['移交', async () => {
        const { assignmentId } = await held('bureauSupervisor', 'supervisingOfficer')
        const both = { from: person('bureauSupervisor'), to: person('siblingHead'), authorityId: education }
        granted(await handOver(platform, administrator, { ...both, assignmentIds: [assignmentId], reason }))
      }, ['bureauSupervisor 您不再担任云岭县教育局主管部门工作人员', 'siblingHead 云岭县教育局有工作移交给您']],
      ['重设密码', async () => {
        const link = granted(await makeResetLink(platform, administrator, { personId: person('leader'), reason }))
        granted(await resetPassword(platform, { token: link.token, password: PASSWORD }))
      }, ['leader 您的登录密码已更改']],
      ['修改密码', async () => granted(await changePassword(platform, as('leader'), { old: PASSWORD, password: renewed })),
        ['leader 您的登录密码已更改']],
    ]
    for (const [what, step, told] of STEPS) {
      await step()
      assert.deepEqual(await newSince(county, people), told, what)
    }
  })

  it('后台任务：办完的，告知提交的人，一次', async () => {
    const { platform } = county
    const run = async (asker: Actor, id?: string) => {
      const job = defineJob<object>({
        ...{ name: 'testTold', label: '检查年度报告', retries: 1, backoffSeconds: 1 },
        ...{ mostSeconds: 60, page: () => 'past', run: async () => {} },
      })
      const { value } = await transact(platform, asker, async ({ tx }) =>
        ok(id ?? (await enqueue(tx, job, {}))),
      )
      const data = { tenantId: platform.tenantId, data: {} }
      const { signal } = new AbortController()
      await runJob(platform, job, { id: value, data, signal })
      return value
    }
    const supervisor = as('supervisor')
    const done = await run(supervisor)
    assert.deepEqual(await newSince(county, people), ['supervisor “检查年度报告”已完成'])
    await run(supervisor, done)
    await run(systemOf(platform))
    assert.deepEqual(await newSince(county, people), [])
  })

  it('数据库只对上下级机关回答谁在职：平级机关和不在职的人问不到', async () => {
    const { finance, government } = county
    const ask = async (
      asker: Actor,
      role: 'disclosureOfficer' | 'supervisingOfficer',
      id: string,
    ) => {
      const { value } = await transact(county.platform, asker, async ({ tx }) =>
        ok(await holdersOf(tx, [role], id)),
      )
      return value.map((one) => nameOf(people, one)).toSorted()
    }
    const nobody = { personId: crypto.randomUUID(), holdings: [] }
    // biome-ignore format: table
    const CASES: readonly [Actor, 'disclosureOfficer' | 'supervisingOfficer', string, readonly string[]][] = [
      [as('officer'),              'disclosureOfficer',  finance,    DRAFTERS],
      [as('officer'),              'supervisingOfficer', government, SUPERVISORS],
      [as('supervisor'),           'disclosureOfficer',  finance,    DRAFTERS],
      [systemOf(county.platform),  'disclosureOfficer',  finance,    DRAFTERS],
      [as('siblingOfficer'),       'disclosureOfficer',  finance,    []],
      [as('blocked'),              'disclosureOfficer',  finance,    []],
      [nobody,                     'supervisingOfficer', government, []],
    ]
    for (const [asker, role, id, expected] of CASES) {
      assert.deepEqual(await ask(asker, role, id), expected, nameOf(people, asker.personId))
    }
  })
})

/** Beside those of the county: a second supervisor, a deputy of the officer, one whose deputation is over, one who begins later, one who is blocked. */
async function withOthers(county: County): Promise<Readonly<Record<string, Actor>>> {
  const { finance, government, education, platform } = county
  const add = async (...[role, place]: [Parameters<typeof addPerson>[1], string]) =>
    addPerson(county, role, place)
  const second = await add('supervisingOfficer', government)
  const deputy = await add('leader', education)
  const formerDeputy = await add('leader', education)
  const later = await add('disclosureOfficer', finance)
  const blocked = await add('disclosureOfficer', finance)
  const deputation = `insert into gongkai.deputation
    select tenant_id, gen_random_uuid(), id, $1, $2, $3 from gongkai.assignment where person_id = $4`
  const { officer } = county.people
  const out = [TODAY, TODAY, officer.personId]
  await asOwner(county, deputation, [deputy.personId, ...out])
  const over = ['2026-01-01', '2026-01-04', officer.personId]
  await asOwner(county, deputation, [formerDeputy.personId, ...over])
  const change = `update gongkai.assignment set since = '2026-02-01' where id = $1`
  await asOwner(county, change, [later.assignmentId])
  const block = `update gongkai.person set state = 'blocked' where id = $1 and tenant_id = $2`
  await asOwner(county, block, [blocked.personId, platform.tenantId])
  return {
    ...county.people,
    ...{ secondSupervisor: second.actor, deputy: deputy.actor },
    ...{ formerDeputy: formerDeputy.actor, later: later.actor, blocked: blocked.actor },
  }
}

function nameOf(people: Readonly<Record<string, Actor>>, personId: string): string {
  const found = Object.entries(people).find(([, actor]) => actor.personId === personId)
  return found?.[0] ?? personId
}

/** What was told to whom since it was asked last: the name and the title, in the order of the names. */
async function newSince(county: County, people: Readonly<Record<string, Actor>>) {
  const rows = await asOwner(county, 'select id, person_id, title from gongkai.notice')
  const known = SEEN.get(county) ?? new Set()
  const fresh = rows.filter(({ id }) => !known.has(id))
  SEEN.set(county, new Set(rows.map(({ id }) => id)))
  return fresh.map(({ person_id, title }) => `${nameOf(people, person_id)} ${title}`).toSorted()
}

const SEEN = new WeakMap<County, Set<unknown>>()
