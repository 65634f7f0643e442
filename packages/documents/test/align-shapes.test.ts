import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  gridOf,
  PROACTIVE,
  PROACTIVE_READ,
  type Rows,
  readBlocks,
  requests,
  rowsRead,
} from './align-sample.js'

const lines = (rows: Rows, line: (row: readonly string[]) => string) => rows.map(line).join('\n')
const cells = (rows: Rows, before: string) =>
  lines(rows, (row) => row.map((cell) => before + cell).join('\n'))
const ZEROS = ['0', '0', '0', '0', '0', '0', '0']
const padded = (row: readonly string[]) => [...row, '', '', ''].slice(0, 4)

/** Each shape in which 表二 may be printed. */
const SHAPES: Readonly<Record<string, string>> = {
  一格一行前有制表符: cells(PROACTIVE, '\t'),
  一格一段空格为空行: cells(PROACTIVE, ''),
  一格一段段间空行: lines(PROACTIVE, (row) => row.map((cell) => cell || ' ').join('\n\n')),
  制表符分列补足四列: lines(PROACTIVE, (row) => padded(row).join('\t')),
  制表符分列不补: lines(PROACTIVE, (row) => row.join('\t')),
  竖线有框: lines(PROACTIVE, (row) => `| ${padded(row).join(' | ')} |`),
  竖线无框: lines(PROACTIVE, (row) => padded(row).join(' | ')),
  全角竖线: lines(PROACTIVE, (row) => padded(row).join('｜')),
}

describe('表二的各种印法', () => {
  for (const [shape, text] of Object.entries(SHAPES)) {
    it(shape, () => assert.deepEqual(rowsRead(readBlocks(text, 'proactive')), PROACTIVE_READ))
  }

  it('表格', () => {
    assert.deepEqual(rowsRead(readBlocks([gridOf(PROACTIVE)], 'proactive')), PROACTIVE_READ)
  })

  it('一个符号印在合并的几格中，各格都是符号；一个数字则不知属于哪格', () => {
    const merged = (value: string) =>
      PROACTIVE.map((row) => (row[0] === '规章' ? ['规章', value, '<', '<'] : row))
    const rules = (value: string) =>
      rowsRead(readBlocks([gridOf(merged(value))], 'proactive')).find((row) =>
        row.startsWith('规章'),
      )
    assert.equal(rules('/'), '规章 / / /')
    assert.equal(rules('5'), '规章 ? ? ?')
  })

  it('表头合并的单元格逐列重复印出，数值也重复印出', () => {
    const rows = PROACTIVE.map((row) =>
      row.length === 1
        ? Array<string>(4).fill(row[0] ?? '')
        : [...row, row.at(-1) ?? '', row.at(-1) ?? ''].slice(0, 4),
    )
    const text = lines(rows, (row) => row.join('\t'))
    const read = readBlocks(text, 'proactive')
    assert.deepEqual(rowsRead(read), PROACTIVE_READ)
    assert.deepEqual([read.region?.first, read.region?.start], [0, 0])
  })

  it('一列的数值在合并的单元格中逐格重复印出', () => {
    const rows = PROACTIVE.map((row) =>
      row[0] === '行政许可' ? ['行政许可', '51', '51', '51'] : row,
    )
    const read = readBlocks(
      lines(rows, (row) => row.join('\t')),
      'proactive',
    )
    assert.deepEqual(rowsRead(read), PROACTIVE_READ)
  })

  it('两列的数值在合并的单元格中逐格重复印出', () => {
    const rows: Rows = [
      ['第二十条第（九）项', '', '', ''],
      ['信息内容', '采购项目数量', '采购总金额', '采购总金额'],
      ['政府集中采购', '3', '8.5万元', '8.5万元'],
    ]
    const read = readBlocks([gridOf(rows)], 'proactive', '2019')
    assert.equal(rowsRead(read).at(-1), '政府集中采购 3 8.5')
  })

  it('两行之间单独成行的页码不是数值', () => {
    const [caption = [], header = [], rules = [], ...rest] = PROACTIVE
    const text = `${lines([caption, header, rules], (row) => padded(row).join('\t'))}\n\n3\n\n${lines(rest, (row) => padded(row).join('\t'))}`
    assert.deepEqual(rowsRead(readBlocks(text, 'proactive')), PROACTIVE_READ)
  })

  it('行末的空格被切掉，位置仍在', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '规章' ? ['规章', '3'] : row))
    assert.equal(
      rowsRead(
        readBlocks(
          lines(rows, (row) => row.join('\t')),
          'proactive',
        ),
      )[0],
      '规章 3 _ _',
    )
  })

  it('识别件切成几块，每块重复表头', () => {
    const [caption = [], header = [], rules = [], documents = [], ...rest] = PROACTIVE
    const pieces = [[caption, header, rules], [caption, header, documents], rest]
    const text = pieces.map((rows) => lines(rows, (row) => row.join('\t'))).join('\n\n')
    assert.deepEqual(rowsRead(readBlocks(text, 'proactive')), PROACTIVE_READ)
  })

  it('段间空行的表里，空行不是空格：只有一个数，不猜是哪一列', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '规章' ? ['规章', '2'] : row))
    const text = lines(rows, (row) => `${row.join('\n\n')}\n`)
    assert.equal(rowsRead(readBlocks(text, 'proactive'))[0], '规章 ? ? ?')
  })

  it('没有数值的行为空，不为零', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '行政处罚' ? ['行政处罚'] : row))
    assert.equal(
      rowsRead(
        readBlocks(
          lines(rows, (row) => row.join('\t')),
          'proactive',
        ),
      )[3],
      '行政处罚 _',
    )
  })

  it('斜线、横线和“无”照印', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '规章' ? ['规章', '/', '—', '无'] : row))
    assert.equal(rowsRead(readBlocks(cells(rows, '\t'), 'proactive'))[0], '规章 / — 无')
  })
})

