import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fragmentsOf } from '../src/align/fragments.js'
import { publishedOn } from '../src/whole/page-residue.js'
import { findSignature } from '../src/whole/signature.js'
import {
  blocksOfText,
  type Rows,
  readBlocks,
  readRemedies,
  remedies,
  requests,
  rowsRead,
} from './align-sample.js'

const ZEROS = ['0', '0', '0', '0', '0', '0', '0']

describe('标签自己的编号', () => {
  it('“3.其他”之后重印表头：有编号的才是行，不是表头的“其他”', () => {
    const rows = requests({ '三（六）3': ['0', '0', '0', '0', '0', '9', '9'] }, ZEROS)
    const header = rows.slice(0, 3)
    const at = rows.findIndex((row) => row.includes('（七）总计'))
    const text = rows
      .toSpliced(at, 0, ...header)
      .map((row) => row.map((cell) => `\t${cell}`).join('\n'))
      .join('\n')
    const read = rowsRead(readBlocks(text, 'requests'))
    assert.ok(read.includes('三（六）3 0 0 0 0 0 9 9'))
    assert.ok(read.includes('三（七） 0 0 0 0 0 0 0'))
  })
})

describe('竖线', () => {
  const piped = (values: readonly string[], line: (cells: string) => string) =>
    rowsRead(
      readRemedies(
        remedies(values)
          .map((row) => line(row.join(' | ')))
          .join('\n'),
      ),
    )[0]
  const blankFirst = ['', ...Array<string>(14).fill('0')]
  const blankLast = [...Array<string>(14).fill('0'), '']

  it('有框：两边的竖线不是空格', () => {
    assert.equal(
      piped(blankFirst, (cells) => `| ${cells} |`),
      '行政复议 _ 0 0 0 0',
    )
  })
  it('无框：行首的竖线之前是空格', () => {
    assert.equal(
      piped(blankFirst, (cells) => cells),
      '行政复议 _ 0 0 0 0',
    )
  })
  it('无框：行末的竖线之后是空格', () => {
    const read = readRemedies(
      remedies(blankLast)
        .map((row) => row.join(' | '))
        .join('\n'),
    )
    assert.equal(rowsRead(read)[2], '复议后起诉 0 0 0 0 _')
  })
})

const WIDTH = 24
const width = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2000' ? 2 : 1), 0)
const drawn = (row: readonly string[]) =>
  row
    .map((cell) => cell + ' '.repeat(Math.max(2, WIDTH - width(cell))))
    .join('')
    .trimEnd()

/** 表二 of the 2019 form; the rows named in `crowded` are not set under the header. */
const aligned = (crowded: readonly string[]) => {
  const counts = ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量']
  const rows: Rows = [
    ['第二十条第（一）项'],
    ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
    ['规章', '', '', '2'],
    ['规范性文件', '1', '1', '30'],
    ['第二十条第（五）项'],
    counts,
    ['行政许可', '5', '1', '7'],
    ['其他对外管理服务事项', '6', '1', '7'],
    ['第二十条第（六）项'],
    counts,
    ['行政处罚', '7', '1', '7'],
    ['行政强制', '8', '1', '7'],
    ['第二十条第（八）项'],
    ['信息内容', '上一年项目数量', '本年增/减'],
    ['行政事业性收费', '9', '1'],
    ['第二十条第（九）项'],
    ['信息内容', '采购项目数量', '采购总金额'],
    ['政府集中采购', '3', '8'],
  ]
  return rows
    .map((row) => (crowded.includes(row[0] ?? '') ? row.join('  ') : drawn(row)))
    .join('\n')
}

const KEEPING: readonly (readonly [string, readonly string[], string])[] = [
  ['八行都守表头', [], '规章 _ _ 2'],
  ['八行中一行不守：位置仍作数', ['行政许可'], '规章 _ _ 2'],
  ['八行中两行不守：位置不作数', ['行政许可', '行政处罚'], '规章 ? ? ?'],
]

describe('用空格对齐的表，多数行守表头位置才凭位置读', () => {
  for (const [title, crowded, rules] of KEEPING) {
    it(title, () => {
      const read = rowsRead(readBlocks(aligned(crowded), 'proactive', '2019'))
      assert.equal(read[0], rules)
      assert.equal(read[2], '行政许可 5 1 7')
    })
  }
})

describe('用空格对齐的表，没有一行填满', () => {
  const rows = (rules: string, documents: string) =>
    rowsRead(
      readBlocks(
        [drawn(['第二十条第（一）项']), drawn(HEADER), rules, documents].join('\n'),
        'proactive',
      ),
    ).slice(0, 2)
  const HEADER = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']

  it('数值与表头齐头：凭位置读', () => {
    assert.deepEqual(
      rows(drawn(['规章', '0', '', '2']), drawn(['行政规范性文件', '3', '', '30'])),
      ['规章 0 _ 2', '行政规范性文件 3 _ 30'],
    )
  })

  it('数值挤在一起：不凭位置读', () => {
    assert.deepEqual(rows('规章  0  2', `行政规范性文件${' '.repeat(10)}3  30`), [
      '规章 ? ? ?',
      '行政规范性文件 ? ? ?',
    ])
  })
})

describe('网页上的发布日期', () => {
  const on = (kind: 'meta' | 'navigation' | 'bookmark' | 'other') =>
    publishedOn([{ kind, text: '发布时间：2024-01-25', at: null }])

  it('取自网页的行', () =>
    assert.deepEqual([on('meta'), on('navigation')], ['2024-01-25', '2024-01-25']))
  it('不取自书签和别的残留', () => assert.deepEqual([on('bookmark'), on('other')], [null, null]))
})

const SIGNED: readonly (readonly [string, string, string | null])[] = [
  ['名称和日期同在一行', '云岭县财政局2024年1月20日', '2024-01-20'],
  ['日期之后还有字', '云岭县财政局2024年1月20日印发', null],
  ['日期在行首', '2024年1月20日云岭县财政局', null],
  ['汉字日期在一句之首', '二零二四年一月二十日云岭县财政局关于公布年度工作报告', null],
]

describe('一行里的署名和日期', () => {
  for (const [title, line, signedOn] of SIGNED) {
    it(title, () => {
      const found = findSignature(fragmentsOf(blocksOfText(`本年度未收取信息处理费。\n${line}`)))
      assert.equal(found?.signedOn ?? null, signedOn)
    })
  }
})
