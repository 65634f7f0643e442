import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, ok, yearOf } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { renameAuthority } from '../../src/authorities/rename-authority.js'
import { lastYearsReport } from '../../src/collection/last-year.js'
import { today } from '../../src/context.js'
import { toText } from '../../src/examples/to-text.js'
import { FILE_REFUSALS } from '../../src/files/refusals.js'
import { acceptReadyPast, decidePast } from '../../src/past/decide-past.js'
import { listPast, readPastImport, readPastItem } from '../../src/past/list-past.js'
import { readPastAgain } from '../../src/past/read-again.js'
import { readPastJob } from '../../src/past/read-past-job.js'
import { startImport } from '../../src/past/start-import.js'
import { keepFiles } from '../../src/past/unpack-files.js'
import { createPool } from '../../src/pool/create-pool.js'
import { systemOf } from '../../src/queue/system.js'
import type { FileStore } from '../../src/storage/file-store.js'
import { guardedStore } from '../../src/storage/file-store-guard.js'
import { transact } from '../../src/storage/transact.js'
import {
  asOwner,
  type County,
  codeOf,
  goodReport,
  granted,
  newCounty,
  withCell,
} from '../collection/support.js'
import { comesTo, work } from '../queue/support.js'
import { SERVERS } from '../support/servers.js'
import { zipOf } from './zip.js'

const [EMBEDDED] = SERVERS
const DIGEST = '0'.repeat(64)

function file(name: string, report: SavedReport, change = (text: string) => text) {
  return { name, bytes: new TextEncoder().encode(change(toText(report, '2021'))) }
}

/** While the second of three reports is being taken over. */
const ENDS_AT = 10

