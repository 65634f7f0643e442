import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changedReport, PARTS, reportOf, reportText, TABLES } from './whole-sample.js'

// 情形, 原标题, 印出的标题, 读出的部分名称, 标题后的文字
const HEADINGS: readonly (readonly ['一' | '五', string, string, string, string])[] = [
  ['五', '照格式', PARTS.五, '存在的主要问题及改进情况', ''],
  ['五', '数字编号', '5、存在的主要问题及改进情况', '存在的主要问题及改进情况', ''],
  ['五', '全角数字编号', '５．存在的主要问题及改进情况', '存在的主要问题及改进情况', ''],
  ['五', '第五部分', '第五部分 存在的主要问题及改进情况', '存在的主要问题及改进情况', ''],
  ['五', '括号编号', '（五）存在的主要问题及改进情况', '存在的主要问题及改进情况', ''],
  ['五', '没有编号', '存在的主要问题及改进情况', '存在的主要问题及改进情况', ''],
  ['五', '编号错', '四、存在的主要问题及改进情况', '存在的主要问题及改进情况', ''],
  ['五', '换了说法', '五、工作中的不足和下一步打算', '工作中的不足和下一步打算', ''],
  ['五', '后面加了字', '五、存在的主要问题及改进情况和打算', '存在的主要问题及改进情况和打算', ''],
  ['五', '繁体', '五、存在的主要問題及改進情況', '存在的主要問題及改進情況', ''],
  [
    '一',
    '后面接着正文',
    '一、总体情况。全年共召开专题会议2次。',
    '总体情况',
    '全年共召开专题会议2次。',
  ],
  [
    '一',
    '后面接着正文，没有标点',
    '一、总体情况2023年，全年共召开专题会议2次。',
    '总体情况',
    '2023年，全年共召开专题会议2次。',
  ],
]

describe('六个部分的标题', () => {
  for (const [no, name, printed, title, behind] of HEADINGS) {
    it(name, () => {
      const { sections } = changedReport({ [no]: printed })
      assert.deepEqual(
        sections.map((section) => section.no),
        ['一', '二', '三', '四', '五', '六'],
      )
      const section = sections.find((one) => one.no === no)
      const own = no === '一' ? PARTS.text一 : PARTS.text五
      assert.equal(section?.title, title)
      assert.equal(section?.text, behind === '' ? own : `${behind}\n${own}`)
    })
  }

  it('缺一个部分：不列，其余照旧', () => {
    const { sections } = changedReport({ 六: '' })
    assert.deepEqual(
      sections.map(({ no }) => no),
      ['一', '二', '三', '四', '五'],
    )
    assert.equal(sections[4]?.text, `${PARTS.text五}\n${PARTS.text六}`)
  })

  it('正文里的小标题不是部分标题', () => {
    const text = '（一）主动公开情况。公开120条。\n（二）依申请公开情况。收到申请0件。'
    const { sections } = changedReport({ text一: text })
    assert.equal(sections[0]?.text, text)
  })

  it('以年份和“二是”开头的句子不是部分标题', () => {
    const text = '2023年主动公开信息120条。\n二是主动公开财政信息。\n2.主动公开决算。'
    const { sections } = changedReport({ text一: text })
    assert.equal(sections[0]?.text, text)
    const { sections: none } = changedReport({
      text一: '2023年主动公开信息120条。\n二是主动公开。',
      二: '',
    })
    assert.deepEqual(
      none.map(({ no }) => no),
      ['一', '三', '四', '五', '六'],
    )
  })

  it('引言里列举各部分名称，不在那里切开', () => {
    const intro = '本报告包括：一、总体情况；二、主动公开政府信息情况；六、其他需要报告的事项。'
    const report = changedReport({ intro })
    assert.equal(report.intro, intro)
    assert.equal(report.sections[0]?.text, PARTS.text一)
  })

  it('句末接着标题和正文，都在一段里：照样切开', () => {
    const { intro, sections } = reportOf(
      reportText({ 一: '', text一: '', text五: '', 六: '', text六: '' })
        .replace(PARTS.intro, `${PARTS.intro}一、总体情况。公开120条。`)
        .replace(PARTS.五, `${PARTS.五}：将加强督促。六、其他需要报告的事项。没有。`),
    )
    assert.equal(intro, PARTS.intro)
    assert.deepEqual(
      sections.map(({ no, heading, text }) => [no, heading, text]),
      [
        ['一', '一、总体情况', '公开120条。'],
        ['二', PARTS.二, ''],
        ['三', PARTS.三, ''],
        ['四', PARTS.四, ''],
        ['五', PARTS.五, '将加强督促。'],
        ['六', '六、其他需要报告的事项', '没有。'],
      ],
    )
  })

  const contents = [PARTS.一, PARTS.二, PARTS.三, PARTS.四, PARTS.五, PARTS.六]
  // biome-ignore format: one case a line
  const CONTENTS: readonly (readonly [string, readonly string[]])[] = [
    ['只有标题', ['目录', ...contents]],
    ['有页码', ['目  录', ...contents.map((one, at) => `${one}………${at + 1}`)]],
    ['行间空行', ['目 录', ...contents.flatMap((one) => ['', one])]],
  ]
  for (const [name, lines] of CONTENTS) {
    it(`目录不是各部分的标题，列为残留：${name}`, () => {
      const report = changedReport({ title: [PARTS.title, ...lines].join('\n') })
      assert.equal(report.intro, PARTS.intro)
      assert.equal(report.sections.length, 6)
      assert.equal(report.sections[0]?.text, PARTS.text一)
      assert.equal(report.residue.length, 7)
    })
  }

  // biome-ignore format: one case a line
  const DECORATED: readonly (readonly [printed: string, heading: string, title: string])[] = [
    ['●五、存在的主要问题及改进情况', '五、存在的主要问题及改进情况', '存在的主要问题及改进情况'],
    ['**五、存在的主要问题及改进情况**', '五、存在的主要问题及改进情况', '存在的主要问题及改进情况'],
    ['【五、存在的主要问题及改进情况】', '五、存在的主要问题及改进情况', '存在的主要问题及改进情况'],
    ['五、存在的主要问题及改进情况（单位：件）', '五、存在的主要问题及改进情况（单位：件）', '存在的主要问题及改进情况（单位：件）'],
  ]
  for (const [printed, heading, title] of DECORATED) {
    it(`标题旁的符号、括号里的冒号：${printed}`, () => {
      const { sections, trace } = changedReport({ 五: printed })
      assert.deepEqual(
        [sections[4]?.heading, sections[4]?.title, sections[4]?.text],
        [heading, title, PARTS.text五],
      )
      const { at } = trace.find(({ part }) => part === 'heading/五') ?? {}
      assert.equal(at?.kind === 'line' && at.column, printed.indexOf('五') + 1)
    })
  }

  it('编号和名称之间空开的标题', () => {
    const { intro, sections } = changedReport({ 一: '第一部分  总体情况' })
    assert.equal(intro, PARTS.intro)
    assert.equal(sections[0]?.heading, '第一部分  总体情况')
  })

  it('标题的位置', () => {
    const { trace } = changedReport({ intro: '', 一: '  一、总体情况。共2次。' })
    assert.deepEqual(
      trace.find(({ part }) => part === 'heading/一'),
      {
        part: 'heading/一',
        start: 0,
        end: 6,
        at: { kind: 'line', line: 2, column: 3, endLine: 2, endColumn: 9 },
      },
    )
    assert.deepEqual(
      trace.find(({ part }) => part === 'section/一'),
      {
        part: 'section/一',
        start: 0,
        end: 4,
        at: { kind: 'line', line: 2, column: 10, endLine: 2, endColumn: 14 },
      },
    )
  })
})

