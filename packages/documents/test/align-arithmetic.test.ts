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

/** 表三 in which every row prints its values between blanks, blank cells left out. */
const spaced = (
  values: Readonly<Record<string, readonly string[]>>,
  others: readonly string[] = [],
) =>
  requests(values, others)
    .map((row) => row.join(' '))
    .join('\n')

const rowOf = (read: ReturnType<typeof readBlocks>, row: string) =>
  rowsRead(read).find((one) => one.startsWith(`${row} `))

describe('表三丢了空格', () => {
  const FULL = ['7', '0', '2', '0', '0', '0', '9']

  it('读全的行定下各列：其余各行的数归列', () => {
    const read = readBlocks(
      spaced({
        一: ['7', '2', '9'],
        '三（一）': ['4', '4'],
        '三（二）': ['3', '2', '5'],
        '三（七）': FULL,
      }),
      'requests',
    )
    assert.equal(rowOf(read, '一'), '一 7~ _~ 2~ _~ _~ _~ 9~')
    assert.equal(rowOf(read, '三（一）'), '三（一） 4~ _~ _~ _~ _~ _~ 4~')
    assert.equal(rowOf(read, '三（二）'), '三（二） 3~ _~ 2~ _~ _~ _~ 5~')
    assert.equal(rowOf(read, '三（七）'), '三（七） 7 0 2 0 0 0 9')
    assert.deepEqual(read.problems, [])
  })

  it('读全的行带千分位，照样定下各列', () => {
    const full = ['1,007', '0', '2', '0', '0', '0', '1,009']
    const read = readBlocks(
      spaced({ 一: full, '三（一）': ['1,007', '2', '1,009'], '三（七）': full }),
      'requests',
    )
    assert.equal(rowOf(read, '三（一）'), '三（一） 1007~ _~ 2~ _~ _~ _~ 1009~')
  })

  it('几行合起来才定得下：一行只有一处放得下，别行随之而定', () => {
    // 3 + 2 = 5 and 4: no other rows of the column make 5 and 4.
    const read = readBlocks(
      spaced({
        一: ['5', '4', '0', '0', '0', '0', '9'],
        '三（一）': ['3', '3'],
        '三（二）': ['2', '2'],
        '三（五）1': ['4', '4'],
        '三（七）': ['5', '4', '9'],
      }),
      'requests',
    )
    assert.equal(rowOf(read, '三（一）'), '三（一） 3~ _~ _~ _~ _~ _~ 3~')
    assert.equal(rowOf(read, '三（二）'), '三（二） 2~ _~ _~ _~ _~ _~ 2~')
    assert.equal(rowOf(read, '三（五）1'), '三（五）1 _~ 4~ _~ _~ _~ _~ 4~')
    assert.equal(rowOf(read, '三（七）'), '三（七） 5~ 4~ _~ _~ _~ _~ 9~')
  })

  it('两行可以互换：两格都未读出，其余的格照读', () => {
    const read = readBlocks(
      spaced({
        一: ['1', '1', '0', '0', '0', '0', '2'],
        '三（一）': ['1', '1'],
        '三（二）': ['1', '1'],
        '三（七）': ['1', '1', '0', '0', '0', '0', '2'],
      }),
      'requests',
    )
    assert.equal(rowOf(read, '三（一）'), '三（一） ? ? _~ _~ _~ _~ 1~')
    assert.equal(rowOf(read, '三（二）'), '三（二） ? ? _~ _~ _~ _~ 1~')
  })

  it('没有找到的行可能有数：不拿别行凑足总计', () => {
    const text = spaced({
      一: FULL,
      '三（一）': ['2', '2'],
      '三（二）': ['5', '5'],
      '三（七）': FULL,
    })
    const read = readBlocks(text.replace('2.重复申请\n', ''), 'requests')
    assert.equal(rowOf(read, '三（一）'), '三（一） ? _~ ? _~ _~ _~ 2~')
  })

  it('印出的合计自相矛盾：各行只按本行的总计读', () => {
    const read = readBlocks(
      spaced({
        一: FULL,
        '三（一）': ['4', '4'],
        '三（七）': ['8', '0', '2', '0', '0', '0', '10'],
      }),
      'requests',
    )
    assert.equal(rowOf(read, '三（一）'), '三（一） ? ? ? ? ? ? 4~')
  })
})

describe('空格与零分不开时', () => {
  const EVENTS = {
    一: ['7', '2', '9'],
    '三（一）': ['4', '4'],
    '三（二）': ['3', '3'],
    '三（三）1': ['2', '2'],
    '三（七）': ['7', '0', '2', '0', '0', '0', '9'],
  }

  it('各行的零都留空，只有一个零的一行：已知留空的各列为空，其余未读出', () => {
    const read = readBlocks(spaced(EVENTS, ['0']), 'requests')
    assert.equal(rowOf(read, '二'), '二 ? _~ ? _~ _~ _~ ?')
  })

  it('其他各列都见得留空：那个零是总计', () => {
    const values = {
      一: ['7', '33', '40'],
      '三（一）': ['4', '4'],
      '三（二）': ['2', '2'],
      '三（三）1': ['10', '10'],
      '三（三）2': ['11', '11'],
      '三（三）3': ['12', '12'],
      '三（三）4': ['1', '1'],
      '三（七）': ['7', '0', '33', '0', '0', '0', '40'],
    }
    const read = readBlocks(spaced(values, ['0']), 'requests')
    assert.equal(rowOf(read, '二'), '二 _~ _~ _~ _~ _~ _~ 0~')
  })

  it('有一格印了零：列的习惯不作数', () => {
    const values = { ...EVENTS, 四: ['0', '0', '0', '0', '0', '0', '0'] }
    const read = readBlocks(spaced(values, ['0']), 'requests')
    assert.equal(rowOf(read, '二'), '二 ? ? ? ? ? ? ?')
  })

  it('有一行总计也留空：列的习惯不作数', () => {
    const read = readBlocks(spaced({ ...EVENTS, 四: [] }, ['0']), 'requests')
    assert.equal(rowOf(read, '二'), '二 ? ? ? ? ? ? ?')
  })

  it('全表没有数：唯一的零在哪一列，不猜', () => {
    const read = readBlocks(spaced({ '三（七）': ZEROS }, ['0']), 'requests')
    assert.equal(rowOf(read, '二'), '二 ? ? ? ? ? ? ?')
  })
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

  it('连成一串，千分位和横线也在其中', () => {
    const values = ['1,150', '-', '-', '-', '1,150', ...'1--23'.split(''), ...'-----'.split('')]
    assert.deepEqual(rowsRead(readRemedies(lines('\t').replace(/^1\t.*$/m, values.join('')))), [
      '行政复议 1150 - - - 1150',
      '未经复议直接起诉 1 - - 2 3',
      '复议后起诉 - - - - -',
    ])
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