/** Widths of the columns of a drawn table, in display columns. */
const WIDTHS = [16, 16, 16, 16]
const width = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2000' ? 2 : 1), 0)
const drawn = (rows: Rows) =>
  lines(rows, (row) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(2, (WIDTHS[i] ?? 16) - width(cell))))
      .join('')
      .trimEnd(),
  )

describe('用空格对齐的表', () => {
  it('空格留在自己的列下', () => {
    assert.deepEqual(rowsRead(readBlocks(drawn(PROACTIVE), 'proactive')), PROACTIVE_READ)
  })

  it('标签过长把整行推向右边，空格仍在自己的列下', () => {
    const rows = PROACTIVE.map((row) => {
      if (row[0] === '规章') return ['规章', '0', '0', '2']
      return row[0] === '行政规范性文件' ? ['行政规范性文件（含备案审查）', '1', '', '30'] : row
    })
    const [rules, documents] = rowsRead(readBlocks(drawn(rows), 'proactive'))
    assert.deepEqual([rules, documents], ['规章 0 0 2', '行政规范性文件 1 _ 30'])
  })

  it('各行都不守表头位置，空格不知在哪一列，不猜', () => {
    const text = lines(PROACTIVE, (row) => row.filter((cell) => cell !== '').join('  '))
    const [rules, documents] = rowsRead(readBlocks(text, 'proactive'))
    assert.deepEqual([rules, documents], ['规章 ? ? ?', '行政规范性文件 1 4 30'])
  })
})

describe('表三', () => {
  const rows = requests({ 一: ['3', '1', '0', '0', '0', '0', '4'] }, [
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
  ])

  it('二十五行各七格', () => {
    const read = rowsRead(
      readBlocks(
        lines(rows, (row) => row.join('\t')),
        'requests',
      ),
    )
    assert.equal(read.length, 25)
    assert.equal(read[0], '一 3 1 0 0 0 0 4')
    for (const row of read.slice(1)) assert.match(row, / 0 0 0 0 0 0 0$/)
  })

  it('各行两侧补了空格，由补法相同的行定出起列', () => {
    const values = {
      一: ['', '3', '1', '0', '0', '0', '0', '4', ''],
      二: ['', '', '1', '0', '0', '0', '0', '1', ''],
    }
    const text = lines(requests(values, ZEROS), (row) => row.join('\t'))
    const [first, second] = rowsRead(readBlocks(text, 'requests'))
    assert.deepEqual([first, second], ['一 3 1 0 0 0 0 4', '二 _ 1 0 0 0 0 1'])
  })

  it('表格最后一行之后的空行不是空格', () => {
    const six = ['0', '0', '0', '0', '0', '0']
    const text = `${cells(requests({ 四: six }, ZEROS), '')}\n\n`
    assert.equal(rowsRead(readBlocks(text, 'requests')).at(-1), '四 ? ? ? ? ? ? ?')
  })

  it('下一组的标签先于本行数值印出', () => {
    const rows = requests({ '三（二）': ['5', '0', '0', '0', '0', '0', '5'] }, ZEROS)
    const texts = rows.flat().map((cell) => `\t${cell}`)
    const group = texts.indexOf('\t（三）不予公开')
    const moved = texts.toSpliced(group, 1).toSpliced(group - 7, 0, '\t（三）不予公开')
    const read = rowsRead(readBlocks(moved.join('\n'), 'requests'))
    assert.ok(read.includes('三（二） 5 0 0 0 0 0 5'))
    assert.ok(read.includes('三（三）1 0 0 0 0 0 0 0'))
  })

  it('跨页的页码不作数值，另行列出', () => {
    const [head = [], ...rest] = rows
    const pages = [[head, ...rest.slice(0, 8)], rest.slice(8, 18), rest.slice(18)]
    const text = pages.map((page) => cells(page, '\t')).join('\n\n- 2 -\n\n')
    const read = readBlocks(text, 'requests')
    assert.ok(read.cells.every(({ state }) => state === 'number'))
    assert.deepEqual(
      read.residue.map(({ kind, text }) => [kind, text]),
      [
        ['page-number', '- 2 -'],
        ['page-number', '- 2 -'],
      ],
    )
  })
})
