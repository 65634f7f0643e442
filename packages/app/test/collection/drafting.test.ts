import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type LocalDuty, localDate } from '@gongkai/law'
import type { Binding, CellRef, SavedReport } from '@gongkai/report'
import { acceptReport } from '../../src/collection/accept-report.js'
import { checkDraft } from '../../src/collection/check-draft.js'
import { dueOnOf } from '../../src/collection/collection.js'
import { correctPublished } from '../../src/collection/correct-published.js'
import { fitDocument } from '../../src/collection/fit-document.js'
import { listVersions } from '../../src/collection/list-versions.js'
import { publishReport } from '../../src/collection/publish-report.js'
import { readReport } from '../../src/collection/read-report.js'
import type { ReportFile } from '../../src/collection/report-file.js'
import { restoreVersion } from '../../src/collection/restore-version.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { startReport } from '../../src/collection/start-report.js'
import { blankReport, fromLastYear } from '../../src/collection/starting-points.js'
import { submitReport } from '../../src/collection/submit-report.js'
import { waiveFinding } from '../../src/collection/waive-finding.js'
import type { Actor } from '../../src/context.js'
import { PLAIN_LAW } from '../../src/overlays/law.js'
import { publicDocument } from '../../src/portal/public-document.js'
import { ANY_SERVER } from '../support/servers.js'
import {
  asOwner,
  type County,
  codeOf,
  collect,
  EDUCATION,
  FINANCE,
  goodReport,
  granted,
  newCounty,
  refOf,
  withCell,
  withRole,
} from './support.js'

