import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  PROACTIVE,
  PROACTIVE_READ,
  type Rows,
  readBlocks,
  readRemedies,
  remedies,
  requests,
  rowsRead,
} from './align-sample.js'

const ZEROS = ['0', '0', '0', '0', '0', '0', '0']
const joined = (rows: Rows, joint: string) => rows.map((row) => row.join(joint)).join('\n')

describe('表头合并的列逐格重复印出', () => {
  const read = (values: string) =>
    rowsRead(
      readBlocks(
        [
          '| 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 |',
          '| 信息内容 | 采购项目数量 | 采购总金额 | 采购总金额 |',
          `| 政府集中采购 | ${values} |`,
        ].join('\n'),
        'proactive',
        '2019',
      ),
    ).at(-1)

  it('前一列为空，重复的数不顶到前一列', () => {
    assert.equal(read(' | 0 | 0'), '政府集中采购 _ 0')
  })
  it('合并列为空', () => assert.equal(read('3 |  | '), '政府集中采购 3 _'))
  it('合并列的两格不一样，不猜', () => assert.equal(read(' | 3 | 4'), '政府集中采购 ? ?'))
})

describe('制表符分列，行末空格的制表符被切掉', () => {
  // Group labels that are printed already leave a blank cell before the label.
  const indented = (rows: Rows) =>
    rows.map((row) => {
      const own = /^\d\./.test(row[0] ?? '') ? ['', '', ...row] : row
      return /^（[一二三四五六七]）/.test(row[0] ?? '') ? ['', ...row] : own
    })
  const trimmed = (values: Readonly<Record<string, readonly string[]>>) =>
    rowsRead(readBlocks(joined(indented(requests(values, ZEROS)), '\t'), 'requests'))

  it('各行标签前的制表符多少不一：从标签数起', () => {
    const read = trimmed({ '三（三）1': ['0', '', '0', '0', '0', '0'], 二: ['0', '', '', '0'] })
    assert.ok(read.includes('三（三）1 0 _ 0 0 0 0 _'))
    assert.ok(read.includes('二 0 _ _ 0 _ _ _'))
  })
  it('标签后先有合并的空格、行末又被切掉：数不往后移一列，两端不猜', () => {
    const wide = (rows: Rows) =>
      rows.map((row) => (/^[一二四]、/.test(row[0] ?? '') ? row.toSpliced(1, 0, '', '') : row))
    const rows = requests(
      { 二: ['0', '0', '0', '0', '0', '0'], 四: ['0', '', '0', '', '', ''] },
      ZEROS,
    )
    const read = rowsRead(
      readBlocks(joined(indented(wide(rows)), '\t').replace(/\t+$/gm, ''), 'requests'),
    )
    assert.ok(!read.includes('二 _ 0 0 0 0 0 0'))
    assert.ok(read.includes('二 ? 0~ 0~ 0~ 0~ 0~ ?'))
  })
  const [blank, ...values] = ['', ...ZEROS]
  const total = ['', '', '', '', '', '', '0']
  it('只有总计印了零，一行全有：从标签数起，零在总计', () => {
    const rows = indented(requests({ '三（七）': ZEROS }, total))
    const read = rowsRead(readBlocks(joined(rows, '\t'), 'requests'))
    assert.ok(read.includes('一 _ _ _ _ _ _ 0'))
    assert.ok(read.includes('三（三）1 _ _ _ _ _ _ 0'))
  })
  it('只有总计印了零，没有一行全有：不知零在哪一列，不猜', () => {
    const read = rowsRead(readBlocks(joined(indented(requests({}, total)), '\t'), 'requests'))
    assert.ok(read.includes('一 ? ? ? ? ? ? ?'))
  })
  it('有一行以制表符结尾：行末没有切掉什么', () => {
    const text = joined(indented(requests({}, total)), '\t').replace('其他\n', '其他\t\n')
    assert.ok(rowsRead(readBlocks(text, 'requests')).includes('一 _ _ _ _ _ _ 0'))
  })
  it('标签合并的空格不是数：各行的数从同一个制表符起', () => {
    const rows = indented(requests({ 二: values.slice(1) }, ZEROS)).map((row) => {
      const at = row.findIndex((cell, i) => cell !== blank && row[i + 1] === '0') + 1
      return at === 0 ? row : row.toSpliced(at, 0, ...Array<string>(3 - at).fill(''))
    })
    const read = rowsRead(readBlocks(joined(rows, '\t'), 'requests'))
    assert.ok(read.includes('二 0 0 0 0 0 0 _'), read.join('\n'))
  })
  it('没有一行显出空格留着制表符，不作行末空格读', () => {
    const read = trimmed({ '三（三）1': ['5', '0', '0', '0', '0', '0'] })
    assert.ok(read.includes('三（三）1 ? ? ? ? ? ? ?'))
  })
})

