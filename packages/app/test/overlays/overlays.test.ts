import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  addWorkingDays,
  exampleFacts,
  explain,
  type LocalDate,
  localDate,
  NATIONAL_CALENDAR,
  ok,
} from '@gongkai/law'
import { addAuthorities } from '../../src/collection/add-authorities.js'
import { listFindings } from '../../src/collection/list-findings.js'
import { openCollection } from '../../src/collection/open-collection.js'
import { readReport } from '../../src/collection/read-report.js'
import type { Actor } from '../../src/context.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { approveOverlay, rejectOverlay } from '../../src/overlays/approve-overlay.js'
import { layOver } from '../../src/overlays/law.js'
import { DOUBTFUL_VALUES } from '../../src/overlays/law-values.js'
import { listOverlays } from '../../src/overlays/list-overlays.js'
import type { OverlayContent, ProposedOverlay } from '../../src/overlays/overlay.js'
import { previewAtTerminal, previewOverlay } from '../../src/overlays/preview-overlay.js'
import { proposeAtTerminal, proposeOverlay } from '../../src/overlays/propose-overlay.js'
import { holdLaw, readLaw } from '../../src/overlays/read-law.js'
import { readMoved } from '../../src/overlays/read-moved.js'
import { withdrawOverlay } from '../../src/overlays/withdraw-overlay.js'
import { wordLetter } from '../../src/requests/letters/word-letter.js'
import { ROLE_IDS } from '../../src/rights/roles.js'
import { openDatabase } from '../../src/storage/open-database.js'
import { transact } from '../../src/storage/transact.js'
import { madeReport } from '../collection/made.js'
import { asOwner, type County, codeOf, collect, granted, newCounty } from '../collection/support.js'
import { addAuthority, addPerson } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'

const SOURCE: ProposedOverlay['source'] = {
  title: '云岭县关于做好政府信息公开工作年度报告编制公布工作的通知',
  number: '云政办函〔2026〕1号',
  issuedOn: localDate('2026-01-04'),
  foundAt: '云政办函2026-1.pdf',
}
const EARLY: OverlayContent = {
  ...{ kind: 'localDuty', area: '云岭县', level: 'department', monthDay: '01-20' },
  ...{ fromReportYear: 2025, untilReportYear: null },
}
const days = (text: string) => text.split(' ').map(localDate)
const NOTICE_2027: OverlayContent = {
  ...{ kind: 'holidays', year: 2027, settlesYear: true },
  off: days('2027-01-01 2027-02-08 2027-02-09'),
  on: days('2027-02-20'),
}
/** A region's own holiday, and a Sunday that is worked for it. */
const OWN_HOLIDAY: OverlayContent = {
  ...{ kind: 'holidays', year: 2026, settlesYear: false },
  ...{ off: days('2026-04-20'), on: days('2026-04-19') },
}
const DETAILS = {
  ...{ parts: [], attachments: [], wanted: null, series: null },
  ...{ reviewedAs: null, thirdParties: [] },
}
const of = (content: OverlayContent, source = SOURCE): ProposedOverlay => ({ content, source })

