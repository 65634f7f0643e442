import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { type SavedReport, textParts } from '@gongkai/report'
import { board } from '../../src/collection/board.js'
import { checkAll } from '../../src/collection/bulk-check.js'
import { bulkCheckJob } from '../../src/collection/bulk-check-job.js'
import { listFindings } from '../../src/collection/list-findings.js'
import { addAuthority } from '../people/tree.js'
import { comesTo, seen, until, work } from '../queue/support.js'
import { SERVERS } from '../support/servers.js'
import { type Made, madeReport } from './made.js'
import { asOwner, codeOf, goodReport, granted, newCounty } from './support.js'

const [EMBEDDED] = SERVERS

describe('检查全部报告', () => {
  it('在后台逐份检查最新一版，保存发现，能看到进度；未开始的不检查', async () => {
    if (!EMBEDDED) throw new Error('no server')
    const county = await newCounty(EMBEDDED)
    const { platform, people, finance, education, government } = county
    const other = await addAuthority(county, '云岭县水务局', government)
    const put = (
      authority: string,
      name: string,
      state: 'submitted' | 'draft' | 'notStarted',
      beside: Made | null,
    ) =>
      madeReport(
        county,
        { collector: government, authority },
        state,
        (year) => wrong(name, year),
        beside,
      )
    const first = await put(finance, '云岭县财政局', 'submitted', null)
    await put(education, '云岭县教育局', 'draft', first)
    await put(other, '云岭县水务局', 'notStarted', first)
    const { collectionId, reportYear } = first
    const texts = JSON.stringify(textParts(wrong('云岭县财政局', reportYear)))
    await asOwner(county, 'alter table gongkai.report_version disable trigger keep_version')
    await asOwner(county, 'update gongkai.report_version set texts = $1 where report_id = $2', [
      texts,
      first.reportId,
    ])
    const missing = await checkAll(platform, people.supervisor, { collectionId: government })
    assert.equal(codeOf(missing), 'collection.not-found')

    const { jobId } = granted(await checkAll(platform, people.supervisor, { collectionId }))
    const again = granted(await checkAll(platform, people.supervisor, { collectionId }))
    assert.equal(again.jobId, jobId)
    const others = children()
    const converter = () => children().find((pid) => !others.includes(pid))
    const queue = await work(county, [bulkCheckJob(1)])
    // A converter that is killed in the middle of a report does not keep it from being checked.
    await until(() => converter() !== undefined)
    process.kill(Number(converter()), 'SIGKILL')
    await comesTo(county, jobId, 'done')
    await queue.stop(1000)
    const { done, total, message } = await seen(county, jobId)
    assert.deepEqual([done, total, message], [2, 2, null])

    const { rows } = granted(await board(platform, people.supervisor, { collectionId }))
    const errors = rows.map((row) => [row.authority, row.openErrors !== null && row.openErrors > 0])
    assert.deepEqual(errors, [
      ['云岭县财政局', true],
      ['云岭县教育局', true],
      ['云岭县水务局', false],
    ])
    // What stands in a draft is its authority's own; the text that was handed in is told to the other.
    const files = async (as: typeof people.supervisor) =>
      granted(await listFindings(platform, as, collectionId)).map(({ file }) => file)
    assert.deepEqual(await files(people.supervisor), ['云岭县财政局'])
    const [, draft] = granted(await listFindings(platform, people.auditor, collectionId))
    assert.ok(draft?.findings.some(({ rule }) => rule === 'SIB-01'))
  })
})

function children(): readonly string[] {
  const text = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim()
  return text === '' ? [] : text.split(' ')
}

function wrong(name: string, year: number): SavedReport {
  const report = goodReport(name, year)
  const cells = report.cells.map((cell) =>
    cell.row === '三（七）' && cell.column === '总计' ? { ...cell, raw: '9', value: 9 } : cell,
  )
  return { ...report, cells }
}
