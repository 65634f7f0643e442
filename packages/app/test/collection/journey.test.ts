import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { acceptReport } from '../../src/collection/accept-report.js'
import { answerRemark } from '../../src/collection/answer-remark.js'
import { board } from '../../src/collection/board.js'
import { checkDraft } from '../../src/collection/check-draft.js'
import { compareVersions } from '../../src/collection/compare-versions.js'
import { correctPublished } from '../../src/collection/correct-published.js'
import { readCourse } from '../../src/collection/course.js'
import { listVersions } from '../../src/collection/list-versions.js'
import { publishReport } from '../../src/collection/publish-report.js'
import { readReport } from '../../src/collection/read-report.js'
import { returnReport } from '../../src/collection/return-report.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { startReport } from '../../src/collection/start-report.js'
import { submitReport } from '../../src/collection/submit-report.js'
import { waiveFinding } from '../../src/collection/waive-finding.js'
import { withdrawPublished } from '../../src/collection/withdraw-published.js'
import { ANY_SERVER } from '../support/servers.js'
import {
  asOwner,
  collect,
  FINANCE,
  goodReport,
  granted,
  newCounty,
  refOf,
  withCell,
} from './support.js'

const NAMES = {
  officer: '经办甲',
  secondOfficer: '经办乙',
  head: '负责丙',
  supervisor: '审阅丁',
} as const