describe('一格一行，空行为空格：最后一行', () => {
  const [first, fifteen] = [['', '0'], Array<string>(15).fill('0')]
  const requestsEnd = (values: readonly string[]) =>
    rowsRead(readBlocks(`${joined(requests({ 四: values }, ZEROS), '\n')}\n\n`, 'requests')).at(-1)
  const remediesRead = (values: readonly string[], rows = remedies(values)) =>
    rowsRead(readRemedies(`${joined(rows, '\n')}\n\n`))

  it('表三末行前有空格，末格之后还有空行', () => {
    assert.equal(requestsEnd(['0', '', '0', '0', '0', '', '']), '四 0 _ 0 0 0 _ _')
  })
  it('表三末行六个数和一个空行，不知空行是不是空格', () => {
    assert.equal(requestsEnd(ZEROS.slice(1)), '四 ? ? ? ? ? ? ?')
  })
  it('表三末行末格为空，表头有空行：别行印在同样多的行里，显出空行是空格', () => {
    const rows = requests(
      { '三（七）': ['0', '', '0', '0', '', '0', ''], 四: ['0', '', '', '0', '', '0', ''] },
      ZEROS,
    )
    const text = joined(rows, '\n')
      .replace('总计\n商业企业', '总计\n\n\n商业企业\n')
      .replace('法律服务机构\n', '法律服务机构\n\n')
    const read = rowsRead(readBlocks(`${text}\n`, 'requests'))
    assert.equal(read.at(-1), '四 0 _ _ 0 _ 0 _')
  })
  it('表四首尾都为空', () => {
    assert.deepEqual(remediesRead([...first, ...fifteen.slice(3), '']), [
      '行政复议 _ 0 0 0 0',
      '未经复议直接起诉 0 0 0 0 0',
      '复议后起诉 0 0 0 0 _',
    ])
  })
  it('表四表头中合并的五格印作五个空行：末行的空行也是空格', () => {
    const values = [...fifteen.slice(1), '']
    const [one = [], two = [], three = [], four = []] = remedies(values)
    const rows = [one, two, [...Array<string>(5).fill(''), ...three], four]
    assert.equal(remediesRead(values, rows).at(-1), '复议后起诉 0 0 0 0 _')
  })
  it('表四十四个数和一个空行，表头不显空格，不猜', () => {
    assert.ok(!remediesRead(fifteen.slice(1)).includes('复议后起诉 0 0 0 0 _'))
  })
})

describe('表四以全角空格为空格，末行表头前空五格', () => {
  it('十五格全有：数在表头之下', () => {
    const values = Array.from({ length: 15 }, (_, i) => (i % 5 === 4 ? '0' : '　'))
    const [one = [], two = [], three = [], four = []] = remedies(values)
    const rows = [one, two, [...Array<string>(5).fill('　'), ...three], four]
    assert.deepEqual(rowsRead(readRemedies(joined(rows, '   '))), [
      '行政复议 _ _ _ _ 0',
      '未经复议直接起诉 _ _ _ _ 0',
      '复议后起诉 _ _ _ _ 0',
    ])
  })
})

describe('用空格对齐的表，多数行只有一列', () => {
  const width = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2000' ? 2 : 1), 0)
  const pad = (text: string, to: number) => text + ' '.repeat(Math.max(2, to - width(text)))
  const sparse = PROACTIVE.map(([label = '', ...values]) => {
    if (label === '规章') return [label, '3']
    return label === '行政规范性文件' ? [label, '', '', '119'] : [label, ...values]
  })

  it('标签长短不一而数值都从表头下起：缺的格为空', () => {
    const text = sparse.map((row) => row.map((cell) => pad(cell, 16)).join('')).join('\n')
    const [rules, documents] = rowsRead(readBlocks(text, 'proactive'))
    assert.deepEqual([rules, documents], ['规章 3 _ _', '行政规范性文件 _ _ 119'])
  })
  it('数值紧跟标签，不知在哪一列，不猜', () => {
    const text = sparse.map((row) => row.filter((cell) => cell !== '').join('  ')).join('\n')
    const [rules, documents] = rowsRead(readBlocks(text, 'proactive'))
    assert.deepEqual([rules, documents], ['规章 ? ? ?', '行政规范性文件 ? ? ?'])
  })
})

describe('分号、逗号分列', () => {
  const padded = (row: readonly string[]) => [...row, '', '', ''].slice(0, 4)

  it('各行都以分号补足四列：分号分列', () => {
    const read = rowsRead(readBlocks(joined(PROACTIVE.map(padded), ';'), 'proactive'))
    assert.deepEqual(read, PROACTIVE_READ)
  })
  it('只有几行有分号：不是数值的一部分，各格未读出', () => {
    const rows = PROACTIVE.map((row) => row.join(/^规|^行/.test(row[0] ?? '') ? ';' : '\t'))
    const read = rowsRead(readBlocks(rows.join('\n').replace(/;51$/m, ';51;;'), 'proactive'))
    assert.deepEqual([read[0], read[2]], ['规章 ? ? ?', '行政许可 ?'])
  })
  it('逗号分列的，各格未读出', () => {
    const read = rowsRead(readBlocks(joined(PROACTIVE.map(padded), ','), 'proactive'))
    assert.deepEqual(read[2], '行政许可 ?')
  })
  it('制表符分出的一格里还有分号，也不作数值', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '行政许可' ? ['行政许可', '34;;'] : row))
    const read = rowsRead(readBlocks(joined(rows, '\t'), 'proactive'))
    assert.deepEqual(read, PROACTIVE_READ.with(2, '行政许可 ?'))
  })
  it('千分位的逗号是数值的', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '行政许可' ? ['行政许可', '1,251'] : row))
    assert.deepEqual(
      rowsRead(readBlocks(joined(rows, '\t'), 'proactive')),
      PROACTIVE_READ.with(2, '行政许可 1251'),
    )
  })
})