describe('历年报告的导入', () => {
  let county: County
  let importId: string
  const pool = createPool({ jobs: 1, timeoutMs: 60_000 })
  before(async () => {
    if (!EMBEDDED) throw new Error('no server')
    county = await newCounty(EMBEDDED)
    const { platform, administrator, education, files, people } = county
    // It was 云岭县教育体育局 until the summer.
    await asOwner(
      county,
      `update gongkai.authority set name = '云岭县教育体育局' where id = '${education}'`,
    )
    granted(
      await renameAuthority(platform, administrator, {
        ...{ authorityId: education, version: 1, name: '云岭县教育局', shortName: '县教育局' },
        ...{ happenedOn: localDate('2026-01-01'), reason: '机构改革' },
      }),
    )
    const finance = goodReport('云岭县财政局', 2022)
    const zip = zipOf([
      { name: Buffer.from('c0fac4ea2f', 'hex'), bytes: new Uint8Array() },
      {
        ...file('', goodReport('云岭县教育体育局', 2022)),
        name: Buffer.from('历年/教体局2022.txt'),
      },
      // 历年/县政府2021.txt in the code page of Windows.
      {
        ...file('', goodReport('云岭县人民政府', 2021)),
        name: Buffer.from('c0fac4ea2fcfd8d5feb8ae323032312e747874', 'hex'),
      },
      { name: Buffer.from('__MACOSX/x'), bytes: new Uint8Array([1]) },
    ])
    const sent = [
      { name: '历年.zip', bytes: zip },
      file('财政局2022.txt', finance),
      file('财政局2021甲.txt', goodReport('云岭县财政局', 2021)),
      file('财政局2021乙.txt', withPrinted(goodReport('云岭县财政局', 2021))),
      file('财政2020.txt', goodReport('云岭县财证局', 2022)),
      { name: '带宏.docm', bytes: Buffer.from('PK\x03\x04 word/vbaProject.bin') },
      { name: '说明.bin', bytes: new Uint8Array([0, 1, 2, 3]) },
      { name: '程序.docx', bytes: Buffer.from(PROGRAM, 'hex') },
      { name: '扫描.pdf', bytes: Buffer.from(PICTURE, 'hex') },
      { name: '压缩炸弹.docx', bytes: bomb() },
    ]
    const { kept, refused } = granted(await keepFiles(guardedStore(files, null), sent))
    assert.deepEqual(
      refused.map(({ name }) => name),
      ['带宏.docm', '程序.docx', '扫描.pdf', '压缩炸弹.docx'],
    )
    const started = granted(
      await startImport(platform, people.supervisor, {
        authorityId: county.government,
        files: kept,
      }),
    )
    importId = started.importId
    const early = await acceptReadyPast(platform, people.supervisor, importId)
    assert.equal(codeOf(early), 'past.reading')
    const queue = await work(county, [readPastJob({ pool, files })])
    await comesTo(county, started.jobId, 'done')
    await queue.stop(1000)
  })
  after(async () => {
    await pool.close()
    await county.close()
  })

  it('名称与年度都清楚的可以采用，其余的说明疑点并等待核定', async () => {
    const { platform, people, government } = county
    const { items } = granted(
      await listPast(platform, people.supervisor, { authorityId: government }),
    )
    const told = items.map(({ file: name, state, doubts, proposals, reportYear }) => [
      ...[name, state, reportYear, doubts.map(({ kind }) => kind).join()],
      proposals.map((one) => `${one.name} ${one.how}`).join(),
    ])
    assert.deepEqual(told, [
      ['历年/教体局2022.txt', 'ready', 2022, '', '云岭县教育局 former'],
      ['历年/县政府2021.txt', 'ready', 2021, '', '云岭县人民政府 full'],
      ['财政局2022.txt', 'ready', 2022, '', '云岭县财政局 full'],
      ['财政局2021甲.txt', 'review', 2021, 'duplicate', '云岭县财政局 full'],
      ['财政局2021乙.txt', 'review', 2021, 'duplicate', '云岭县财政局 full'],
      ['财政2020.txt', 'review', 2022, 'authority,year', '云岭县财政局 close'],
      ['说明.bin', 'review', null, 'unreadable', ''],
    ])
  })

  it('采用的成为该年度已公布的报告，以后年度的检查能找到它；移出的写明理由', async () => {
    const { platform, people, government, finance } = county
    // As they stand between the reading of the last file and the search for duplicates.
    await asOwner(
      county,
      `update gongkai.past_item set state = 'ready', doubts = '[]' where file like '财政局2021%'`,
    )
    const killed = { ...platform, now: endsAt(ENDS_AT, platform.now) }
    await assert.rejects(acceptReadyPast(killed, people.supervisor, importId), /the process ends/)
    const kept = granted(await readPastImport(platform, people.supervisor, importId)).counts
    assert.deepEqual(kept, { published: 1, ready: 2, review: 4 })
    const done = granted(await acceptReadyPast(platform, people.supervisor, importId))
    assert.deepEqual(done, { published: 2, left: [] })
    const last = await transact(platform, people.officer, async ({ tx }) =>
      ok(await lastYearsReport(tx, { authorityId: finance, reportYear: 2023 })),
    )
    assert.equal(last.value?.year, 2022)

    const { items } = granted(
      await listPast(platform, people.supervisor, { authorityId: government, state: 'review' }),
    )
    const [first, second, close, unreadable] = items
    assert.ok(first && second && close && unreadable)
    const accept = { kind: 'accept', targetId: finance, reportYear: 2021 } as const
    const decide = (item: typeof first, decision: Parameters<typeof decidePast>[2]['decision']) =>
      decidePast(platform, people.supervisor, { itemId: item.id, version: item.version, decision })
    assert.equal(codeOf(await decide(unreadable, accept)), 'past.unreadable')
    assert.equal(granted(await decide(second, accept)).state, 'published')
    assert.equal(codeOf(await decide(second, accept)), 'past.changed')
    assert.equal(codeOf(await decide(first, accept)), 'past.exists')
    assert.equal(codeOf(await decide(close, { ...accept, reportYear: 2018 })), 'past.before-forms')
    const early = { ...accept, reportYear: yearOf(today(platform)) }
    assert.equal(codeOf(await decide(close, early)), 'past.year-not-over')
    assert.equal(
      codeOf(await decide(first, { kind: 'discard', reason: ' ' })),
      'past.reason-missing',
    )
    const gone = granted(await decide(first, { kind: 'discard', reason: '以乙为准' }))
    assert.deepEqual([gone.state, gone.reason], ['discarded', '以乙为准'])

    const { counts } = granted(await readPastImport(platform, people.auditor, importId))
    assert.deepEqual(counts, { published: 4, review: 2, discarded: 1 })
    const { reading } = granted(await readPastItem(platform, people.auditor, close.id))
    assert.equal(reading?.authority, '云岭县财证局')
  })

  it('一个文件出错，其余照常识别；最后一次仍出错的注明原因；识别结束后没有识别的可以移出', async () => {
    const { platform, people, government } = county
    const sent = [
      file('坏.txt', goodReport('云岭县教育局', 2023)),
      file('好.txt', goodReport('云岭县教育局', 2021)),
    ]
    const { kept } = granted(await keepFiles(county.files, sent))
    const [broken] = kept
    const files: Pick<FileStore, 'get'> = {
      get: (digest) =>
        digest === broken?.digest ? Promise.reject(new Error('bad')) : county.files.get(digest),
    }
    const started = granted(
      await startImport(platform, people.supervisor, { authorityId: government, files: kept }),
    )
    const run = (isLastTry: boolean, store: Pick<FileStore, 'get'> = files, read = pool.read) =>
      readPastJob({ pool: { jobs: 1, read }, files: store }).run(
        platform,
        { importId: started.importId },
        {
          ...{ jobId: started.jobId, actor: systemOf(platform), isLastTry },
          ...{ signal: new AbortController().signal, progress: async () => {} },
          once: async () => false,
        },
      )
    const items = async () => {
      const query = { authorityId: government, importId: started.importId }
      return granted(await listPast(platform, people.supervisor, query)).items
    }
    // A converter that was ended in the middle of a file says nothing of the file.
    const lost = async () => FILE_REFUSALS.fault('转换进程意外退出')
    await assert.rejects(run(false, county.files, lost), /意外退出/)
    assert.deepEqual(
      (await items()).map(({ state }) => state),
      ['waiting', 'waiting'],
    )
    await assert.rejects(run(false), /bad/)
    const [waiting] = await items()
    assert.ok(waiting)
    assert.deepEqual(
      (await items()).map(({ state }) => state),
      ['waiting', 'ready'],
    )
    const { itemId, version } = { itemId: waiting.id, version: waiting.version }
    const decision = { kind: 'discard', reason: '重新导入' } as const
    const discard = { itemId, version, decision }
    assert.equal(codeOf(await decidePast(platform, people.supervisor, discard)), 'past.changed')
    await run(true)
    const [failed] = await items()
    assert.deepEqual(
      [failed?.state, failed?.doubts.map(({ kind, message }) => [kind, message.slice(0, 13)])],
      ['review', [['unreadable', '识别这个文件时系统出错，没有'.slice(0, 13)]]],
    )

    // Once more: what a person settled stands, and stands still when it cannot be read again.
    const again = async (reportYear: number | null, store: Pick<FileStore, 'get'>) => {
      const [item] = await items()
      assert.ok(item)
      const command = { itemId, version: item.version, targetId: county.finance, reportYear }
      const asked = granted(await readPastAgain(platform, people.supervisor, command))
      assert.equal(asked.state, 'waiting')
      assert.equal(
        codeOf(await readPastAgain(platform, people.supervisor, command)),
        'past.changed',
      )
      const early = { itemId, version: asked.version, decision }
      assert.equal(codeOf(await decidePast(platform, people.supervisor, early)), 'past.changed')
      await run(true, store)
      const read = granted(await readPastItem(platform, people.supervisor, itemId))
      const { state, targetId, reportYear: year, doubts, reading } = read
      return [state, targetId, year, doubts.map(({ kind }) => kind).join(), reading?.authority]
    }
    assert.deepEqual(await again(2024, county.files), [
      ...['ready', county.finance, 2024, '', '云岭县教育局'],
    ])
    assert.deepEqual(await again(null, files), [
      ...['review', county.finance, null, 'unreadable', '云岭县教育局'],
    ])

    // As a job leaves it that failed for good.
    await asOwner(
      county,
      `update gongkai.past_item set state = 'waiting', doubts = '[]' where id = $1`,
      [itemId],
    )
    await asOwner(county, `update gongkai_jobs.job set state = 'failed' where id = $1`, [
      started.jobId,
    ])
    await asOwner(
      county,
      `update gongkai.past_item set reading = null, job_id = null where id = $1`,
      [itemId],
    )
    const given = { ...discard, version: (await items())[0]?.version ?? 0 }
    const accept = { kind: 'accept', targetId: government, reportYear: 2020 } as const
    const kind = { ...given, decision: accept }
    assert.equal(codeOf(await decidePast(platform, people.supervisor, kind)), 'past.unreadable')
    const gone = granted(await decidePast(platform, people.supervisor, given))
    assert.deepEqual([gone.state, gone.reason], ['discarded', '重新导入'])
  })

  it('no files and too many are refused, and a broken zip is named', async () => {
    const { platform, people, government, files } = county
    const start = (list: readonly { name: string; digest: string }[]) =>
      startImport(platform, people.supervisor, { authorityId: government, files: list })
    assert.equal(codeOf(await start([])), 'past.no-files')
    const many = Array.from({ length: 2001 }, () => ({ name: 'x', digest: DIGEST }))
    assert.equal(codeOf(await start(many)), 'past.too-many')
    const broken = await keepFiles(files, [{ name: '坏.zip', bytes: new Uint8Array(100) }])
    assert.ok(!broken.ok && broken.refusal.message.includes('坏.zip'))
  })
})

/** The first bytes of a program of Windows, and of a picture. */
const PROGRAM = '4d5a90000300000004000000ffff0000b800000000000000'
const PICTURE = '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489'

/** A document whose directory says that its one part inflates to 4 GB. */
function bomb(): Buffer {
  const zip = zipOf([{ name: Buffer.from('word/document.xml'), bytes: new Uint8Array([0]) }])
  zip.writeUInt32LE(0xffffffff, zip.indexOf(Buffer.from('PK\x01\x02')) + 24)
  return zip
}

function withPrinted(report: SavedReport): SavedReport {
  return withCell(report, '三（一）', '自然人', '4')
}

/** A clock that ends the process when it is asked for the `many`th time. */
function endsAt(many: number, now: () => Date): () => Date {
  let asked = 0
  return () => {
    asked += 1
    if (asked === many) throw new Error('the process ends')
    return now()
  }
}