describe('表格不漏进文字', () => {
  it('全文连成一行：各部分分开，表格读出，文字中没有表格', () => {
    const { title, sections, cells } = reportOf(
      reportText({ signature: '' })
        .replace('\n', '§')
        .replace(/[\n\t]/g, '')
        .replace('§', '\n'),
    )
    assert.equal(title, PARTS.title)
    assert.deepEqual(
      sections.map(({ no, text }) => [no, text]),
      [
        ['一', PARTS.text一],
        ['二', ''],
        ['三', ''],
        ['四', ''],
        ['五', PARTS.text五],
        ['六', PARTS.text六],
      ],
    )
    assert.ok(cells.filter(({ table }) => table === 'requests').every(({ value }) => value === 0))
  })

  // 第四部分的标题, 读出的标题
  const OWN_WORDS: readonly (readonly [string, string])[] = [
    ['四、政府信息公开被申请复议、被提起诉讼情况', '政府信息公开被申请复议、被提起诉讼情况'],
    ['四．因公开信息引起的行政诉讼情况', '因公开信息引起的行政诉讼情况'],
  ]
  for (const [printed, title] of OWN_WORDS) {
    it(`全文连成一行，以空格隔开：${printed}`, () => {
      const text = reportText({ 四: printed, signature: '' })
      const { sections, cells } = reportOf(
        text
          .replace('\n', '§')
          .replace(/[\n\t]/g, ' ')
          .replace('§', '\n'),
      )
      assert.equal(sections.find(({ no }) => no === '四')?.title, title)
      const last = cells.filter(({ table, row }) => table === 'requests' && row === '四')
      assert.deepEqual(
        last.map(({ value }) => value),
        [0, 0, 0, 0, 0, 0, 0],
      )
    })
  }

  it('叙述里编了号、以“情况”收尾的小标题不切开', () => {
    const text一 = '全年收到申请3件。四、人员培训情况 全年培训2次。'
    const { sections } = changedReport({ text一 })
    assert.equal(sections[0]?.text, text一)
  })

  it('表格同一行前面的叙述留在文字里', () => {
    const { sections } = changedReport({
      二: `${PARTS.二}\n主动公开情况见下表。${TABLES.proactive}`.replace(TABLES.proactive, ''),
    })
    assert.equal(sections[1]?.text, '主动公开情况见下表。')
    const glued = reportText().replace(`${PARTS.二}\n`, `${PARTS.二}\n主动公开情况见下表。`)
    assert.equal(reportOf(glued).sections[1]?.text, '主动公开情况见下表。')
  })

  it('没有部分标题时表格不进引言', () => {
    const none = { 一: '', 二: '', 三: '', 四: '', 五: '', 六: '' }
    const { intro, problems } = changedReport(none)
    assert.equal(intro.includes('行政许可'), false)
    assert.ok(intro.startsWith(PARTS.intro))
    assert.ok(intro.includes(PARTS.text五))
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['sections.missing'],
    )
  })

  it('表格末行标签在合并的单元格中重复印出，不进文字', () => {
    const last = '四、结转下年度继续办理'
    const text = reportText().replace(
      `${last}\t0\t0\t0\t0\t0\t0\t0`,
      `${last}\t${last}\t\t\t\t\t\t\t`,
    )
    assert.equal(reportOf(text).sections[2]?.text, '')
  })

  it('没有表格：说明，各格未读出', () => {
    const text = reportText().replace(TABLES.remedies, '')
    const { cells, problems } = reportOf(text)
    assert.ok(
      cells.filter(({ table }) => table === 'remedies').every(({ state }) => state === 'unread'),
    )
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message.slice(0, 27)]),
      [['table.missing', '没有找到“政府信息公开行政复议、行政诉讼情况表”，该表']],
    )
  })
})
