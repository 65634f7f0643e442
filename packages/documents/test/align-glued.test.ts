import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PROACTIVE, readBlocks, requests, rowsRead } from './align-sample.js'

const ZEROS = ['0', '0', '0', '0', '0', '0', '0']

/** 表三 with the values of each row glued into one text. */
const glued = (values: Readonly<Record<string, readonly string[]>>) =>
  requests(values, ZEROS)
    .map((row) => {
      const first = row.findIndex((cell) => /^[\d,]*$/.test(cell))
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

  it('有一行的数字不够列数：没有零而只有一种切法的一行也是满的', () => {
    const read = readBlocks(glued({ 一: ONES, 二: ['0'] }), 'requests')
    assert.ok(rowsRead(read).includes('一 1 1 1 1 1 1 6'))
    assert.ok(rowsRead(read).includes('二 ? ? ? ? ? ? ?'))
  })

  it('符号和数字连成一串：一个符号一格', () => {
    const row = ['3', '无', '无', '无', '无', '无', '3']
    const read = readBlocks(glued({ 一: row, 二: row.map(() => '无'), 四: row }), 'requests')
    const [first, second] = rowsRead(read)
    assert.deepEqual([first, second], ['一 3 无 无 无 无 无 3', '二 无 无 无 无 无 无 无'])
  })

  it('横线后接数字：只有读作符号合于总计', () => {
    const row = ['3', '-', '1', '1', '-', '-', '5']
    const read = readBlocks(glued({ 一: row, '三（七）': row }), 'requests')
    assert.ok(rowsRead(read).includes('一 3 - 1 1 - - 5'))
  })
  it('横线后接数字：读作符号不合总计，不猜', () => {
    const read = readBlocks(glued({ 二: ['3', '-1', '0', '0', '0', '0', '2'] }), 'requests')
    assert.ok(rowsRead(read).includes('二 ? ? ? ? ? ? ?'))
  })
  it('一个破折号可占两个字的宽', () => {
    const row = ['3', '——', '——', '——', '——', '——', '3']
    const read = readBlocks(glued({ 一: row, '三（七）': row }), 'requests')
    assert.ok(rowsRead(read).includes('一 3 —— —— —— —— —— 3'))
  })

  it('多出来的一串不是一个数：不当作空格留在行里', () => {
    const text = glued({ 二: ['4 12-3 0 0 0 1 0 4'] })
    assert.ok(rowsRead(readBlocks(text, 'requests')).includes('二 ? ? ? ? ? ? ?'))
  })

  it('千分位的逗号是数值的：按总计切分', () => {
    const row = ['1,201', '16', '0', '0', '0', '34', '1,251']
    const read = readBlocks(glued({ 一: row, '三（七）': row }), 'requests')
    assert.ok(rowsRead(read).includes('一 1201 16 0 0 0 34 1251'))
    assert.equal(read.cells[0]?.raw, '1,201')
  })
  it('逗号之后不是三位数字，不作千分位，也不猜', () => {
    const read = readBlocks(glued({ 二: ['3', ',', '1', '0', '0', '0', '4'] }), 'requests')
    assert.ok(rowsRead(read).includes('二 ? ? ? ? ? ? ?'))
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
  it('数字和符号连在一起：只有一种切法', () => assert.equal(rules('//39'), '规章 / / 39'))
  it('数字和“无”连在一起：只有一种切法', () => assert.equal(rules('3无4'), '规章 3 无 4'))
  it('数字和斜线连在一起，不是页码', () => assert.equal(rules('57/4'), '规章 ? ? ?'))
  it('数字间有一个空格', () => assert.equal(rules(' 1 2 30'), '规章 1 2 30'))
  it('千分位的逗号是数值的', () => assert.equal(rules('003,557'), '规章 0 0 3557'))
  it('横线是符号', () => assert.equal(rules('3--'), '规章 3 - -'))
  it('破折号各占两个字的宽', () => assert.equal(rules('————37'), '规章 —— —— 37'))
  it('两头都是横线，或是页码，不猜', () => assert.equal(rules('-5-'), '规章 ? ? ?'))

  const penalties = (values: string) =>
    rowsRead(
      readBlocks(
        [
          '第二十条第（六）项',
          '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
          `行政处罚${values}`,
          '行政强制\t7\t+1\t20',
        ].join('\n'),
        'proactive',
        '2019',
      ),
    ).find((row) => row.startsWith('行政处罚'))

  it('横线是负号，或是符号：之前的符号读得出', () => {
    assert.equal(penalties('--30'), '行政处罚 - ? ?')
  })
  it('末格或是误填的负数：前两格切法不止一种，不猜', () => {
    assert.equal(penalties('29-70'), '行政处罚 ? ? ?')
  })
  it('增减之后是符号', () => assert.equal(penalties('59-5-'), '行政处罚 59 -5 -'))
  it('别无读法，负数照印出的读', () => assert.equal(penalties('23-8-45'), '行政处罚 23 -8 -45'))
})