// The servers do not know of each other: both are tried at the same time.
describe('编制', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let county: County
      let reportOf: (authorityId: string) => string
      before(async () => {
        county = await newCounty(server)
        ;({ reportOf } = await collect(county))
      })
      after(() => county.close())

      it('两人同时修改：后保存的不覆盖，告知现在的版本', async () => {
        const { platform, people } = county
        const started = await begun(county, reportOf(county.finance), people.officer)
        const document = goodReport(FINANCE)
        const mine = { ...document, intro: '甲的文字。' }
        const theirs = { ...document, intro: '乙的文字。' }
        const outcomes = await Promise.all([
          saveDraft(platform, people.officer, { ...refOf(started), document: mine }),
          saveDraft(platform, people.secondOfficer, { ...refOf(started), document: theirs }),
        ])
        assert.deepEqual(outcomes.map(codeOf).toSorted(), ['ok', 'report.changed'])
        const [winner] = outcomes[0]?.ok ? ['甲的文字。'] : ['乙的文字。']
        const loser = outcomes.find((one) => !one.ok)
        assert.ok(loser && !loser.ok && loser.refusal.code === 'report.changed')
        assert.equal(loser.refusal.presentVersion?.document.intro, winner)
        assert.equal(loser.refusal.present.version, started.version + 1)
      })

      it('自动保存只有一个工作版本；恢复旧版本时，现有内容留作一个版本', async () => {
        const { platform, people } = county
        let report = await begun(county, reportOf(county.education), people.siblingOfficer)
        const document = goodReport(EDUCATION)
        for (const intro of ['一稿。', '二稿。', '三稿。']) {
          const draft = { ...document, intro }
          report = granted(
            await saveDraft(platform, people.siblingOfficer, { ...refOf(report), document: draft }),
          )
        }
        const told = await asOwner(
          county,
          `select detail::json as detail from gongkai.event where name = 'draftSaved' and subject_id = '${report.id}' order by seq`,
        )
        // Each begins where the one before ended; of the second and the third only the introduction differs.
        const [one, two, three] = told.map(({ detail }) => detail)
        assert.equal(two.before.digest, one.after.digest)
        assert.equal(three.before.digest, two.after.digest)
        assert.notEqual(three.before.digest, three.after.digest)
        assert.deepEqual([three.cellsChanged, three.textsChanged], [0, ['intro']])
        assert.ok(one.cellsChanged > 0 && !JSON.stringify(told).includes('二稿'))
        report = granted(
          await restoreVersion(platform, people.siblingOfficer, { ...refOf(report), no: 1 }),
        )
        const versions = granted(await listVersions(platform, people.siblingOfficer, report.id))
        assert.deepEqual(
          versions.map(({ no, origin, frozenAt }) => [no, origin, frozenAt !== null]),
          [
            [3, { kind: 'restored', from: 1 }, false],
            [2, { kind: 'edited' }, true],
            [1, { kind: 'blank' }, true],
          ],
        )
        const second = granted(
          await readReport(platform, people.siblingOfficer, { reportId: report.id, no: 2 }),
        )
        assert.equal(second.version?.document.intro, '三稿。')
      })

      it('隔一个小时以上再改的，上一次编辑的结果留作一个版本', async () => {
        const fresh = await newCounty(server)
        const { people } = fresh
        const id = (await collect(fresh)).reportOf(fresh.finance)
        let report = await begun(fresh, id, people.officer)
        const at = async (minutes: number, intro: string) => {
          const now = () => new Date(fresh.platform.now().getTime() + minutes * 60_000)
          const document = { ...goodReport(FINANCE), intro }
          report = granted(
            await saveDraft({ ...fresh.platform, now }, people.officer, {
              ...refOf(report),
              document,
            }),
          )
        }
        await at(10, '一稿。')
        await at(40, '二稿。')
        await at(101, '三稿。')
        const versions = granted(await listVersions(fresh.platform, people.officer, id))
        assert.deepEqual(
          versions.map(({ no, frozenAt }) => [no, frozenAt !== null]),
          [
            [3, false],
            [2, true],
            [1, true],
          ],
        )
        const second = granted(
          await readReport(fresh.platform, people.officer, { reportId: id, no: 2 }),
        )
        assert.equal(second.version?.document.intro, '二稿。')
        await fresh.close()
      })

      it('绑定到单元格的数字随草稿保存、恢复；与单元格不一致的取消并告知', async () => {
        const { platform, people } = county
        const actor = people.siblingOfficer
        const head = granted(
          await readReport(platform, actor, { reportId: reportOf(county.education) }),
        )
        const document = goodReport(EDUCATION)
        const cell = document.cells.find((one) => one.row === '一' && one.column === '总计')
        assert.ok(cell)
        const { table, row, column, raw } = cell
        const good = {
          part: 'intro',
          start: 2,
          end: 2 + `${raw}`.length,
          cell: { table, row, column },
        } as const
        const wrong = { ...good, start: good.end + 2, end: good.end + 4 }
        const bound = { ...document, intro: `新收${raw}件、99件。`, bindings: [good, wrong] }
        const saved = granted(
          await saveDraft(platform, actor, { ...refOf(head.report), document: bound }),
        )
        assert.deepEqual(saved.unbound, [wrong])
        const restored = granted(await restoreVersion(platform, actor, { ...refOf(saved), no: 3 }))
        const read = granted(await readReport(platform, actor, { reportId: restored.id }))
        assert.deepEqual(read.version?.document.bindings, [good])
      })

      it('从文件开始：原件按摘要保存，读取结果留作第一版', async () => {
        const { platform, people } = county
        const sha256 = await county.files.put(new TextEncoder().encode('原件'))
        const reading = { ...goodReport('云岭县人民政府'), sha256 }
        const id = reportOf(county.government)
        const from = { kind: 'file', reading } as const
        const report = granted(
          await startReport(
            platform,
            people.countyOfficer,
            { reportId: id, version: 1, from },
            county.files,
          ),
        )
        const [first] = granted(await listVersions(platform, people.countyOfficer, report.id))
        assert.deepEqual(first?.origin, { kind: 'file', digest: sha256 })
        assert.notEqual(first?.frozenAt, null)
      })

      it('豁免按规则、位置和值保留：重新检查仍有效，值变则失效，改回又有效', async () => {
        const fresh = await newCounty(server)
        const { platform, people } = fresh
        const id = (await collect(fresh)).reportOf(fresh.finance)
        let report = await begun(fresh, id, people.officer)
        const save = async (raw: string) => {
          const document = withCell(goodReport(FINANCE), '三（七）', '总计', raw)
          report = granted(
            await saveDraft(platform, people.officer, { ...refOf(report), document }),
          )
          return granted(await checkDraft(platform, people.officer, id)).findings
        }
        for (const { key, severity } of await save('9')) {
          if (severity === 'error') {
            const short = { reportId: id, key, reason: ' 已核实 ' }
            assert.equal(
              codeOf(await waiveFinding(platform, people.officer, short)),
              'finding.reason-missing',
            )
            granted(
              await waiveFinding(platform, people.officer, {
                reportId: id,
                key,
                reason: '已与台账核实',
              }),
            )
          }
        }
        const open = (findings: Awaited<ReturnType<typeof save>>) =>
          findings.filter(({ severity, waiver }) => severity === 'error' && waiver === null).length
        assert.equal(open(await save('9')), 0)
        assert.ok(open(await save('10')) > 0)
        assert.equal(open(await save('9')), 0)
        await fresh.close()
      })

      it('逾期的发现不能豁免，也不妨碍报送；公布逾期如实记录', async () => {
        const fresh = await newCounty(server)
        const id = (await collect(fresh)).reportOf(fresh.finance)
        const platform = { ...fresh.platform, now: () => new Date('2026-02-09T01:00:00.000Z') }
        const { people } = fresh
        let report = await begun({ ...fresh, platform }, id, people.officer)
        const document = {
          ...goodReport(FINANCE),
          signature: `${FINANCE}\n2026年2月9日`,
          signedOn: localDate('2026-02-09'),
        }
        report = granted(await saveDraft(platform, people.officer, { ...refOf(report), document }))
        const check = granted(await checkDraft(platform, people.officer, id))
        const late = check.findings.find(({ rule }) => rule === 'PUB-01')
        assert.ok(late?.severity === 'error')
        const waived = await waiveFinding(platform, people.officer, {
          reportId: id,
          key: late.key,
          reason: '人手不足',
        })
        assert.equal(codeOf(waived), 'finding.not-waivable')
        report = granted(await submitReport(platform, people.officer, refOf(report)))
        report = granted(await acceptReport(platform, people.supervisor, refOf(report)))
        const publishedOn = localDate('2026-02-09')
        report = granted(
          await publishReport(platform, people.officer, { ...refOf(report), publishedOn }),
        )
        assert.deepEqual([report.dueOn, report.publishedOn], ['2026-01-31', '2026-02-09'])
        await fresh.close()
      })

      it('编制的人不接收，也不审定更正', async () => {
        const fresh = await newCounty(server)
        const { platform, people, government } = fresh
        const id = (await collect(fresh)).reportOf(government)
        const both: Actor = {
          ...people.countyOfficer,
          holdings: [
            ...people.countyOfficer.holdings,
            { role: 'supervisingOfficer', authorityId: government, onBehalfOf: null },
            { role: 'disclosureHead', authorityId: government, onBehalfOf: null },
          ],
        }
        let report = await begun(fresh, id, people.countyOfficer)
        const document = goodReport('云岭县人民政府')
        report = granted(
          await saveDraft(platform, people.countyOfficer, { ...refOf(report), document }),
        )
        for (const { key, severity } of granted(
          await checkDraft(platform, people.countyOfficer, id),
        ).findings) {
          if (severity === 'error') {
            granted(
              await waiveFinding(platform, people.countyOfficer, {
                reportId: id,
                key,
                reason: '已与台账核实',
              }),
            )
          }
        }
        report = granted(await submitReport(platform, people.countyOfficer, refOf(report)))
        await withRole(fresh, both.personId, 'supervisingOfficer')
        assert.equal(
          codeOf(await acceptReport(platform, both, refOf(report))),
          'report.drafted-by-you',
        )
        report = granted(await acceptReport(platform, people.supervisor, refOf(report)))
        const publishedOn = localDate('2026-01-05')
        report = granted(
          await publishReport(platform, people.countyOfficer, { ...refOf(report), publishedOn }),
        )
        report = granted(
          await saveDraft(platform, people.countyOfficer, { ...refOf(report), document }),
        )
        // Of another sitting only somebody else is the drafter, but the correction is of both.
        const later = new Date(platform.now().getTime() + 3_600_001)
        const colleague: Actor = {
          ...people.supervisor,
          holdings: [{ role: 'disclosureOfficer', authorityId: government, onBehalfOf: null }],
        }
        await withRole(fresh, colleague.personId, 'disclosureOfficer')
        report = granted(
          await saveDraft({ ...platform, now: () => later }, colleague, {
            ...refOf(report),
            document,
          }),
        )
        await withRole(fresh, both.personId, 'disclosureHead')
        const corrected = await correctPublished(platform, both, {
          ...refOf(report),
          reason: '更正',
        })
        assert.equal(codeOf(corrected), 'report.drafted-by-you')
        granted(
          await correctPublished(platform, people.countyHead, { ...refOf(report), reason: '更正' }),
        )
        await fresh.close()
      })
    })
  }
})

