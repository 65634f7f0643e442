import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  applyCorrections,
  type Correction,
  check,
  exampleReport,
  inReading,
  isWaived,
  type PartKey,
  partText,
} from '../src/index.js'
import { ALONE } from './given.js'

const TEXT = '本局上诉问题共三条。\n全年培训2次，参训65人。'
const report = exampleReport('2021', [{ part: 'section/五', text: TEXT }])

function text(start: number, end: number, to: string, part: PartKey = 'section/五'): Correction {
  const from = partText(report, part)?.slice(start, end) ?? null
  return { target: { kind: 'text', part, start, end }, from, to, reason: null }
}

function cell(row: string, from: string | null, to: string): Correction {
  const ref = { table: 'requests', row, column: '总计' } as const
  return { target: { kind: 'cell', cell: ref }, from, to, reason: '对照原件' }
}

describe('更正', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, corrections: Correction[], result: string, rejected: number][] = [
    ['换字', [text(2, 4, '上述')], '本局上述问题共三条。\n全年培训2次，参训65人。', 0],
    ['后一处的位置按原文计', [text(0, 2, '我县财政局'), text(20, 22, '80')], '我县财政局上诉问题共三条。\n全年培训2次，参训80人。', 0],
    ['次序不影响结果', [text(20, 22, '80'), text(0, 2, '我县财政局')], '我县财政局上诉问题共三条。\n全年培训2次，参训80人。', 0],
    ['插入', [text(4, 4, '的')], '本局上诉的问题共三条。\n全年培训2次，参训65人。', 0],
    ['删除', [text(9, 10, '')], '本局上诉问题共三条\n全年培训2次，参训65人。', 0],
    ['重叠的，后一处不采用', [text(2, 6, '上述问题'), text(4, 8, '困难')], '本局上述问题共三条。\n全年培训2次，参训65人。', 1],
    ['原文已经不同的，不采用', [{ ...text(2, 4, '上述'), from: '上次' }], TEXT, 1],
    ['超出原文的，不采用', [{ ...text(2, 4, '上述'), target: { kind: 'text', part: 'section/五', start: 2, end: 99 } }], TEXT, 1],
  ]
  for (const [situation, corrections, result, rejected] of ROWS) {
    it(situation, () => {
      const corrected = applyCorrections(report, corrections)
      assert.equal(partText(corrected.report, 'section/五'), result)
      assert.equal(corrected.rejected.length, rejected)
    })
  }

  it('更正以后，每一段仍指向原来的行', () => {
    const ofFive = ({ trace }: typeof report) =>
      trace
        .filter(({ part }) => part === 'section/五')
        .map(({ start, end, at }) => [start, end, at.kind === 'line' && at.line])
    const [first, second] = ofFive(report)
    assert.deepEqual(
      [first?.slice(0, 2), second?.slice(0, 2)],
      [
        [0, 10],
        [11, 24],
      ],
    )
    const { report: after } = applyCorrections(report, [
      text(0, 2, '我县财政局'),
      text(13, 15, '举办培训'),
    ])
    assert.deepEqual(ofFive(after), [
      [0, 13, first?.[2]],
      [14, 29, second?.[2]],
    ])
  })

  it('文中数字随文字移动，改动过的不再算作读出的数字', () => {
    const figure = (start: number, raw: string) =>
      ({
        part: 'section/五',
        start,
        end: start + raw.length,
        raw,
        value: Number(raw),
        unit: '人',
        subject: '',
      }) as const
    const read = { ...report, figures: [figure(15, '2'), figure(20, '65')] }
    const { report: after } = applyCorrections(read, [text(0, 2, '我局财政科'), text(15, 16, '3')])
    assert.deepEqual(
      after.figures.map(({ raw, start }) => [raw, start]),
      [['65', 23]],
    )
  })

  it('更正单元格：位置不变，差错消除', () => {
    const wrong = exampleReport('2021', [{ cell: ['requests', '一', '总计'], printed: '9' }])
    const { report: after, rejected } = applyCorrections(wrong, [cell('一', '9', '6')])
    assert.deepEqual(rejected, [])
    assert.deepEqual(check(after, ALONE).findings, [])
    assert.deepEqual(
      after.cells.map(({ at }) => at),
      wrong.cells.map(({ at }) => at),
    )
  })

  it('补录未识别的单元格', () => {
    const unread = exampleReport('2021', [{ cell: ['requests', '一', '总计'], printed: null }])
    const { report: after } = applyCorrections(unread, [cell('一', null, '６')])
    const [one] = after.cells.filter(({ row, column }) => row === '一' && column === '总计')
    assert.deepEqual([one?.state, one?.value, one?.raw], ['number', 6, '６'])
  })

  it('单元格原文已经不同的，不采用并说明', () => {
    const { report: after, rejected } = applyCorrections(report, [cell('一', '9', '7')])
    assert.deepEqual(after.cells, report.cells)
    assert.deepEqual(
      rejected.map(({ reason }) => reason),
      ['此处现为“6”，与更正时的原文不同，更正未采用。'],
    )
  })

  it('更正标题和落款', () => {
    const wrong = exampleReport('2021', [
      { part: 'heading/三', text: '3、申请情况' },
      { part: 'signature', text: '云岭县财政局\n2024-01-20' },
    ])
    const heading = { kind: 'text', part: 'heading/三', start: 0, end: 6 } as const
    const date = { kind: 'text', part: 'signature', start: 7, end: 17 } as const
    const { report: after } = applyCorrections(wrong, [
      {
        target: heading,
        from: '3、申请情况',
        to: '三、收到和处理政府信息公开申请情况',
        reason: null,
      },
      { target: date, from: '2024-01-20', to: '2024年1月21日', reason: null },
    ])
    assert.deepEqual(check(after, ALONE).findings, [])
    assert.equal(after.sections[2]?.title, '收到和处理政府信息公开申请情况')
    assert.equal(after.signedOn, '2024-01-21')
  })
})

describe('更正后的位置换回原文的位置', () => {
  const earlier = [text(2, 4, '以上列举的')]
  // biome-ignore format: one case a line
  const ROWS: [situation: string, start: number, end: number, back: [number, number] | null][] = [
    ['在前', 0, 2, [0, 2]],
    ['在后', 9, 10, [6, 7]],
    ['与已有更正重叠', 5, 9, null],
    ['包含已有更正', 0, 9, null],
  ]
  for (const [situation, start, end, back] of ROWS) {
    it(situation, () => {
      const target = { kind: 'text', part: 'section/五', start, end } as const
      const found = inReading(target, earlier)
      assert.deepEqual(found && [found.start, found.end], back)
    })
  }
})

describe('保留意见', () => {
  const { findings } = check(
    exampleReport('2021', [{ cell: ['requests', '一', '总计'], printed: '9' }]),
    ALONE,
  )
  const [finding] = findings

  it('同一规则、同一位置的发现不再提示', () => {
    assert.ok(finding)
    const { rule, target } = finding
    assert.equal(isWaived(finding, [{ rule, target, reason: '原件如此' }]), true)
    assert.equal(isWaived(finding, [{ rule: 'ARI-04', target, reason: '原件如此' }]), false)
    assert.equal(
      isWaived(finding, [{ rule, target: { kind: 'report' }, reason: '原件如此' }]),
      false,
    )
  })
})
