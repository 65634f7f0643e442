import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changedReport, PARTS, reportOf, reportText } from './whole-sample.js'

// 情形, 落款各行, 落款, 日期
const SIGNATURES: readonly (readonly [string, string, string | null, string | null])[] = [
  ['两行', '云岭县财政局\n2024年1月20日', '云岭县财政局\n2024年1月20日', '2024-01-20'],
  ['一行', '云岭县财政局2024年1月20日', '云岭县财政局2024年1月20日', '2024-01-20'],
  [
    '汉字日期',
    '云岭县财政局\n二〇二四年一月二十日',
    '云岭县财政局\n二〇二四年一月二十日',
    '2024-01-20',
  ],
  [
    '汉字三十一日',
    '云岭县财政局\n二○二四年一月三十一日',
    '云岭县财政局\n二○二四年一月三十一日',
    '2024-01-31',
  ],
  [
    '全角日期',
    '云岭县财政局\n２０２４年１月２０日',
    '云岭县财政局\n２０２４年１月２０日',
    '2024-01-20',
  ],
  ['横线日期', '云岭县财政局\n2024-01-20', '云岭县财政局\n2024-01-20', '2024-01-20'],
  ['点日期加括号', '云岭县财政局\n（2024.1.20）', '云岭县财政局\n（2024.1.20）', '2024-01-20'],
  ['不存在的日子', '云岭县财政局\n2024年2月30日', '云岭县财政局\n2024年2月30日', null],
  ['日期在前', '2024年1月20日\n云岭县财政局', '2024年1月20日\n云岭县财政局', '2024-01-20'],
  [
    '盖章',
    '云岭县财政局（盖章）\n2024年1月20日',
    '云岭县财政局（盖章）\n2024年1月20日',
    '2024-01-20',
  ],
  ['只有日期', '2024年1月20日', '2024年1月20日', '2024-01-20'],
  ['只有名称', '云岭县财政局', '云岭县财政局', null],
  ['没有落款', '', null, null],
]

describe('落款', () => {
  for (const [name, printed, signature, signedOn] of SIGNATURES) {
    it(name, () => {
      const report = changedReport({ signature: printed })
      assert.deepEqual([report.signature, report.signedOn], [signature, signedOn])
      assert.equal(report.sections.at(-1)?.text, PARTS.text六)
    })
  }

  it('名称和日期之间隔着页码', () => {
    const { signature, signedOn, sections } = changedReport({
      signature: '云岭县财政局\n\n6\n\n2024年1月20日',
    })
    assert.deepEqual([signature, signedOn], ['云岭县财政局\n2024年1月20日', '2024-01-20'])
    assert.equal(sections.at(-1)?.text, PARTS.text六)
  })

  it('正文末句的日期不是落款', () => {
    const { signature, sections } = changedReport({
      text六: '相关收费自2024年1月1日起执行。',
      signature: '',
    })
    assert.equal(signature, null)
    assert.equal(sections.at(-1)?.text, '相关收费自2024年1月1日起执行。')
  })
})

describe('网页残留', () => {
  const page = reportText({
    title: `首页 > 政务公开 > 年度报告\n${PARTS.title}\n发布时间：2024-01-25 来源：云岭县财政局 浏览次数：31`,
    signature: `${PARTS.signature}\n上一篇：没有了\n版权所有：云岭县财政局`,
  })
  const report = reportOf(page)

  it('逐行列出，不进文字', () => {
    assert.equal(report.intro, PARTS.intro)
    assert.equal(report.sections.at(-1)?.text, PARTS.text六)
    assert.equal(report.signature, PARTS.signature)
    assert.deepEqual(
      report.residue.map(({ kind, text }) => [kind, text]),
      [
        ['navigation', '首页 > 政务公开 > 年度报告'],
        ['meta', '发布时间：2024-01-25 来源：云岭县财政局 浏览次数：31'],
        ['navigation', '上一篇：没有了'],
        ['navigation', '版权所有：云岭县财政局'],
      ],
    )
  })

  it('发布日期取自网页的行', () => assert.equal(report.publishedOn, '2024-01-25'))

  it('网页头部写明的发布日期优先', () => {
    const { publishedOn } = reportOf(page, { publishedOn: report.signedOn ?? undefined } as object)
    assert.equal(publishedOn, '2024-01-20')
  })

  it('正文中的日期不是发布日期', () => {
    const text一 =
      '（一）公开时间：2023年5月1日，全县统一公开财政预算。\n更正日期：2023-06-02，已改正。'
    assert.equal(changedReport({ text一 }).publishedOn, null)
  })
})

describe('页码和转换残留', () => {
  it('单独成行的页码取出并列出', () => {
    const { sections, residue } = changedReport({
      text五: `${PARTS.text五}\n\n7\n`,
      text六: `第 3 页 共 4 页\n${PARTS.text六}`,
    })
    assert.deepEqual([sections[4]?.text, sections[5]?.text], [PARTS.text五, PARTS.text六])
    assert.deepEqual(
      residue.map(({ kind, text }) => [kind, text]),
      [
        ['page-number', '7'],
        ['page-number', '第 3 页 共 4 页'],
      ],
    )
  })

  it('连着几个数不是页码', () => {
    const { sections } = changedReport({ text五: `${PARTS.text五}\n7\n8` })
    assert.equal(sections[4]?.text, `${PARTS.text五}\n7\n8`)
  })

  it('书签取出并列出，位置接得上', () => {
    const { sections, residue, trace } = changedReport({
      text五: '公开的[bookmark: _Toc1]及时性有待提高。',
    })
    assert.equal(sections[4]?.text, '公开的及时性有待提高。')
    assert.deepEqual(
      residue.map(({ kind, text }) => [kind, text]),
      [['bookmark', '[bookmark: _Toc1]']],
    )
    assert.deepEqual(
      trace
        .filter(({ part }) => part === 'section/五')
        .map(({ start, end, at }) => [start, end, at.kind === 'line' && at.column]),
      [
        [0, 3, 1],
        [3, 11, 21],
      ],
    )
  })
})

