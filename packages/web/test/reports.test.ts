import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { exampleReports } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { type Answered, bodyOf, readExample, startService, upload } from './client.js'
import { zipBomb } from './zip-bomb.js'

const service = startService()
const { ask, post, pool } = service
let report: SavedReport
let before2019: SavedReport

before(async () => {
  report = await readExample(pool, '财政局2024')
  before2019 = { ...report, form: 'before-2019', cells: [] }
})
after(() => service.close())

function refusedAs(answer: Answered, status: number, code: string, message: RegExp): void {
  assert.deepEqual([answer.status, answer.refused.code], [status, code], answer.text)
  assert.match(answer.refused.detail ?? '', message)
}

describe('POST /reports/read', () => {
  const read = (init: RequestInit) => ask('/api/v1/reports/read', init)

  it('读出报告并核对', async () => {
    const [example] = await exampleReports()
    assert.ok(example)
    const answer = await read(upload(example.name, new Uint8Array(example.bytes)))
    const { report, check } = bodyOf('/reports/read', answer)
    assert.equal(report.file, example.name)
    assert.equal(report.authority, '云岭县财政局')
    assert.equal(report.cells.length, 200)
    assert.ok(check.findings.length > 0)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })

  it('再次载入保存的 JSON，保留原文件名、摘要和更正', async () => {
    const cell = { table: 'requests', row: '一', column: '自然人' } as const
    const from = report.cells.find(({ row, column }) => row === '一' && column === '自然人')?.raw
    const corrections = [
      { target: { kind: 'cell', cell }, from: from ?? null, to: '99', reason: null },
    ]
    const answer = await read(upload('另存.json', JSON.stringify({ ...report, corrections })))
    const again = bodyOf('/reports/read', answer).report
    assert.equal(again.file, report.file)
    assert.equal(again.sha256, report.sha256)
    assert.deepEqual(again.corrections, corrections)
  })

  // biome-ignore format: table
  const BAD: readonly (readonly [title: string, init: () => RequestInit, status: number, code: string, message: RegExp])[] = [
    ['空文件',           () => upload('空.docx', ''),                             422, 'file.empty',             /重新提供/],
    ['压缩炸弹',         () => upload('炸弹.docx', zipBomb()),                    422, 'file.inflates-too-far',  /另存为/],
    ['截断的 docx',      () => upload('截断.docx', zipBomb().slice(0, 200)),      422, 'file.damaged',           /重新下载|另存/],
    ['超过上限的文件',   () => upload('大.txt', 'x'.repeat(50_200_000)),          413, 'request.too-large',      /50 MB/],
    ['没有上报大小的流', () => endless(),                                         413, 'request.too-large',      /50 MB/],
    ['没有文件的表单',   () => ({ method: 'POST', body: new FormData() }),        400, 'request.malformed',      /file：应为一个文件/],
    ['一次两个文件',     () => twoFiles(),                                        400, 'request.malformed',      /file/],
    ['不是表单',         () => ({ method: 'POST', body: 'x' }),                   415, 'request.media-type',     /multipart/],
  ]
  for (const [title, init, status, code, message] of BAD) {
    it(title, async () => refusedAs(await read(init()), status, code, message))
  }
})

describe('POST /reports/check', () => {
  it('给出核对结果，附上年报告时作跨年度核对', async () => {
    const previous = await readExample(pool, '财政局2023')
    const alone = await post('/reports/check', { report })
    const both = await post('/reports/check', { report, previous, siblings: [], authority: null })
    const lacking = (answer: Answered) =>
      bodyOf('/reports/check', answer).notAssessable.some(({ rule }) => rule === 'XYR-01')
    assert.deepEqual([lacking(alone), lacking(both)], [true, false])
  })

  it('更正后的报告按更正核对，已忽略的单列', async () => {
    const [finding] = bodyOf('/reports/check', await post('/reports/check', { report })).findings
    assert.ok(finding)
    const waivers = [{ rule: finding.rule, target: finding.target, reason: '经核对无误' }]
    const answer = await post('/reports/check', { report: { ...report, waivers } })
    assert.deepEqual(bodyOf('/reports/check', answer).waived, [finding])
  })

  // biome-ignore format: table
  const BAD: readonly (readonly [title: string, body: () => unknown, field: string])[] = [
    ['不是 JSON',        () => '{"report":',                                     '请求正文'],
    ['没有报告',         () => ({}),                                             'report'],
    ['报告不是对象',     () => ({ report: 3 }),                                  'report'],
    ['报告是空对象',     () => ({ report: {} }),                                 'report'],
    ['公布日期不存在',   () => ({ report, publishedOn: '2025-02-30' }),          'publishedOn'],
    ['报告是空列表',     () => ({ report: [] }),                                 'report'],
    ['机关名称不是文本', () => ({ report, authority: 5 }),                       'authority'],
  ]
  for (const [title, body, field] of BAD) {
    it(title, async () => {
      const answer = await post('/reports/check', body())
      refusedAs(answer, 400, 'request.malformed', /请改正后重新提交/)
      assert.equal(answer.refused.fields?.[0]?.field, field)
    })
  }

  it('缺少单元格的报告：指明是哪一处', async () => {
    const answer = await post('/reports/check', { report: { ...report, cells: [] } })
    refusedAs(answer, 400, 'request.malformed', /\/cells应有200个单元格/)
  })
})