describe('从哪里开始', () => {
  const begun = { authority: FINANCE, reportYear: 2026, form: '2021' } as const

  it('空白表格：每格一次，都是空白', () => {
    const { cells, title, sections, sha256, mediaType } = blankReport(begun)
    assert.equal(title, '云岭县财政局2026年政府信息公开工作年度报告')
    assert.equal(sections.length, 6)
    assert.ok(cells.length > 190 && cells.every(({ state }) => state === 'blank'))
    assert.deepEqual([sha256, mediaType], [null, null])
  })

  it('上年报告：文字保留，数字只带入上年结转，并注明是推定的', () => {
    const last = goodReport(FINANCE)
    const { intro, cells } = fromLastYear(begun, last)
    assert.equal(intro, last.intro)
    const filled = cells.filter(({ state }) => state !== 'blank')
    assert.ok(
      filled.every(({ table, row, inferred }) => table === 'requests' && row === '二' && inferred),
    )
    const people = filled.find(({ column }) => column === '自然人')
    const before = last.cells.find(
      ({ table, row, column }) => table === 'requests' && row === '四' && column === '自然人',
    )
    assert.equal(people?.value, before?.value)
    assert.equal(people?.value, 2)
  })
})

describe('正文中绑定到单元格的数字', () => {
  const TOTAL = { table: 'requests', row: '一', column: '总计' } as const
  const CARRIED = { table: 'requests', row: '二', column: '总计' } as const
  const part = 'section/一' as const
  const bound = (text: string, bindings: readonly Binding[]): SavedReport => {
    const report = goodReport(FINANCE)
    const sections = report.sections.map((one) => (one.no === '一' ? { ...one, text } : one))
    return { ...report, sections, bindings }
  }
  const good = goodReport(FINANCE)
  const printed = ({ row, column }: CellRef) =>
    good.cells.find((cell) => cell.row === row && cell.column === column)?.raw ?? ''
  const text = `上年结转${printed(CARRIED)}件，新收${printed(TOTAL)}件。`
  const carried = {
    ...{ part, start: 4, cell: CARRIED },
    end: 4 + printed(CARRIED).length,
  } as const
  const start = text.indexOf('新收') + 2
  const received = { part, start, end: start + printed(TOTAL).length, cell: TOTAL } as const
  const textOf = ({ sections }: SavedReport) => sections.find(({ no }) => no === '一')?.text

  it('保存时核对：与单元格一致的保留，不一致的取消', () => {
    const wrong = { ...received, cell: CARRIED }
    const fit = (bindings: readonly Binding[]) =>
      granted(fitDocument({ reportYear: 2025, form: '2021' }, bound(text, bindings)))
    assert.deepEqual(fit([carried, received]).bindings, [carried, received])
    assert.deepEqual(fit([carried, wrong]).bindings, [carried])
    assert.equal('bindings' in fit([wrong]), false)
  })

  it('以上年报告起稿：绑定保留，带入的数随即更新，其余的等待填写，不变成0', () => {
    const last = bound(text, [carried, received])
    const started = fromLastYear({ authority: FINANCE, reportYear: 2026, form: '2021' }, last)
    const now = started.cells.find(({ row, column }) => row === '二' && column === '总计')?.raw
    assert.equal(textOf(started), `上年结转${now}件，新收${printed(TOTAL)}件。`)
    assert.deepEqual(
      started.bindings?.map(({ cell }) => cell),
      [CARRIED, TOTAL],
    )
    const older = fromLastYear({ authority: FINANCE, reportYear: 2026, form: '2019' }, last)
    assert.equal(older.bindings, undefined)
  })

  it('公开的文件中没有绑定', () => {
    const open = publicDocument(bound(text, [carried, received]), {
      ...{ name: '报告', publishedOn: null },
    })
    assert.equal('bindings' in open, false)
    assert.equal(textOf(open), text)
  })
})

