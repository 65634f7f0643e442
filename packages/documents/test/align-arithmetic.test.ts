import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  gridOf,
  PROACTIVE,
  readBlocks,
  readRemedies,
  remedies,
  requests,
  rowsRead,
} from './align-sample.js'

const ZEROS = ['0', '0', '0', '0', '0', '0', '0']

/** 表三 with the values of each row glued into one text. */
const glued = (values: Readonly<Record<string, readonly string[]>>) =>
  requests(values, ZEROS)
    .map((row) => {
      const first = row.findIndex((cell) => /^\d*$/.test(cell))
      return first < 0
        ? row.join('\n')
        : [...row.slice(0, first), row.slice(first).join('')].join('\n')
    })
    .join('\n')

describe('表三数值连成一串', () => {
  it('只有一种切法合于总计：读出，不算推定', () => {
    const read = readBlocks(glued({}), 'requests')
    assert.ok(read.cells.every(({ value, inferred }) => value === 0 && !inferred))
    assert.deepEqual(read.problems, [])
  })

  it('几种切法合于总计，由各列勾稽关系定下并注明推定', () => {
    // 112000013 on its own is 1 + 12 = 13 or 11 + 2 = 13.
    const row = ['11', '2', '0', '0', '0', '0', '13']
    const read = readBlocks(
      glued({
        一: row,
        '三（一）': ['9', '2', '0', '0', '0', '0', '11'],
        '三（二）': ['2', '0', '0', '0', '0', '0', '2'],
        '三（七）': ['11', '2', '0', '0', '0', '0', '13'],
      }),
      'requests',
    )
    assert.ok(rowsRead(read).includes('一 11~ 2~ 0~ 0~ 0~ 0~ 13~'))
    assert.deepEqual(read.problems, [])
  })

  it('勾稽关系也定不下的格未读出，问题中有原文', () => {
    const row = ['11', '2', '0', '0', '0', '0', '13']
    const read = readBlocks(glued({ 一: row, '三（一）': row, '三（七）': row }), 'requests')
    const [first] = read.cells
    assert.deepEqual([first?.state, first?.value, first?.raw], ['unread', null, '112000013'])
    assert.ok(rowsRead(read).includes('一 ? ? 0~ 0~ 0~ 0~ 13~'))
    assert.deepEqual(
      read.problems.map(({ message }) => message.slice(0, 44)),
      [
        '“一、本年新收政府信息公开申请数量”一行有单元格未能读出，原文为“112000013”，',
        '“（一）予以公开”一行有单元格未能读出，原文为“112000013”，请对照原文逐格填写',
        '“（七）总计”一行有单元格未能读出，原文为“112000013”，请对照原文逐格填写。',
      ],
    )
  })

  const ONES = ['1', '1', '1', '1', '1', '1', '6']

  it('别的行都填满了零，没有零的一行也是满的', () => {
    const read = readBlocks(glued({ 一: ONES }), 'requests')
    assert.ok(rowsRead(read).includes('一 1 1 1 1 1 1 6'))
  })

  it('有一行的数字不够列数，空格也可能丢了，没有零的一行不猜', () => {
    const read = readBlocks(glued({ 一: ONES, 二: ['0'] }), 'requests')
    assert.ok(rowsRead(read).includes('一 ? ? ? ? ? ? ?'))
  })
})

describe('表二数值连成一串', () => {
  const rules = (values: string) =>
    rowsRead(
      readBlocks(
        PROACTIVE.map((row) => (row[0] === '规章' ? `规章${values}` : row.join('\t'))).join('\n'),
        'proactive',
      ),
    )[0]

  it('三位数字三列，前面有零：只有一种切法', () => assert.equal(rules('002'), '规章 0 0 2'))
  it('四位数字三列：切法不止一种，不猜', () => assert.equal(rules('1230'), '规章 ? ? ?'))
  it('两位数字三列：空格丢了，不猜', () => assert.equal(rules('12'), '规章 ? ? ?'))
  it('数字和斜线连在一起，不是页码', () => assert.equal(rules('57/4'), '规章 ? ? ?'))
  it('数字间有一个空格', () => assert.equal(rules(' 1 2 30'), '规章 1 2 30'))
})

describe('表四', () => {
  const values = ['1', '0', '0', '0', '1', '2', '0', '1', '0', '3', '0', '0', '0', '0', '0']
  const read = ['行政复议 1 0 0 0 1', '未经复议直接起诉 2 0 1 0 3', '复议后起诉 0 0 0 0 0']
  const lines = (between: string) =>
    remedies(values)
      .map((row) => row.join(between))
      .join('\n')

  it('制表符分列', () => assert.deepEqual(rowsRead(readRemedies(lines('\t'))), read))
  it('一格一行', () => assert.deepEqual(rowsRead(readRemedies(lines('\n'))), read))

  it('竖线之间都是短横：是填写的符号，不是表格线', () => {
    const text = remedies(values.map(() => '-'))
      .map((row) => `|${row.join('|')}|`)
      .join('\n')
    const { cells } = readRemedies(text)
    assert.deepEqual(new Set(cells.map(({ state, raw }) => `${state} ${raw}`)), new Set(['mark -']))
  })

  it('三块各自成行，数值在各块之后', () => {
    const [first, , five = []] = remedies([])
    const names = ['行政复议', '未经复议直接起诉', '复议后起诉']
    assert.ok(first)
    const text = names
      .map((name, i) =>
        [name, five.slice(0, 5).join('\t'), values.slice(5 * i, 5 * i + 5).join('\t')].join('\n'),
      )
      .join('\n')
    assert.deepEqual(rowsRead(readRemedies(text)), read)
  })

  it('连成一串而各块总计只容一种切法', () => {
    const text = lines('\t').replace(values.join('\t'), values.join(''))
    const [first, second, third] = rowsRead(readRemedies(text))
    assert.deepEqual([first, second, third], read)
  })

  it('连成一串又丢了空格：全部未读出，问题中有原文', () => {
    const { cells, problems } = readRemedies(lines('\t').replace(values.join('\t'), '211'))
    assert.ok(cells.every(({ state, raw }) => state === 'unread' && raw === '211'))
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['“行政复议、行政诉讼”一行有单元格未能读出，原文为“211”，请对照原文逐格填写。'],
    )
  })
})

describe('本系统写出的“未读出”', () => {
  it('表二：读回仍是未读出，并再次说明', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '行政许可' ? ['行政许可', '〔未读出〕'] : row))
    const read = readBlocks([gridOf(rows)], 'proactive')
    assert.equal(rowsRead(read)[2], '行政许可 ?')
    assert.equal(read.problems.length, 1)
  })

  it('表四：读回仍是未读出', () => {
    const rows = remedies(['〔未读出〕', ...Array<string>(14).fill('0')])
    const read = readRemedies(rows.map((row) => row.join('\t')).join('\n'))
    assert.equal(rowsRead(read)[0], '行政复议 ? 0 0 0 0')
  })
})

describe('同一行文字里标签之后接着叙述', () => {
  it('数值可能藏在叙述里：未读出，不为空', () => {
    const text = `${PROACTIVE.slice(0, -1)
      .map((row) => row.join('\t'))
      .join('\n')}\n行政事业性收费8.5万元，均已按照规定及时足额缴入本级国库`
    const read = readBlocks(text, 'proactive')
    assert.equal(rowsRead(read)[5], '行政事业性收费 ?')
    assert.equal(read.problems.length, 1)
  })
})