describe('POST /reports/write', () => {
  // biome-ignore format: table
  const FORMATS: readonly (readonly [to: string, mediaType: RegExp, begins: string])[] = [
    ['docx', /wordprocessingml/, 'PK'],
    ['xlsx', /spreadsheetml/,    'PK'],
    ['pdf',  /^application\/pdf/, '%PDF-'],
    ['html', /^text\/html/,      '<!'],
    ['xml',  /^application\/xml/, '<?xml'],
    ['csv',  /^text\/csv/,       ''],
    ['json', /^application\/json/, '{'],
  ]
  for (const [to, mediaType, begins] of FORMATS) {
    it(to, async () => {
      const answer = await post(`/reports/write?to=${to}`, report)
      assert.equal(answer.status, 200, answer.text.slice(0, 200))
      assert.match(answer.headers.get('content-type') ?? '', mediaType)
      assert.ok(answer.text.startsWith(begins))
      const name = `attachment; filename*=UTF-8''${encodeURIComponent(`云岭县财政局2024年.${to}`)}`
      assert.equal(answer.headers.get('content-disposition'), name)
    })
  }

  it('未知的格式', async () => {
    const answer = await post('/reports/write?to=odt', report)
    refusedAs(answer, 400, 'request.malformed', /to：应为.*docx.*之一。请改正后重新提交/)
  })

  it('没有规定格式的报告不能写成 Word', async () => {
    const answer = await post('/reports/write?to=docx', before2019)
    refusedAs(answer, 422, 'write.no-form', /JSON/)
  })
})

describe('清单、汇总、比较', () => {
  const result = { file: '甲.docx', ruleset: '1', findings: [], notAssessable: [] }

  it('发现清单', async () => {
    const check = bodyOf('/reports/check', await post('/reports/check', { report }))
    const answer = await post('/reports/findings?to=html', { results: [check] })
    assert.equal(answer.status, 200)
    assert.ok(answer.text.includes(check.findings[0]?.message ?? '没有发现'))
  })

  it('总表包括未能读取的文件', async () => {
    const refused = { ok: false, file: '乙.pdf', refusal: { message: '没有文字' } }
    const answer = await post('/reports/overview', {
      files: [{ ok: true, report, result }, refused],
    })
    assert.equal(answer.status, 200)
    assert.ok(answer.text.startsWith('PK'))
  })

  it('总表中的报告不合格式：指明是哪一份', async () => {
    const answer = await post('/reports/overview', {
      files: [{ ok: true, report: { ...report, cells: [] }, result }],
    })
    refusedAs(answer, 400, 'request.malformed', /files\.0\.report/)
  })

  it('比较', async () => {
    const answer = await post('/reports/compare', { a: report, b: report })
    assert.deepEqual(bodyOf('/reports/compare', answer).cells, [])
  })

  it('汇总', async () => {
    const other = await readExample(pool, '教育')
    const answer = await post('/reports/merge', { reports: [report, other] })
    assert.equal(bodyOf('/reports/merge', answer).reports.length, 2)
  })

  it('没有可以汇总的报告', async () => {
    const answer = await post('/reports/merge', { reports: [] })
    refusedAs(answer, 422, 'merge.no-reports', /没有/)
  })
})

function twoFiles(): RequestInit {
  const form = new FormData()
  form.append('file', new File(['甲'], '甲.txt'))
  form.append('file', new File(['乙'], '乙.txt'))
  return { method: 'POST', body: form }
}

/** A body that says nothing of its length and does not end. */
function endless(): RequestInit {
  const piece = new Uint8Array(1_000_000)
  const body = new ReadableStream({ pull: (controller) => controller.enqueue(piece) })
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  return { method: 'POST', headers, body, duplex: 'half' } as RequestInit
}