describe('公布时限', () => {
  const early: LocalDuty = {
    ...{ area: '云岭县', step: 'publish', fromReportYear: 2025, known: 'seen' },
    ...{ level: 'department', monthDay: '01-20', notice: '云岭县通知' },
  }
  // biome-ignore format: table
  const CASES: readonly [string, string, string, LocalDuty[], string][] = [
    ['政府部门',           'department',  'county',   [],      '2026-01-31'],
    ['县人民政府',         'government',  'county',   [],      '2026-03-31'],
    ['街道办事处',         'subdistrict', 'township', [],      '2026-01-31'],
    ['乡镇人民政府',       'township',    'township', [],      '2026-01-31'],
    ['部门，本地更早',     'department',  'county',   [early], '2026-01-20'],
    ['县人民政府，部门更早', 'government', 'county',  [early], '2026-03-31'],
  ]
  for (const [title, kind, level, localDuties, dueOn] of CASES) {
    it(title, () =>
      assert.equal(dueOnOf({ kind, level }, { reportYear: 2025, localDuties }, PLAIN_LAW), dueOn),
    )
  }
})

async function begun(
  { platform, files }: Pick<County, 'platform' | 'files'>,
  reportId: string,
  actor: Actor,
): Promise<ReportFile> {
  const from = { kind: 'blank' } as const
  return granted(await startReport(platform, actor, { reportId, version: 1, from }, files))
}
