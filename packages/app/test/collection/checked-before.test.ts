import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { acceptReport } from '../../src/collection/accept-report.js'
import { type Checker, HERE } from '../../src/collection/check-aside.js'
import { checkDraft } from '../../src/collection/check-draft.js'
import { correctPublished } from '../../src/collection/correct-published.js'
import { openCollection } from '../../src/collection/open-collection.js'
import { publishReport } from '../../src/collection/publish-report.js'
import type { ReportFile } from '../../src/collection/report-file.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { startReport } from '../../src/collection/start-report.js'
import { submitReport } from '../../src/collection/submit-report.js'
import { waiveFinding } from '../../src/collection/waive-finding.js'
import { claimRequest } from '../../src/repeats/claim-request.js'
import { SERVERS } from '../support/servers.js'
import {
  asOwner,
  type County,
  codeOf,
  collect,
  FINANCE,
  goodReport,
  granted,
  newCounty,
  refOf,
  withCell,
} from './support.js'

const GOOD = goodReport(FINANCE)
const WRONG = withCell(GOOD, '三（七）', '总计', '9')

/** Checks as ever, but for what somebody does while it is checked. */
const meanwhile =
  (act: () => Promise<unknown>): Checker =>
  async (...given) => {
    await act()
    return HERE(...given)
  }

// How steps follow each other is the same on both servers.
for (const server of SERVERS.slice(0, 1)) {
  describe('先检查，后办理', { skip: server.skip ?? false }, () => {
    let county: County
    let report: ReportFile
    before(async () => {
      county = await newCounty(server)
      const id = (await collect(county)).reportOf(county.finance)
      const { platform, people, files } = county
      const from = { reportId: id, version: 1, from: { kind: 'blank' } } as const
      report = granted(await startReport(platform, people.officer, from, files))
    })
    after(() => county.close())

    const save = async (document: typeof GOOD) => {
      const { platform, people } = county
      report = granted(await saveDraft(platform, people.officer, { ...refOf(report), document }))
    }

    it('检查时没有占住报告，他人可以照常保存；保存了的，本次不报送', async () => {
      const { platform, people } = county
      await save(GOOD)
      const stale = refOf(report)
      const saved = meanwhile(() => save(WRONG))
      const refused = await submitReport(platform, people.officer, stale, saved)
      assert.ok(!refused.ok && refused.refusal.code === 'report.changed')
      const [row] = await asOwner(
        county,
        `select state, submitted_no from gongkai.annual_report where id = '${report.id}'`,
      )
      assert.deepEqual(row, { state: 'draft', submitted_no: null })
    })

    it('检查时作出的说明，办理时有效；检查时没有办成什么，同一请求可以重来', async () => {
      const { platform, people } = county
      await save(WRONG)
      const check = granted(await checkDraft(platform, people.officer, report.id))
      const errors = check.findings.filter(({ severity }) => severity === 'error')
      const request = {
        ...{ personId: people.officer.personId, key: '一次报送', digest: Buffer.from('0') },
      }
      const claimed = granted(await claimRequest(platform, request))
      assert.ok('claim' in claimed)
      const done: unknown[] = []
      const waived = meanwhile(async () => {
        for (const { key } of errors) {
          const waiver = { reportId: report.id, key, reason: '已核实，来源如此' }
          granted(await waiveFinding(platform, people.officer, waiver))
        }
        done.push(...(await asOwner(county, 'select done_at from gongkai.repeat')))
      })
      report = granted(
        await submitReport({ ...platform, ...claimed }, people.officer, refOf(report), waived),
      )
      assert.equal(report.state, 'submitted')
      assert.deepEqual(done, [{ done_at: null }])
      const [event] = await asOwner(
        county,
        `select detail::json->'waived' as waived from gongkai.event where name = 'reportSubmitted'`,
      )
      assert.equal(event?.waived.length, errors.length)
    })

    it('更正公布也是这样', async () => {
      const { platform, people } = county
      report = granted(await acceptReport(platform, people.supervisor, refOf(report)))
      const day = { ...refOf(report), publishedOn: localDate('2026-01-05') }
      report = granted(await publishReport(platform, people.officer, day))
      await save(GOOD)
      const command = { ...refOf(report), reason: '更正总计' }
      const saved = meanwhile(() => save(WRONG))
      assert.equal(
        codeOf(await correctPublished(platform, people.head, command, saved)),
        'report.changed',
      )
      const again = { ...refOf(report), reason: '更正总计' }
      report = granted(await correctPublished(platform, people.head, again))
      assert.equal(report.publishedNo, 3)
    })

    it('本地时限早于法定时限的：超过本地时限不算违反条例', async () => {
      const { platform, people, finance, government, files } = county
      granted(
        await openCollection(platform, people.supervisor, {
          ...{ authorityId: government, reportYear: 2024, instructions: '' },
          localDuties: [
            {
              ...{ area: '云岭县', level: 'department', step: 'publish', fromReportYear: 2024 },
              ...{ monthDay: '01-20', notice: '云政办函〔2024〕8号', known: 'seen' },
            },
          ],
          authorityIds: [finance],
        }),
      )
      const [row] = await asOwner(
        county,
        'select id from gongkai.annual_report where report_year = 2024',
      )
      const start = { reportId: String(row?.id), version: 1, from: { kind: 'blank' } } as const
      report = granted(await startReport(platform, people.officer, start, files))
      await save({
        ...goodReport(FINANCE, 2024),
        ...{ signature: `${FINANCE}\n2025年1月25日`, signedOn: localDate('2025-01-25') },
      })
      const { findings } = granted(await checkDraft(platform, people.officer, report.id))
      assert.deepEqual(
        findings
          .filter(({ rule }) => rule === 'PUB-01')
          .map(({ severity, message, basis }) => [severity, message, basis]),
        [
          [
            'warning',
            '报告落款日期为2025年1月25日，未超过法定的公布时限2025年1月31日，但晚于本地规定的时限2025年1月20日。',
            '云政办函〔2024〕8号',
          ],
        ],
      )
    })
  })
}