describe('换页断开的段落', () => {
  const first = '我局建立了主动公开信息的定期检查制度，每季度对公开栏目的更新'
  const second = '情况进行通报，并督促整改。'

  it('接回一段，列出接处，前后位置各在其行', () => {
    const { sections, residue, trace } = changedReport({
      五: PARTS.五,
      text五: `${first}\n— 5 —\n${second}`,
    })
    assert.equal(sections[4]?.text, first + second)
    assert.deepEqual(
      residue.map(({ kind, text }) => [kind, text]),
      [
        ['page-number', '— 5 —'],
        ['broken-paragraph', '季度对公开栏目的更新⏎情况进行通报，并督促'],
      ],
    )
    const [before, after] = trace.filter(({ part }) => part === 'section/五')
    assert.deepEqual([before?.start, before?.end, after?.start, after?.end], [0, 30, 30, 43])
    const line = (at: object | undefined) => (at && 'line' in at ? Number(at.line) : 0)
    assert.equal(line(after?.at) - line(before?.at), 2)
  })

  it('下一行是新的一条，不接', () => {
    const text = `${first}\n二是加强培训。`
    assert.equal(changedReport({ text五: text }).sections[4]?.text, text)
  })

  it('短行是小标题，不接', () => {
    const text = '主要问题\n公开的及时性有待提高。'
    assert.equal(changedReport({ text五: text }).sections[4]?.text, text)
  })
})

describe('一个文件里有两份报告', () => {
  const other = reportText({
    title: '青溪区石桥街道办事处2023年政府信息公开工作年度报告',
    signature: '石桥街道办事处\n2024年1月25日',
  })

  it('只读第一份，另一份列出并说明', () => {
    const alone = changedReport({})
    const report = reportOf(`${reportText()}\n\n${other}`)
    const { title, authority, signature, signedOn, sections, cells } = alone
    assert.deepEqual(
      [report.title, report.authority, report.signature, report.signedOn],
      [title, authority, signature, signedOn],
    )
    assert.deepEqual([report.sections, report.cells], [sections, cells])
    const [problem] = report.problems
    assert.equal(problem?.code, 'report.second')
    assert.match(problem?.message ?? '', /石桥街道办事处.*分别存为/)
    assert.equal(report.residue.at(0)?.text, '青溪区石桥街道办事处2023年政府信息公开工作年度报告')
  })

  it('后面只是别的报告的链接：不算', () => {
    const link = '青溪区石桥街道办事处2023年政府信息公开工作年度报告'
    const { problems } = reportOf(`${reportText()}\n相关链接\n${link}`)
    assert.deepEqual(problems, [])
  })
})

describe('标题下分行的名称和内容', () => {
  it('都是网页残留', () => {
    const page = ['索 引 号：', 'QX-003', '发布机构：', '青溪区财政局', '浏览量：', '123']
    const buttons = ['[字体：大 中 小]', '打印 保存 关闭', '【大】【中】【小】']
    const { intro, residue } = changedReport({
      title: [PARTS.title, ...page, ...buttons].join('\n'),
    })
    assert.equal(intro, PARTS.intro)
    assert.equal(residue.length, 9)
  })

  it('没有标题的网页，第一句话以前的是菜单', () => {
    const { intro, residue } = changedReport({ title: '首页\n走进云岭\n政务公开' })
    assert.equal(intro, PARTS.intro)
    assert.deepEqual(
      residue.map(({ text }) => text),
      ['首页', '走进云岭', '政务公开'],
    )
  })
})

describe('每页页眉上的标题', () => {
  it('不是正文，列为残留', () => {
    const cut = '我局建立了主动公开信息的定期检查制度，每季度对公开栏目的更新'
    const { sections, residue } = changedReport({
      text一: `公开120条。\n${PARTS.title}\n公开30条。`,
      text五: `${cut}\n${PARTS.title}\n— 5 —\n情况进行通报。`,
    })
    assert.equal(sections[0]?.text, '公开120条。\n公开30条。')
    assert.equal(sections[4]?.text, `${cut}情况进行通报。`)
    assert.deepEqual(
      residue.filter(({ kind }) => kind === 'other').map(({ text }) => text),
      [PARTS.title, PARTS.title],
    )
  })
})

describe('有标题而不是报告的网页', () => {
  // biome-ignore format: one case a line
  const CASES = [
    ['年报的目录', `首页\n${PARTS.title} 2024-01-20\n青溪区财政局2022年政府信息公开工作年度报告 2023-01-20\n下一页`],
    ['报送年报的通知', '云岭县财政局关于报送2023年政府信息公开工作年度报告的通知\n各单位：\n请于1月20日前报送。'],
    ['解读', `${PARTS.title}解读\n2023年，公开120条。`],
  ] as const
  for (const [name, text] of CASES) {
    it(name, () => {
      const { form, problems } = reportOf(text)
      assert.equal(form, 'unknown')
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['report.unknown'],
      )
    })
  }

  it('只有文字、没有表格和标题的报告仍是报告', () => {
    const text = `${PARTS.title}\n根据《中华人民共和国政府信息公开条例》编制。表格见附件。`
    assert.equal(reportOf(text).form, '2021')
  })
})