// What is asked of the database here is asked on both servers by the proofs of the policies.
describe('法规数据的补充', { skip: SERVERS[0]?.skip ?? false }, () => {
  let county: County
  let second: Actor
  before(async () => {
    const [server] = SERVERS
    assert.ok(server)
    county = await newCounty(server)
    second = (await addPerson(county, 'administrator', county.government)).actor
  })
  after(() => county.close())

  const propose = async (content: OverlayContent) =>
    granted(await proposeOverlay(county.platform, county.people.supervisor, of(content))).id
  const approve = async (overlayId: string) =>
    granted(await approveOverlay(county.platform, second, { overlayId }))
  const withdraw = async (overlayId: string, reason = '通知已废止') =>
    granted(await withdrawOverlay(county.platform, second, { overlayId, reason }))
  const lawOf = async ({ platform } = county) => {
    const read = transact(platform, second, async ({ tx }) => ok(await readLaw(tx, platform)))
    return granted(await read)
  }
  const dueDays = async () => {
    const rows = await asOwner(
      county,
      `select a.name, due_on::text from gongkai.annual_report join gongkai.authority a on a.id = authority_id
        where report_year = 2025 order by a.place`,
    )
    return rows.map(({ name, due_on }) => `${name} ${due_on}`)
  }

  describe('本地更早的公布时限', () => {
    let id = ''

    it('布置时按法定时限；预览列出将要移动的日期，什么也不改', async () => {
      await collect(county)
      const { people, platform } = county
      const moved = granted(await previewOverlay(platform, people.supervisor, of(EARLY)))
      assert.deepEqual(
        moved.dueDays.map((one) => [one.authority, one.reportYear, one.before, one.after]),
        [
          ['云岭县财政局', 2025, '2026-01-31', '2026-01-20'],
          ['云岭县教育局', 2025, '2026-01-31', '2026-01-20'],
        ],
      )
      assert.deepEqual([moved.days, moved.settledThrough], [[], null])
      assert.deepEqual(await dueDays(), [
        '云岭县人民政府 2026-03-31',
        '云岭县财政局 2026-01-31',
        '云岭县教育局 2026-01-31',
      ])
    })

    it('提出的人不能复核，代理人也不能替他复核', async () => {
      id = await propose(EARLY)
      const { platform, people } = county
      const { supervisor } = people
      const own = await approveOverlay(platform, supervisor, { overlayId: id })
      assert.equal(codeOf(own), 'overlay.proposed-by-you')
      const deputy: Actor = {
        ...second,
        holdings: second.holdings.map((one) => ({ ...one, onBehalfOf: supervisor.personId })),
      }
      const forHim = await rejectOverlay(platform, deputy, { overlayId: id, reason: '不妥' })
      assert.equal(codeOf(forHim), 'overlay.proposed-by-you')
      assert.equal((await lawOf()).localDuties.length, 0)
    })

    it('数据库也不让提出的人复核，已经写下的谁也不能改', async () => {
      const { platform, people } = county
      const { personId } = people.supervisor
      const row = { tenant_id: platform.tenantId, no: 1, overlay_id: id, step: 'approved' }
      const forged = transact(platform, people.supervisor, async ({ tx }) => {
        const taken = { taken_by: personId, taken_at: platform.now(), reason: null, moved: null }
        await tx
          .insertInto('overlay_step')
          .values({ ...row, ...taken })
          .execute()
        return ok(null)
      })
      await assert.rejects(forged, /row-level security/)
      const changed = transact(platform, second, async ({ tx }) => {
        await tx.updateTable('overlay').set({ title: 'x' }).execute()
        return ok(null)
      })
      await assert.rejects(changed, /permission denied/)
    })

    it('复核同意后即时生效：在办报告的时限移动，记入各自的记录，通知联络员', async () => {
      const before = await stampOf(county)
      const waiting = granted(await readMoved(county.platform, second, { overlayId: id }))
      const moved = await approve(id)
      assert.deepEqual(moved, waiting)
      const kept = await readMoved(county.platform, county.people.supervisor, { overlayId: id })
      assert.deepEqual(kept, ok(moved))
      assert.deepEqual(
        moved?.dueDays.map((one) => [one.authority, one.before, one.after]),
        [
          ['云岭县财政局', '2026-01-31', '2026-01-20'],
          ['云岭县教育局', '2026-01-31', '2026-01-20'],
        ],
      )
      assert.deepEqual(await dueDays(), [
        '云岭县人民政府 2026-03-31',
        '云岭县财政局 2026-01-20',
        '云岭县教育局 2026-01-20',
      ])
      const events = await asOwner(
        county,
        `select detail from gongkai.event where name = 'dueDayMoved' order by seq`,
      )
      assert.deepEqual(
        events.map(({ detail }) => JSON.parse(detail)),
        [1, 2].map(() => ({
          ...{ reportYear: 2025, overlay: id },
          ...{ before: { dueOn: '2026-01-31' }, after: { dueOn: '2026-01-20' } },
        })),
      )
      const { notices } = granted(await listNotices(county.platform, county.people.officer, {}))
      assert.equal(
        notices[0]?.body,
        '云岭县财政局2025年度政府信息公开工作年度报告的报送时限调整为2026年1月20日，请据此安排工作。',
      )
      assert.notEqual(await stampOf(county), before)
    })

    it('另一个进程马上按新的时限布置，增加机关也一样', async () => {
      const other = openDatabase(county.url)
      const platform = { ...county.platform, db: other.db }
      const place = await addAuthority(county, '云岭县水务局', county.government)
      const opened = granted(
        await openCollection(platform, county.people.supervisor, {
          ...{ authorityId: county.government, reportYear: 2026, instructions: '' },
          ...{ localDuties: [], authorityIds: [county.finance] },
        }),
      )
      const added = granted(
        await addAuthorities(county.platform, county.people.supervisor, {
          ...{ collectionId: opened.id, version: 1, authorityIds: [place] },
        }),
      )
      assert.deepEqual(
        added.map(({ dueOn }) => dueOn),
        ['2027-01-20'],
      )
      const [first] = await asOwner(
        county,
        `select due_on::text from gongkai.annual_report where report_year = 2026 and authority_id = '${county.finance}'`,
      )
      assert.equal(first?.due_on, '2027-01-20')
      await other.close()
    })

    it('已经公布的不动；撤回要有理由，撤回后时限移回', async () => {
      const { platform, finance } = county
      await asOwner(
        county,
        `update gongkai.annual_report set state = 'published', submitted_no = 1, accepted_no = 1, published_no = 1,
          published_on = '2026-01-05' where authority_id = '${finance}' and report_year = 2025`,
      )
      const silent = await withdrawOverlay(platform, second, { overlayId: id, reason: ' ' })
      assert.equal(codeOf(silent), 'overlay.no-reason')
      const moved = await withdraw(id)
      assert.deepEqual(
        moved?.dueDays.map((one) => [one.authority, one.reportYear, one.after]),
        [
          ['云岭县教育局', 2025, '2026-01-31'],
          ['云岭县财政局', 2026, '2027-01-31'],
          ['云岭县水务局', 2026, '2027-01-31'],
        ],
      )
      assert.equal((await dueDays())[1], '云岭县财政局 2026-01-20')
      const again = await approveOverlay(platform, second, { overlayId: id })
      assert.equal(codeOf(again), 'overlay.wrong-state')
    })
  })

  describe('放假安排', () => {
    it('收录新一年的安排：工作日即时按它计算，写明依据', async () => {
      const id = await propose(NOTICE_2027)
      const moved = await approve(id)
      assert.deepEqual(moved?.days, [
        { date: '2027-01-01', isWorked: false },
        { date: '2027-02-08', isWorked: false },
        { date: '2027-02-09', isWorked: false },
        { date: '2027-02-20', isWorked: true },
      ])
      assert.deepEqual(moved?.settledThrough, { before: '2026-12-28', after: '2027-12-28' })
      const { calendar } = await lawOf()
      const from = localDate('2027-02-05')
      assert.deepEqual(addWorkingDays(calendar, from, 3), {
        date: '2027-02-12',
        provisional: false,
      })
      assert.match(explain(calendar, from, 3)[3]?.why ?? '', /放假（云政办函〔2026〕1号）/)
      await withdraw(id)
      const { calendar: plain } = await lawOf()
      assert.deepEqual(addWorkingDays(plain, from, 3), { date: '2027-02-10', provisional: true })
    })

    it('前一年的安排撤回后，其后年度的不能单独作数；补上以后一并作数', () => {
      const next: OverlayContent = {
        ...{ kind: 'holidays', year: 2028, settlesYear: true },
        ...{ off: days('2028-01-03'), on: [] },
      }
      const settled = (...contents: OverlayContent[]) =>
        layOver(contents.map((one) => of(one))).calendar.settledThrough
      assert.deepEqual(
        [settled(NOTICE_2027, next), settled(next), settled(next, NOTICE_2027)],
        ['2028-12-28', '2026-12-28', '2028-12-28'],
      )
    })

    it('本地区的假日：当年其余各日不变', async () => {
      const id = await propose(OWN_HOLIDAY)
      await approve(id)
      const { calendar } = await lawOf()
      const from = localDate('2026-04-17')
      assert.deepEqual(
        [1, 2].map((count) => addWorkingDays(calendar, from, count).date),
        ['2026-04-19', '2026-04-21'],
      )
      assert.equal(calendar.settledThrough, NATIONAL_CALENDAR.settledThrough)
      await withdraw(id)
    })
  })

  describe('待核实的内容', () => {
    const KEY = 'calendar/2020'

    it('从数据中列出，各有内容和依据', async () => {
      const { values } = granted(await listOverlays(county.platform, county.people.officer))
      const keys = values.map(({ key }) => key)
      assert.deepEqual(keys, [...new Set(keys)])
      for (const key of [KEY, 'reportDuties/2008-05-01', 'feeFacts/2021-01-01'])
        assert.ok(keys.includes(key), key)
      assert.ok(keys.includes('instruments/OGI-2007') && !keys.includes('instruments/OGI-2019'))
      assert.ok(values.every(({ citation, fields }) => citation !== '' && fields.length > 0))
      assert.ok(values.every(({ settledBy }) => settledBy === null))
    })

    it('核实无误的，不再待核实；同一项不能核实两次', async () => {
      const { platform, people } = county
      const confirmed: OverlayContent = { kind: 'value', key: KEY, corrected: null }
      const id = await propose(confirmed)
      const twice = await proposeOverlay(platform, people.supervisor, of(confirmed))
      assert.equal(codeOf(twice), 'overlay.value-settled')
      await approve(id)
      const { values, overlays } = granted(await listOverlays(platform, people.officer))
      assert.equal(values.find(({ key }) => key === KEY)?.settledBy, id)
      const { steps } = overlays.find((one) => one.id === id) ?? {}
      assert.deepEqual(
        steps?.map(({ state, by }) => [state, by]),
        [
          ['proposed', people.supervisor.personId],
          ['approved', second.personId],
        ],
      )
      await withdraw(id)
    })

    it('更正的即时计算：日历的一年，法定时限', async () => {
      const off = DOUBTFUL_VALUES.find(({ key }) => key === KEY)?.fields[0]?.value ?? ''
      const calendarId = await propose({
        ...{ kind: 'value', key: KEY },
        corrected: { off: off.replace('2020-01-01 ', ''), on: '' },
      })
      const moved = await approve(calendarId)
      assert.deepEqual(moved?.days[0], { date: '2020-01-01', isWorked: true })
      const dutyId = await propose({
        ...{ kind: 'value', key: 'reportDuties/2008-05-01' },
        corrected: { department: '03-15', government: '03-31' },
      })
      await approve(dutyId)
      assert.equal((await lawOf()).duties[0].value.department, '03-15')
      const periodId = await propose({
        ...{ kind: 'value', key: 'reevaluationPeriod/2019-05-15', corrected: { months: '6' } },
      })
      await approve(periodId)
      const [{ value, known }] = (await lawOf()).reevaluation
      assert.deepEqual([value.months, known], [6, 'seen'])
      const routeId = await propose({
        ...{ kind: 'value', key: 'remedyChoice/2024-01-01' },
        corrected: { specialAccessFirst: '是' },
      })
      await approve(routeId)
      const { remedies } = await lawOf()
      assert.deepEqual(remedies, { specialAccessFirst: true })
      const content = { ...{ rewordings: [], waivers: [], applicants: [] }, details: DETAILS }
      const { text } = wordLetter('specialAccess', exampleFacts('specialAccess'), content, {
        ...{ remedies, consulted: [] },
      })
      assert.match(text.paragraphs.at(-2)?.text ?? '', /应当先自收到本文书之日起60日内/)
      for (const id of [routeId, periodId, dutyId, calendarId]) await withdraw(id)
      assert.deepEqual((await lawOf()).calendar, NATIONAL_CALENDAR)
    })
  })

  describe('不能登记的', () => {
    const early = (changed: object) => of({ ...EARLY, ...changed } as OverlayContent)
    const notice = (changed: object) => of({ ...NOTICE_2027, ...changed } as OverlayContent)
    const value = (key: string, corrected: Record<string, string> | null) =>
      of({ kind: 'value', key, corrected })
    const future = localDate('2026-01-06')
    // biome-ignore format: one case a line
    const ROWS: [situation: string, proposed: ProposedOverlay, code: string, message: RegExp][] = [
      ['时限晚于法定时限，说明依据',     early({ monthDay: '02-10' }), 'overlay.later-than-law', /01-31，依据《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条/],
      ['与法定时限相同',                 early({ level: 'government', monthDay: '03-31' }), 'overlay.later-than-law', /更早的时限/],
      ['修订后的条例施行以后会晚于法定', early({ fromReportYear: 2017, monthDay: '02-10' }), 'overlay.later-than-law', /01-31/],
      ['不是每年都有的日期',             early({ level: 'government', monthDay: '02-29' }), 'overlay.day-wrong', /01-20/],
      ['条例施行以前的年度',             early({ fromReportYear: 2007 }), 'overlay.year-wrong', /2008年以后/],
      ['最后年度早于最初年度',           early({ untilReportYear: 2024 }), 'overlay.year-wrong', /早于最初的/],
      ['跳过一年的放假安排',             notice({ year: 2028, off: days('2028-01-03'), on: [] }), 'overlay.year-wrong', /2027年的放假安排尚未收录/],
      ['评估周期超过六十个月',           value('reevaluationPeriod/2019-05-15', { months: '61' }), 'overlay.value-wrong', /1至60/],
      ['救济途径没有写是或者否',         value('remedyChoice/2024-01-01', { specialAccessFirst: '先行' }), 'overlay.value-wrong', /“是”或者“否”/],
      ['没有放假日期',                   notice({ off: [] }), 'overlay.days-wrong', /没有写明放假日期/],
      ['同一天既放假又上班',             notice({ on: days('2027-01-01') }), 'overlay.days-wrong', /2027-01-01既是放假又是上班/],
      ['不在该年度的日期',               notice({ off: days('2027-01-01 2028-01-03') }), 'overlay.days-wrong', /2028-01-03不在2027年度/],
      ['调休的日期本来就上班',           notice({ on: days('2027-02-22') }), 'overlay.days-wrong', /本来就是工作日/],
      ['没有这一项待核实的内容',         value('calendar/2026', null), 'overlay.no-value', /待核实的清单/],
      ['更正缺项',                       value('calendar/2020', { off: '2020-01-01' }), 'overlay.value-wrong', /各项都要填写/],
      ['更正的日期不存在',               value('calendar/2020', { off: '2020-02-30', on: '' }), 'overlay.value-wrong', /“放假日期/],
      ['更正与现在相同',                 value('feeFacts/2021-01-01', { value: '应当' }), 'overlay.value-wrong', /核实无误/],
      ['来源文件的日期在今天以后',       of(EARLY, { ...SOURCE, issuedOn: future }), 'overlay.source-wrong', /晚于今天/],
    ]
    for (const [situation, proposed, code, message] of ROWS) {
      it(situation, async () => {
        const refused = await previewOverlay(county.platform, second, proposed)
        assert.ok(!refused.ok)
        assert.equal(refused.refusal.code, code)
        assert.match(refused.refusal.message, message)
      })
    }

    it('最早一年的12月下旬可以随下一年的通知放假', async () => {
      const off: readonly LocalDate[] = days('2026-12-31 2027-01-01')
      const moved = await previewOverlay(county.platform, second, notice({ off, on: [] }))
      assert.equal(granted(moved).days[0]?.date, '2026-12-31')
    })
  })

  it('在服务器上提出的，由一人复核', async () => {
    const { platform } = county
    assert.equal(granted(await previewAtTerminal(platform, of(EARLY))).dueDays.length, 3)
    const { id } = granted(await proposeAtTerminal(platform, of(EARLY)))
    const reason = '已另有通知'
    granted(await rejectOverlay(platform, county.people.supervisor, { overlayId: id, reason }))
    const { overlays } = granted(await listOverlays(platform, second))
    assert.deepEqual(
      overlays[0]?.steps.map((step) => [step.state, step.by, step.reason]),
      [
        ['proposed', null, null],
        ['rejected', county.people.supervisor.personId, reason],
      ],
    )
  })

  it('只有最上级机关的系统管理员和主管部门工作人员提出、复核', async () => {
    const { platform, government } = county
    const places = [government, county.finance]
    const [found, decided]: [string[], string[]] = [[], []]
    for (const [index, place] of places.entries()) {
      for (const role of ROLE_IDS) {
        const { actor } = await addPerson(county, role, place)
        if (codeOf(await previewOverlay(platform, actor, of(EARLY))) !== 'right.missing')
          found.push(`${index} ${role}`)
        const step = { overlayId: platform.tenantId, reason: '核对' }
        if (codeOf(await rejectOverlay(platform, actor, step)) !== 'right.missing')
          decided.push(`${index} ${role}`)
      }
    }
    assert.deepEqual(found, ['0 administrator', '0 supervisingOfficer'])
    assert.deepEqual(decided, found)
  })

  it('按现行时限写下日期的，写完之前谁也不能改动时限', async () => {
    const { platform, people } = county
    const id = await propose(EARLY)
    let done = false
    let approving: Promise<unknown> = Promise.resolve()
    await transact(platform, people.supervisor, async ({ tx }) => {
      await holdLaw(tx, platform)
      approving = approve(id).then(() => {
        done = true
      })
      while (!done && !(await isWaiting(county)))
        await new Promise((resolve) => setTimeout(resolve, 20))
      assert.equal(done, false)
      return ok(null)
    })
    await approving
    assert.equal(done, true)
  })

  describe('检查规则的依据', () => {
    const { key = '', citation = '' } =
      DOUBTFUL_VALUES.find((one) => one.key.startsWith('rules/')) ?? {}
    const rule = key.split('/')[1] ?? ''
    const RIGHT = '《政府信息公开工作年度报告格式》第一部分'
    const basis = `${citation}；《云岭县政务公开办法》第三条`

    it('更正的即时采用：以前检查的结果、清单一并按更正后的写；撤回后写回原样', async () => {
      const { platform, people, government, finance } = county
      const made = await madeReport(
        county,
        { collector: government, authority: finance },
        'submitted',
      )
      await asOwner(
        county,
        `update gongkai.report_finding set result = replace(result::text, '"rule":"y"', $1)::json
          where report_id = '${made.reportId}'`,
        [`"rule":${JSON.stringify(rule)},"basis":${JSON.stringify(basis)}`],
      )
      const told = async () => {
        const { reportId, collectionId } = made
        const { check } = granted(await readReport(platform, people.officer, { reportId }))
        const [listed] = granted(await listFindings(platform, people.supervisor, collectionId))
        return [...(check?.findings ?? []), ...(listed?.findings ?? [])].map((one) => one.basis)
      }
      assert.deepEqual(await told(), [basis, basis])
      const id = await propose({ kind: 'value', key, corrected: { citation: RIGHT } })
      assert.deepEqual(await told(), [basis, basis])
      await approve(id)
      const corrected = `${RIGHT}；《云岭县政务公开办法》第三条`
      assert.deepEqual(await told(), [corrected, corrected])
      const { values } = granted(await listOverlays(platform, people.officer))
      assert.equal(values.find((one) => one.key === key)?.isReckonedWith, true)
      await withdraw(id)
      assert.deepEqual(await told(), [basis, basis])
    })
  })
})

/** By what a page of the portal knows that it is still true. */
async function stampOf(county: County): Promise<string> {
  const [row] = await asOwner(
    county,
    `select gongkai.public_stamp_of('${county.platform.tenantId}') as stamp`,
  )
  return row?.stamp
}

/** Whether a transaction waits until it may take a step. */
async function isWaiting(county: County): Promise<boolean> {
  const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  return (await asOwner(county, waiting)).length > 0
}