// The servers do not know of each other: both are tried at the same time.
describe('年度报告的收集', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      it('布置、编制、检查、说明、报送、退回、答复、再报送、接收、公布、更正、撤回', async () => {
        const county = await newCounty(server)
        const { platform, people } = county
        const { collection, reportOf } = await collect(county)
        const id = reportOf(county.finance)
        for (const [who, name] of Object.entries(NAMES)) {
          const { personId } = people[who as keyof typeof NAMES]
          await asOwner(county, `update gongkai.person set name = $1 where id = $2`, [
            name,
            personId,
          ])
        }
        const wrong = withCell(goodReport(FINANCE), '三（七）', '总计', '9')

        let report = granted(
          await startReport(
            platform,
            people.officer,
            {
              reportId: id,
              version: 1,
              from: { kind: 'blank' },
            },
            county.files,
          ),
        )
        report = granted(
          await saveDraft(platform, people.officer, { ...refOf(report), document: wrong }),
        )
        report = granted(
          await saveDraft(platform, people.officer, { ...refOf(report), document: wrong }),
        )
        const check = granted(await checkDraft(platform, people.officer, id))
        const errors = check.findings.filter(({ severity }) => severity === 'error')
        assert.ok(errors.length > 0)

        const tooEarly = await submitReport(platform, people.officer, refOf(report))
        assert.ok(!tooEarly.ok && tooEarly.refusal.code === 'report.errors-open')
        assert.deepEqual(
          tooEarly.refusal.findings.map(({ message }) => message),
          errors.map(({ message }) => message),
        )
        for (const { key } of errors) {
          granted(
            await waiveFinding(platform, people.officer, {
              reportId: id,
              key,
              reason: '已核实，来源如此',
            }),
          )
        }
        report = granted(await submitReport(platform, people.officer, refOf(report)))
        assert.equal(report.state, 'submitted')

        const seen = granted(await readReport(platform, people.supervisor, { reportId: id }))
        assert.deepEqual(
          seen.waivers.map(({ reason }) => reason),
          errors.map(() => '已核实，来源如此'),
        )
        assert.equal(seen.version?.no, 2)

        const cell = { table: 'requests', row: '三（七）', column: '总计' } as const
        report = granted(
          await returnReport(platform, people.supervisor, {
            ...refOf(report),
            reason: '',
            remarks: [
              { target: { kind: 'cells', cells: [cell] }, words: '请核对总计' },
              { target: { kind: 'text', part: 'section/一', start: 0, end: 5 }, words: '请补充' },
            ],
          }),
        )
        const { remarks } = granted(await readReport(platform, people.officer, { reportId: id }))
        assert.deepEqual(
          remarks.map(({ quote, words }) => [quote, words]),
          [
            ['["9"]', '请核对总计'],
            ['2025年', '请补充'],
          ],
        )
        for (const { id: remarkId } of remarks) {
          granted(await answerRemark(platform, people.officer, { remarkId, answer: '已改正' }))
        }
        // The same version is handed in by somebody else, and returned once more.
        report = granted(await submitReport(platform, people.secondOfficer, refOf(report)))
        const again = { ...refOf(report), reason: '仍请核对', remarks: [] }
        report = granted(await returnReport(platform, people.supervisor, again))
        report = granted(
          await saveDraft(platform, people.officer, {
            ...refOf(report),
            document: goodReport(FINANCE),
          }),
        )
        report = granted(await submitReport(platform, people.officer, refOf(report)))
        report = granted(await acceptReport(platform, people.supervisor, refOf(report)))
        const publishedOn = localDate('2026-01-05')
        report = granted(
          await publishReport(platform, people.officer, { ...refOf(report), publishedOn }),
        )

        const mended = { ...goodReport(FINANCE), intro: `${goodReport(FINANCE).intro}特此报告。` }
        report = granted(
          await saveDraft(platform, people.officer, { ...refOf(report), document: mended }),
        )
        report = granted(
          await correctPublished(platform, people.head, { ...refOf(report), reason: '补充结束语' }),
        )
        const versions = granted(await listVersions(platform, null, id))
        assert.deepEqual(
          versions.map(({ no, reason }) => [no, reason]),
          [
            [4, '补充结束语'],
            [3, null],
          ],
        )
        const diff = granted(
          await compareVersions(platform, null, { reportId: id, from: 3, to: 4 }),
        )
        assert.deepEqual([diff.cells.length, diff.passages.length > 0], [0, true])

        report = granted(
          await withdrawPublished(platform, people.head, {
            ...refOf(report),
            reason: '机关职责划转',
          }),
        )
        const COURSE = [
          ['submit', 2, '经办甲', 'disclosureOfficer', null],
          ['return', 2, '审阅丁', 'supervisingOfficer', null],
          ['submit', 2, '经办乙', 'disclosureOfficer', null],
          ['return', 2, '审阅丁', 'supervisingOfficer', '仍请核对'],
          ['submit', 3, '经办甲', 'disclosureOfficer', null],
          ['accept', 3, '审阅丁', 'supervisingOfficer', null],
          ['publish', 3, '经办甲', 'disclosureOfficer', null],
          ['correct', 4, '负责丙', 'disclosureHead', '补充结束语'],
          ['withdraw', 4, '负责丙', 'disclosureHead', '机关职责划转'],
        ]
        for (const [who, course] of [
          ['leader', COURSE],
          ['supervisor', COURSE],
          ['auditor', COURSE],
          ['siblingOfficer', []],
        ] as const) {
          const told = granted(await readCourse(platform, people[who], id))
          assert.deepEqual(
            told.map(({ step, no, person, role, remark }) => [step, no, person, role, remark]),
            course,
            who,
          )
        }
        // The one who reviewed is named to the bureau beside the remark, and nobody to whom the report is only public.
        for (const [who, names] of [
          ['leader', ['审阅丁', '经办乙', '经办甲', '负责丙']],
          ['siblingOfficer', []],
        ] as const) {
          const view = granted(await readReport(platform, people[who], { reportId: id }))
          assert.deepEqual(view.people.map(({ name }) => name).toSorted(), [...names].toSorted())
        }

        const tombstone = granted(await readReport(platform, null, { reportId: id }))
        assert.deepEqual(
          [tombstone.report.state, tombstone.report.withdrawnReason, tombstone.version],
          ['withdrawn', '机关职责划转', null],
        )
        const { rows } = granted(
          await board(platform, people.supervisor, { collectionId: collection.id }),
        )
        assert.deepEqual(rows.map(({ state }) => state).toSorted(), [
          'notStarted',
          'notStarted',
          'withdrawn',
        ])
        const events = await asOwner(
          county,
          `select name, count(*)::int as times from gongkai.event
        where subject_id = '${id}' group by name order by min(seq)`,
        )
        assert.deepEqual(
          events.map(({ name, times }) => [name, times]),
          [
            ['reportStarted', 1],
            ['draftSaved', 4],
            ['findingWaived', errors.length],
            ['reportSubmitted', 3],
            ['reportReturned', 2],
            ['remarkAnswered', 2],
            ['reportAccepted', 1],
            ['reportPublished', 1],
            ['publishedCorrected', 1],
            ['publishedWithdrawn', 1],
          ],
        )
        await county.close()
      })
    })
  }
})
