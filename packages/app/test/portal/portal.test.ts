import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { renameAuthority } from '../../src/authorities/rename-authority.js'
import { correctPublished } from '../../src/collection/correct-published.js'
import {
  listReports,
  type ReportCursor,
  type ReportPage,
} from '../../src/collection/list-reports.js'
import { listVersions } from '../../src/collection/list-versions.js'
import { readReport } from '../../src/collection/read-report.js'
import type { ReportFile } from '../../src/collection/report-file.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { withdrawPublished } from '../../src/collection/withdraw-published.js'
import type { Actor, Platform } from '../../src/context.js'
import { authoritySeries } from '../../src/figures/authority-series.js'
import { compareAuthorities } from '../../src/figures/compare-authorities.js'
import { listYear } from '../../src/portal/list-year.js'
import { openReports, writeYear } from '../../src/portal/open-data.js'
import { publicStamp } from '../../src/portal/public-stamp.js'
import { readPortal } from '../../src/portal/read-portal.js'
import { readPublished } from '../../src/portal/read-published.js'
import { searchAuthorities } from '../../src/portal/search-authorities.js'
import {
  type County,
  codeOf,
  collect,
  FINANCE,
  goodReport,
  granted,
  newCounty,
  refOf,
} from '../collection/support.js'
import { ANY_SERVER } from '../support/servers.js'
import { drafted, published } from './publish.js'

const DRAFT = '草稿里的一句话，尚未审定。'
const BESIDE = '不作公开的批注'
const REASON = '更正处罚数量'

/** A report with words in it that must not come out with it. */
function withNotes() {
  const report = goodReport(FINANCE)
  const residue = [{ kind: 'other', text: BESIDE, at: null }] as const
  const problems = [{ code: 'cell.unread', at: null, message: `原文为“${BESIDE}”` }]
  return { ...report, file: `${BESIDE}.docx`, residue, problems }
}

/** Everything that the portal says to everybody about 2025, as one text. */
async function allThatIsSaid(platform: Platform): Promise<string> {
  const said: unknown[] = [
    await readPortal(platform),
    await listYear(platform, 2025),
    await searchAuthorities(platform, '云岭县'),
    await authoritySeries(platform, FINANCE),
    await compareAuthorities(platform, { year: 2025, measure: 'granted' }),
  ]
  for (const edition of [1, 2, 3]) {
    said.push(await readPublished(platform, { year: 2025, authority: FINANCE, edition }))
  }
  for (const format of ['ndjson', 'csv', 'xml'] as const) {
    for await (const piece of writeYear(platform, 2025, format)) said.push(piece)
  }
  return JSON.stringify(said)
}

