import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Cell, FormId, SavedReport } from '@gongkai/report'
import { readOwnCsv } from '../src/own/read-csv.js'
import { readOwnJson } from '../src/own/read-json.js'
import { readOwnXml } from '../src/own/read-xml.js'
import { isOwnCsv, isOwnJson, isOwnXml } from '../src/own/recognise.js'
import { annualReportSchema } from '../src/own/schema.js'
import { readDocument } from '../src/read-document.js'
import { type ReportFormat, writeReport } from '../src/write/write-report.js'
import { sampleReport } from './write-sample.js'

async function bytesOf(report: SavedReport, to: ReportFormat): Promise<Uint8Array> {
  const written = await writeReport(report, to)
  assert.ok(written.ok)
  return written.value.bytes
}

const withoutCorrections = (form: FormId) => ({ ...sampleReport(form), corrections: [] })
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const withoutPlace = (cells: readonly Cell[]) => cells.map((cell) => ({ ...cell, at: null }))

/** ASCII and the double bytes of GB 2312, which the platform can decode but not encode. */
function encodeGb(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, readonly number[]>()
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Uint8Array.from([...text].flatMap((one) => bytes.get(one) ?? [one.charCodeAt(0)]))
}

describe('本系统格式写出后读回', () => {
  for (const form of ['2019', '2021'] as const) {
    it(`JSON读回后全部相同，含更正和保留意见（${form}年格式）`, async () => {
      const report = sampleReport(form)
      assert.deepEqual(readOwnJson(await bytesOf(report, 'json')), { ok: true, value: report })
    })

    it(`XML读回后内容相同（${form}年格式）`, async () => {
      const report = withoutCorrections(form)
      const read = readOwnXml(await bytesOf(report, 'xml'))
      assert.ok(read.ok)
      const { cells, trace, ...content } = read.value
      assert.deepEqual(withoutPlace(cells), withoutPlace(report.cells))
      const { cells: _, trace: __, ...written } = report
      const notCarried = { labels: [], residue: [], corrections: [], waivers: [] }
      assert.deepEqual(content, { ...written, ...notCarried })
      assert.deepEqual(cells[1]?.at, { kind: 'field', path: '/annualReport/cells/cell[2]' })
      assert.deepEqual(trace[0], {
        part: 'title',
        start: 0,
        end: 23,
        at: { kind: 'field', path: '/annualReport/title' },
      })
    })

    it(`CSV读回后单元格相同，并说明没有正文（${form}年格式）`, async () => {
      const report = withoutCorrections(form)
      const read = readOwnCsv(await bytesOf(report, 'csv'))
      assert.ok(read.ok)
      assert.deepEqual(withoutPlace(read.value.cells), withoutPlace(report.cells))
      const { file, sha256, title, authority, year, signedOn } = read.value
      assert.deepEqual(
        { file, sha256, title, authority, year, signedOn },
        {
          file: report.file,
          sha256: report.sha256,
          title: report.title,
          authority: report.authority,
          year: report.year,
          signedOn: report.signedOn,
        },
      )
      assert.deepEqual(
        read.value.problems.map(({ code }) => code),
        ['report.cells-only'],
      )
    })
  }

  it('电子表格另存的CSV（GB 18030编码、TRUE和FALSE大写）照样读回', async () => {
    const report = withoutCorrections('2021')
    const saved = decode(await bytesOf(report, 'csv')).replace(/(true|false)\r/g, (word) =>
      word.toUpperCase(),
    )
    const read = readOwnCsv(encodeGb(saved))
    assert.ok(read.ok)
    assert.deepEqual(withoutPlace(read.value.cells), withoutPlace(report.cells))
  })

  it('更正在JSON中另存，在其他格式中已经改好', async () => {
    const report = sampleReport('2021')
    const csv = readOwnCsv(await bytesOf(report, 'csv'))
    const json = readOwnJson(await bytesOf(report, 'json'))
    const newRequests = ({ table, row, column }: Cell) =>
      table === 'requests' && row === '一' && column === '自然人'
    assert.equal(csv.ok && csv.value.cells.find(newRequests)?.value, 1)
    assert.equal(json.ok && json.value.cells.find(newRequests)?.value, 0)
  })

  it('与读取结果对不上的更正不采用，并说明', async () => {
    const report = sampleReport('2021')
    const corrections = report.corrections?.map((one) => ({ ...one, from: '9' })) ?? []
    const written = await writeReport({ ...report, corrections }, 'csv')
    const codes = written.ok && written.value.problems.map(({ code }) => code)
    assert.deepEqual(codes, ['cell.unread', 'cell.inferred', 'correction.rejected'])
  })

  it('以等号开头的文字在CSV中不会成为公式', async () => {
    const text = decode(await bytesOf(sampleReport('2021'), 'csv'))
    assert.match(text, /,text,,,'=1\+1,false\r\n/)
    assert.doesNotMatch(text, /,=1/)
  })

  it('没有规定表格的报告可以存为JSON和XML再读回', async () => {
    const report: SavedReport = { ...sampleReport('2019'), form: 'before-2019', cells: [] }
    assert.deepEqual(readOwnJson(await bytesOf(report, 'json')), { ok: true, value: report })
    const read = readOwnXml(await bytesOf(report, 'xml'))
    assert.deepEqual(read.ok && read.value.sections, report.sections)
  })

  it('在本系统编制的报告没有来源文件，各种格式读回后仍然没有', async () => {
    const report = { ...withoutCorrections('2021'), sha256: null, mediaType: null }
    const readers = { json: readOwnJson, xml: readOwnXml, csv: readOwnCsv } as const
    for (const to of ['json', 'xml', 'csv'] as const) {
      const bytes = await bytesOf(report, to)
      const read = readers[to](bytes)
      assert.ok(read.ok, to)
      assert.deepEqual([read.value.sha256, read.value.mediaType], [null, null], to)
      const again = await readDocument(bytes, `报告.${to}`)
      assert.equal(again.ok && again.value.origin, null, to)
    }
  })

  it('数据格式文件与程序中的定义一致（由 gongkai schema 生成）', () => {
    const file = new URL('../schema/annual-report.schema.json', import.meta.url)
    const published = JSON.parse(readFileSync(file, 'utf8'))
    assert.deepEqual(published, JSON.parse(JSON.stringify(annualReportSchema)))
  })
})

describe('认出本系统的格式', () => {
  const READERS = { json: isOwnJson, xml: isOwnXml, csv: isOwnCsv } as const
  for (const to of ['json', 'xml', 'csv'] as const) {
    it(`${to}只被认作${to}`, async () => {
      const text = decode(await bytesOf(sampleReport('2021'), to))
      const recognised = Object.entries(READERS).filter(([, is]) => is(text))
      assert.deepEqual(
        recognised.map(([name]) => name),
        [to],
      )
    })
  }

  it('别的JSON、XML和CSV不认', () => {
    assert.equal(isOwnJson('{"name":"云岭县"}'), false)
    assert.equal(isOwnXml('<annualReport><title>云岭县</title></annualReport>'), false)
    assert.equal(isOwnCsv('table,row,column\r\n表三,一,总计\r\n'), false)
  })
})
