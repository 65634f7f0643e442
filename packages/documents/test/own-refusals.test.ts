import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseCsv } from '../src/own/parse-csv.js'
import { readOwnCsv } from '../src/own/read-csv.js'
import { readOwnJson } from '../src/own/read-json.js'
import { readOwnXml } from '../src/own/read-xml.js'
import { readDocument } from '../src/read-document.js'
import { writeReport } from '../src/write/write-report.js'
import { sampleReport } from './write-sample.js'

const encode = (text: string) => new TextEncoder().encode(text)

async function written(to: 'xml' | 'csv'): Promise<string> {
  const result = await writeReport(sampleReport('2021'), to)
  assert.ok(result.ok)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.value.bytes)
}

function refusal(read: ReturnType<typeof readOwnJson>): string {
  assert.ok(!read.ok)
  assert.equal(read.refusal.code, 'file.damaged')
  return read.refusal.message
}

describe('JSON不符合数据格式时指出位置', () => {
  const report = sampleReport('2021')
  const [first, ...rest] = report.cells
  // biome-ignore format: one case a line
  const CASES = [
    ['不是对象',             [],                                                          '整个文件应为对象'],
    ['缺少标题',             { ...report, title: undefined },                             '/title不可缺少'],
    ['年度是文字',           { ...report, year: '2023' },                                 '/year应为整数或null'],
    ['年度有五位',           { ...report, year: 20233 },                                  '/year不得大于9999'],
    ['格式不认识',           { ...report, form: '2020' },                                 '/form应为以下之一：2019、2021、before-2019、unknown'],
    ['摘要值不对',           { ...report, sha256: 'zz' },                                 '/sha256应符合格式'],
    ['落款日期不存在',       { ...report, signedOn: '2023-02-29' },                       '/signedOn应为实有的日期'],
    ['少一个单元格',         { ...report, cells: rest },                                  '/cells应有200个单元格，现有199个'],
    ['单元格次序不对',       { ...report, cells: [...rest, first] },                      '/cells/0应为proactive“规章”行“本年制发件数”列'],
    ['数值写成文字',         { ...report, cells: [{ ...first, value: '0' }, ...rest] },    '/cells/0/value应为数值或null'],
    ['空白单元格有数值',     { ...report, cells: [{ ...first, state: 'blank' }, ...rest] }, '/cells/0/value应为null'],
    ['数字单元格没有数值',   { ...report, cells: [{ ...first, value: null }, ...rest] },  '/cells/0/value应为数值'],
    ['位置种类不认识',       { ...report, cells: [{ ...first, at: { kind: 'page', page: 0, box: [0, 0, 1, 1] } }, ...rest] }, '/cells/0/at/page不得小于1'],
    ['问题缺少说明',         { ...report, problems: [{ code: 'x', at: null }] },          '/problems/0/message不可缺少'],
    ['更正对象不全',         { ...report, corrections: [{ target: { kind: 'cell', cell: { table: 'requests', row: '一' } }, from: null, to: '', reason: null }] }, '/corrections/0/target/cell/column不可缺少'],
  ] as const
  for (const [title, value, expected] of CASES) {
    it(title, () => {
      const message = refusal(readOwnJson(encode(JSON.stringify(value))))
      assert.ok(message.includes(expected), message)
    })
  }

  it('多余的字段不带入，可缺的字段补上', () => {
    const { corrections: _, waivers: __, labels: ___, ...rest } = report
    const text = JSON.stringify({ ...rest, extra: 1 }).replace('{', '{"__proto__":{"form":"x"},')
    const read = readOwnJson(encode(text))
    assert.deepEqual(read, {
      ok: true,
      value: { ...report, corrections: [], waivers: [], labels: [] },
    })
  })

  it('截断的、不是UTF-8的、多份连写的都拒绝', () => {
    const text = JSON.stringify(report)
    assert.match(refusal(readOwnJson(encode(text.slice(0, -9)))), /不完整/)
    assert.match(refusal(readOwnJson(new Uint8Array([0x7b, 0xff, 0x7d]))), /UTF-8/)
    assert.match(refusal(readOwnJson(encode(`${text}\n${text}`))), /多份报告/)
  })
})

describe('没有保存完整的，说明文件不完整和怎么办', () => {
  const broken = async (text: string) => {
    const read = await readDocument(encode(text), '报告.txt')
    return read.ok ? '' : `${read.refusal.code} ${read.refusal.message}`
  }
  const json = JSON.stringify(sampleReport('2021'))
  for (const share of [0.01, 0.1, 0.5, 0.9]) {
    it(`JSON只剩${share * 100}%`, async () => {
      const message = await broken(json.slice(0, json.length * share))
      assert.match(message, /^file\.damaged JSON文件不完整.*重新导出/)
    })
    it(`XML只剩${share * 100}%`, async () => {
      const xml = await written('xml')
      const message = await broken(xml.slice(0, xml.length * share))
      assert.match(message, /^file\.damaged XML文件不完整.*重新导出/)
    })
  }
})

describe('XML和CSV不可信时拒绝', () => {
  it('带DOCTYPE和实体的XML', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "嘉禾市">]>'
    const text = (await written('xml')).replace('?>\n', `?>\n${bomb}\n`)
    assert.match(refusal(readOwnXml(encode(text))), /DOCTYPE/)
  })

  it('别的命名空间、截断的XML', async () => {
    const text = await written('xml')
    assert.match(refusal(readOwnXml(encode(text.replace('report:1', 'report:2')))), /不是本系统/)
    assert.match(refusal(readOwnXml(encode(text.slice(0, text.length / 2)))), /不完整/)
  })

  it('XML里数值不是数', async () => {
    const text = (await written('xml')).replace('value="14"', 'value="十四"')
    assert.match(refusal(readOwnXml(encode(text))), /\/cells\/5\/value应为数值或null/)
  })

  it('CSV少列、少行、多份报告', async () => {
    const text = await written('csv')
    const lines = text.split('\r\n')
    assert.match(refusal(readOwnCsv(encode(text.replace(',state,', ',status,')))), /缺少列：state/)
    assert.match(
      refusal(readOwnCsv(encode(lines.slice(0, 9).join('\r\n')))),
      /应有200个单元格，现有8个/,
    )
    const two = [...lines.slice(0, -1), (lines[1] ?? '').replace('嘉禾市财政局.txt', '另一份.txt')]
    assert.match(refusal(readOwnCsv(encode(two.join('\r\n')))), /多份报告/)
    assert.match(refusal(readOwnCsv(encode(lines[0] ?? ''))), /没有数据行/)
  })

  it('CSV按RFC 4180拆分，引号没有结束的不要', () => {
    assert.deepEqual(parseCsv('a,"b ""c"",\nd"\r\n,\n'), [
      ['a', 'b "c",\nd'],
      ['', ''],
    ])
    assert.deepEqual(parseCsv('a,"b\n'), [])
  })
})