// The servers do not know of each other: both are tried at the same time.
describe('公众看到什么', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let county: County
      let platform: Platform
      let id: string
      let report: ReportFile
      const finance = { year: 2025, authority: FINANCE }
      const standings = async (at: Platform = platform) =>
        (await listYear(at, 2025)).map((one) => [one.authority, one.standing, one.daysLate])
      before(async () => {
        county = await newCounty(server)
        ;({ platform } = county)
        assert.deepEqual((await readPortal(platform)).years, [])
        const stamp = await publicStamp(platform)
        id = (await collect(county)).reportOf(county.finance)
        assert.notEqual(await publicStamp(platform), stamp)
      })
      after(() => county.close())

      it('布置之后：谁应当公布、何时到期；逾期未公布的按天计算', async () => {
        assert.deepEqual(await standings(), [
          ['云岭县人民政府', 'waiting', 0],
          ['云岭县财政局', 'waiting', 0],
          ['云岭县教育局', 'waiting', 0],
        ])
        const later = { ...platform, now: () => new Date('2026-02-03T01:00:00.000Z') }
        assert.deepEqual(await standings(later), [
          ['云岭县人民政府', 'waiting', 0],
          ['云岭县财政局', 'overdue', 3],
          ['云岭县教育局', 'overdue', 3],
        ])
        assert.notEqual(await publicStamp(later), await publicStamp(platform))
      })

      it('工作台的列表按年度，同一年度依机关名册次序，逐页接得上', async () => {
        const names: string[] = []
        for (let after: ReportCursor | null = null; ; ) {
          const query = { sort: 'year', after, limit: 1 } as const
          const page: ReportPage = granted(
            await listReports(platform, county.people.supervisor, query),
          )
          names.push(...page.items.map(({ authority }) => authority))
          after = page.next
          if (after === null) break
        }
        assert.deepEqual(names, ['云岭县人民政府', '云岭县财政局', '云岭县教育局'])
      })

      it('草稿、报送、退回的内容都不公开，也不说办到哪一步', async () => {
        const before = await allThatIsSaid(platform)
        const stamp = await publicStamp(platform)
        report = await drafted(county, id, { ...withNotes(), intro: DRAFT })
        assert.equal(await allThatIsSaid(platform), before)
        assert.equal(await publicStamp(platform), stamp)
        const { shown } = granted(await readPublished(platform, finance))
        assert.equal(shown, null)
      })

      it('公布之后人人可读，批注、来源文件名和更正记录不在其中', async () => {
        const stamp = await publicStamp(platform)
        const document = withNotes()
        report = granted(
          await saveDraft(platform, county.people.officer, { ...refOf(report), document }),
        )
        report = await published(county, report)
        assert.notEqual(await publicStamp(platform), stamp)
        const view = granted(await readPublished(platform, finance))
        assert.deepEqual(
          [view.report.standing, view.report.publishedOn, view.shown?.edition, view.shown?.earlier],
          ['inTime', '2026-01-05', 1, null],
        )
        assert.equal(view.shown?.document.intro, document.intro)
        const { file, sha256, mediaType, signedOn, publishedOn } = view.shown?.document ?? {}
        assert.deepEqual(
          { file, sha256, mediaType, signedOn, publishedOn },
          {
            ...{
              file: '云岭县财政局2025年政府信息公开工作年度报告',
              sha256: null,
              mediaType: null,
            },
            ...{ signedOn: '2026-01-18', publishedOn: '2026-01-05' },
          },
        )
        assert.deepEqual((await readPortal(platform)).years, [
          { year: 2025, asked: 3, published: 1 },
        ])
        assert.doesNotMatch(await allThatIsSaid(platform), new RegExp(BESIDE))
      })

      it('其他机关的人员在工作台看到的也是公布的内容', async () => {
        const seenBy = async (actor: Actor) => {
          const { version } = granted(await readReport(platform, actor, { reportId: id }))
          const [head] = granted(await listVersions(platform, actor, id))
          const drafters = (version?.drafters.length ?? 0) + (head?.drafters.length ?? 0)
          return [JSON.stringify(version?.document).includes(BESIDE), drafters]
        }
        const { officer, siblingOfficer } = county.people
        assert.deepEqual(await seenBy(siblingOfficer), [false, 0])
        assert.deepEqual(await seenBy(officer), [true, 2])
      })

      it('起草更正时公布的内容不变；更正后写明理由和变化，原来的一版仍可阅读', async () => {
        const { people } = county
        const document = { ...goodReport(FINANCE), intro: DRAFT }
        const before = await allThatIsSaid(platform)
        report = granted(await saveDraft(platform, people.officer, { ...refOf(report), document }))
        assert.equal(await allThatIsSaid(platform), before)
        report = granted(
          await correctPublished(platform, people.head, { ...refOf(report), reason: REASON }),
        )
        const view = granted(await readPublished(platform, finance))
        assert.deepEqual(
          view.editions.map(({ edition, on, reason }) => [edition, on, reason]),
          [
            [2, '2026-01-05', REASON],
            [1, '2026-01-05', null],
          ],
        )
        assert.equal(view.shown?.document.intro, DRAFT)
        assert.equal(view.shown?.earlier?.intro, goodReport(FINANCE).intro)
        const first = granted(await readPublished(platform, { ...finance, edition: 1 }))
        assert.equal(first.shown?.document.intro, goodReport(FINANCE).intro)
        assert.equal(
          codeOf(await readPublished(platform, { ...finance, edition: 3 })),
          'public.no-edition',
        )
      })

      it('更名之后，原来的网址仍能找到', async () => {
        const NAME = '云岭县财政和国有资产管理局'
        granted(
          await renameAuthority(platform, county.administrator, {
            ...{ authorityId: county.finance, version: 1, name: NAME, shortName: null },
            ...{ happenedOn: localDate('2026-01-05'), reason: '机构改革' },
          }),
        )
        for (const authority of [FINANCE, NAME, county.finance]) {
          const view = granted(await readPublished(platform, { year: 2025, authority }))
          assert.equal(view.report.address, NAME)
        }
        const [found] = await searchAuthorities(platform, '国有资产')
        assert.deepEqual(found, { authority: NAME, address: NAME, years: [2025] })
        const none = await readPublished(platform, { year: 2024, authority: NAME })
        assert.equal(codeOf(none), 'public.not-found')
      })

      it('撤回之后只留何时、为何撤回', async () => {
        const reason = '报告对象有误'
        report = granted(
          await withdrawPublished(platform, county.people.head, { ...refOf(report), reason }),
        )
        const view = granted(await readPublished(platform, finance))
        assert.deepEqual([view.editions, view.shown], [[], null])
        assert.deepEqual(
          [view.report.standing, view.report.withdrawnOn, view.report.withdrawnReason],
          ['withdrawn', '2026-01-05', reason],
        )
        for await (const _ of openReports(platform, 2025)) assert.fail('withdrawn')
        assert.deepEqual((await readPortal(platform)).years, [
          { year: 2025, asked: 3, published: 0 },
        ])
      })
    })
  }
})
