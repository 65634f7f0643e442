import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type DueDays, localDate } from '@gongkai/law'
import { check, exampleReport, lacksRulePower, levelOf } from '../src/index.js'
import { ALONE, type Change, type FormId } from './given.js'

const county = (text: string): Change[] => [
  { reading: { authority: '云岭县人民政府' } },
  { part: 'section/一', text },
]
const intro = (text: string): Change[] => [{ part: 'intro', text }]
const fee = (printed: string): Change[] => [
  { cell: ['proactive', '行政事业性收费', '本年收费金额（单位：万元）'], printed },
]
const purchase = (printed: string): Change[] => [
  { cell: ['proactive', '政府集中采购', '采购总金额'], printed },
]
const five = (text: string): Change[] => [{ part: 'section/五', text }]
const six = (text: string): Change[] => [{ part: 'section/六', text }]
const signed = (text: string | null): Change[] => [{ part: 'signature', text }]

const SIX =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项'
const NO_FEE = '本年度没有收取信息处理费。'
const PERIOD = '统计期限为2023年1月1日至12月31日。'

describe('各条规则的边界', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, form: FormId, changes: Change[], found: string[]][] = [
    ['缺第六部分', '2021', [{ part: 'heading/六', text: null }, ...intro(PERIOD)], ['STR-01 error']],
    ['序号用阿拉伯数字', '2021', [{ part: 'heading/一', text: '1、 总体情况' }], ['STR-01 error']],
    ['顿号写成句点', '2021', [{ part: 'heading/二', text: '二．主动公开政府信息情况' }], ['STR-01 warning', 'STR-03 warning']],
    ['序号后有空格，不作差错', '2021', [{ part: 'heading/五', text: '五、 存在的主要问题及改进情况' }], []],
    ['标题用半角顿号以外的逗号，不作差错', '2021', [{ part: 'heading/四', text: '四、政府信息公开行政复议，行政诉讼情况' }], []],
    ['标题加“（无）”', '2019', [{ part: 'heading/三', text: '三、收到和处理政府信息公开申请情况（无）' }], ['STR-03 warning']],
    ['标题改字', '2021', [{ part: 'heading/五', text: '五、存在的主要问题及改进措施' }], ['STR-03 warning']],
    ['引言称七部分', '2021', intro(`全文由${SIX}等七部分组成。${PERIOD}`), ['STR-04 error']],
    ['引言漏列一部分', '2021', intro(`本报告包括${SIX.replace('、其他需要报告的事项', '')}。${PERIOD}`), ['STR-04 error']],
    ['引言名称与标题不同', '2021', intro(`本报告包括${SIX.replace('收到和处理政府信息公开申请情况', '依申请公开情况')}。${PERIOD}`), ['STR-04 note']],
    ['引言用“和”连接，不作差错', '2021', intro(`本报告包括${SIX.replace('行政复议、行政诉讼', '行政复议和行政诉讼')}。${PERIOD}`), []],
    ['引言以“等”省略，不作差错', '2021', intro(`本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。${PERIOD}`), []],
    ['引言没有列举，不作差错', '2021', intro(`本报告由县财政局办公室负责编制，内容包括本局机关和所属单位的情况。${PERIOD}`), []],
    ['引言说的是数据范围，不作差错', '2021', intro(`所列数据包括主动公开、依申请公开、行政复议和行政诉讼等方面，其中一部分由各科室提供。${PERIOD}`), []],
    ['统计期限是上一年', '2021', intro('本报告所列数据的统计期限自2022年1月1日起，至2022年12月31日止。'), ['STR-09 warning']],
    ['统计期限夹有空格，不作差错', '2021', intro('所列数据的统计时限为 2023 年 1 月 1 日至 2023 年 12 月 31 日。'), []],
    ['没有统计期限', '2021', intro('现公布本局报告。'), ['STR-09 note']],
    ['其他事项的起止日期，不作差错', '2021', [...intro(PERIOD), { part: 'section/一', text: '2022年1月1日至2022年12月31日修建的道路已经通车。' }], []],
    ['第五部分过短', '2021', five('暂无。'), ['STR-05 warning']],
    ['第五部分没有措施', '2021', five('本年度的问题主要有两个方面，都是老问题，说起来比较简单，但是解决起来比较困难，需要很多时间，也需要各方面配合。'), ['STR-05 warning']],
    ['有问题没有对应措施', '2021', five('存在问题：一是信息发布的时效性不够强。二是工作队伍的业务水平有待提高。\n改进措施：一是开展业务培训四次。二是组织学习交流两次。三是强化统筹。'), ['STR-05 note']],
    ['措施与问题对应', '2021', five('存在问题：一是信息更新不够快。二是工作队伍的业务水平有待提高。\n改进措施：一是逐月检查栏目更新。二是开展业务培训四次，组织学习交流两次。'), []],
    ['有逾期未缴费，信息处理费写在总体情况', '2021', [{ cell: ['requests', '三（六）2', '自然人'], printed: '1' }, { cell: ['requests', '三（六）1', '自然人'], printed: '-1' }, ...six('无。'), { part: 'section/一', text: '本年度信息处理费见附件。' }], ['CELL-04 error', 'ARI-03 error', 'ARI-03 error', 'FEE-01 warning']],
    ['第六部分空缺', '2021', six(''), ['STR-05 warning', 'FEE-01 note']],
    ['第六部分写“无”，旧格式不作差错', '2019', six('无。'), []],
    ['新格式第六部分不提信息处理费', '2021', six('无。'), ['FEE-01 note']],
    ['信息处理费写在总体情况，不作差错', '2021', [...six('无。'), { part: 'section/一', text: '本年度没有收取信息处理费。' }], []],
    ['县政府缺考核情况', '2021', county('组织社会评议；没有责任追究情况。'), ['STR-07 warning']],
    ['县政府三项均缺', '2021', county('全年主动公开政府信息186条。'), ['STR-07 error']],
    ['县政府三项齐全', '2021', county('开展年度考核；委托第三方评估；没有发生责任追究。'), []],
    ['镇政府三项均缺，只作提示', '2021', [{ reading: { authority: '云岭县青石镇人民政府' } }, { part: 'section/一', text: '全年主动公开政府信息186条。' }], ['STR-07 note']],
    ['乡政府缺社会评议，只作提示', '2021', [{ reading: { authority: '大塘乡人民政府' } }, { part: 'section/一', text: '纳入年度考核，没有发生责任追究。' }], ['STR-07 note']],
    ['措施比问题少', '2021', five('存在问题：一是栏目更新不够及时。二是网站栏目设置不够合理。\n改进措施：一是逐月检查网站栏目更新，重新设置栏目，方便群众查找和使用信息。'), ['STR-05 note']],
    ['第六部分写入工作叙述', '2021', six(`${NO_FEE}\n组织开展安全生产宣传活动，走访企业三十余家，营商环境持续优化。`), ['STR-06 note']],
    ['第六部分叙述公开渠道', '2021', six(`${NO_FEE}不断拓展公开渠道，在门户网站开设专栏，集中发布财政预算信息。`), ['STR-06 note']],
    ['第六部分写联系方式和查阅网址，不作差错', '2021', six(`${NO_FEE}本报告电子版可在县政府门户网站查阅下载，如有疑问请与县财政局办公室联系。`), []],
    ['第六部分写要点落实、建议提案办理，不作差错', '2021', six(`${NO_FEE}\n落实年度政务公开工作要点，推进重点领域公开，在门户网站开设专栏。\n办理并公开人大代表建议5件、政协提案3件，开展办理情况回访活动。`), []],
    ['第六部分只写收费情况，不作差错', '2021', six('按照《政府信息公开信息处理费管理办法》，全年未发出收费通知，开展收费政策宣传。'), []],
    ['日期的月日编虚位', '2021', signed('云岭县财政局\n2024年01月08日'), ['STR-08 warning']],
    ['日期用句点', '2021', signed('云岭县财政局\n2024.01.20'), ['STR-08 warning']],
    ['填写约数', '2021', [{ cell: ['proactive', '行政处罚', '本年处理决定数量'], printed: '约48' }], ['CELL-02 error']],
    ['件数为负', '2021', [{ cell: ['proactive', '行政处罚', '本年处理决定数量'], printed: '-58' }], ['CELL-04 error']],
    ['没有落款', '2021', signed(null), ['STR-08 warning']],
    ['日期用短横', '2021', signed('云岭县财政局\n2024-01-20'), ['STR-08 warning']],
    ['日期用汉字，不作差错', '2021', signed('云岭县财政局\n二〇二四年一月二十日'), []],
    ['日期不完整', '2021', signed('云岭县财政局\n2024年1月'), ['STR-08 warning']],
    ['日期不存在', '2021', signed('云岭县财政局\n2024年2月30日'), ['STR-08 warning']],
    ['只有日期', '2021', signed('2024年1月20日'), ['STR-08 warning']],
    ['收费以元填写', '2021', fee('162500元'), ['CELL-03 error']],
    ['收费格内写万元', '2021', fee('16.25万元'), ['CELL-03 note']],
    ['采购金额没有单位', '2019', purchase('681700'), ['CELL-03 warning']],
    ['采购金额写明元', '2019', purchase('1750000元'), ['CELL-03 note']],
    ['采购金额为零', '2019', purchase('0'), []],
    ['件数写成金额', '2021', [{ cell: ['proactive', '行政许可', '本年处理决定数量'], printed: '120元' }], ['CELL-03 error']],
    ['件数带小数', '2021', [{ cell: ['proactive', '行政许可', '本年处理决定数量'], printed: '120.5' }], ['CELL-04 error']],
    ['增减为负，不作差错', '2019', [{ cell: ['proactive', '行政许可', '本年增/减'], printed: '-3' }], []],
    ['增加没有正号', '2019', [{ cell: ['proactive', '行政许可', '本年增/减'], printed: '3' }], ['CELL-02 warning']],
    ['填写汉字', '2019', [{ cell: ['proactive', '行政强制', '处理决定数量'], printed: '零' }], ['CELL-02 error']],
    ['数字旁有全角空格', '2021', [{ cell: ['remedies', '行政复议', '总计'], printed: '　1' }], ['CELL-02 note']],
    ['数字旁有普通空格，不作差错', '2021', [{ cell: ['remedies', '行政复议', '总计'], printed: ' 1 ' }], []],
    ['行列改名', '2021', [{ reading: { labels: [{ table: 'requests', label: '三、本年度办理结果', printed: '三、本年办理结果', kind: 'altered', at: null }] } }], ['FMT-02 error']],
    ['栏目括号为半角，不作差错', '2021', [{ reading: { labels: [{ table: 'requests', label: '（七）总计', printed: '(七)总计', kind: 'width', at: null }] } }], []],
    ['栏目内断行', '2021', [{ reading: { labels: [{ table: 'remedies', label: '结果维持', printed: '结果\n维持', kind: 'broken', at: null }] } }], ['FMT-03 note']],
    ['页码不作差错', '2021', [{ reading: { residue: [{ kind: 'page-number', text: '- 3 -', at: null }] } }], []],
    ['标题的字间有空格', '2021', [{ part: 'title', text: '云岭县财政局 2023 年政府信息公开工作 年度报告' }], ['FMT-03 note']],
    ['标题的数字旁有空格，不作差错', '2021', [{ part: 'title', text: '云岭县财政局 2023 年政府信息公开工作年度报告' }], []],
    ['新制作而未公开', '2019', [{ cell: ['proactive', '规范性文件', '本年新公开数量'], printed: '0' }], ['LOG-02 warning']],
    ['街道填报规章', '2021', [{ reading: { authority: '石桥街道办事处' } }, { cell: ['proactive', '规章', '现行有效件数'], printed: '1' }], ['LOG-01 error']],
    ['部门填报规章', '2021', [{ cell: ['proactive', '规章', '现行有效件数'], printed: '1' }], ['LOG-01 warning']],
    ['现行有效少于制发', '2021', [{ cell: ['proactive', '行政规范性文件', '现行有效件数'], printed: '0' }, { cell: ['proactive', '行政规范性文件', '本年制发件数'], printed: '4' }], ['LOG-04 warning']],
  ]
  for (const [situation, form, changes, expected] of ROWS) {
    it(situation, () => {
      const { findings } = check(exampleReport(form, changes), ALONE)
      assert.deepEqual(
        findings.map(({ rule, severity }) => `${rule} ${severity}`),
        expected,
      )
    })
  }
})

describe('需要核对他处的规则', () => {
  const none: Change[] = exampleReport('2021', [])
    .cells.filter(({ table }) => table === 'requests')
    .map(({ table, row, column }) => ({ cell: [table, row, column], printed: '0' }))
  const rulesOf = (previous: Change[] | null) =>
    check(exampleReport('2021', none), {
      ...ALONE,
      previous: previous && exampleReport('2021', previous, 2022),
    })

  it('本年没有申请而有复议：上年有申请的不提示，上年也没有的提示，没有上年报告的说明', () => {
    assert.ok(!rulesOf([]).findings.some(({ rule }) => rule === 'LOG-03'))
    assert.ok(rulesOf(none).findings.some(({ rule }) => rule === 'LOG-03'))
    assert.ok(rulesOf(null).notAssessable.some(({ rule }) => rule === 'LOG-03'))
  })

  it('人民政府的报告没有所属单位报告的，说明不能核对汇总数；部门和街道不必', () => {
    const lacks = (authority: string) =>
      check(exampleReport('2021', [{ reading: { authority } }]), ALONE).notAssessable.some(
        ({ rule }) => rule === 'AGG-01',
      )
    assert.deepEqual(['云岭县人民政府', '云岭县财政局', '石桥街道办事处'].map(lacks), [
      true,
      false,
      false,
    ])
  })

  it('2020年的报告误用2021年格式，不要求写信息处理费；2021年的要求', () => {
    const rules = (year: number) =>
      check(exampleReport('2021', six('无。'), year), ALONE).findings.map(({ rule }) => rule)
    assert.ok(rules(2020).includes('FMT-01'))
    assert.ok(!rules(2020).includes('FEE-01'))
    assert.ok(rules(2021).includes('FEE-01'))
  })

  it('两部分次序颠倒', () => {
    const report = exampleReport('2021', [])
    const [one, two, ...rest] = report.sections
    assert.ok(one && two)
    const { findings } = check({ ...report, sections: [two, one, ...rest] }, ALONE)
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule} ${message}`),
      ['STR-01 “一、总体情况”的位置不对，六部分应当依次为一至六。'],
    )
  })
})

describe('空白单元格', () => {
  const empty = (printed: string): Change[] =>
    ['自然人', '总计'].map((column) => ({ cell: ['requests', '三（三）2', column], printed }))

  // biome-ignore format: one case a line
  const ROWS: [situation: string, changes: Change[], message: string][] = [
    ['空白按0计成立', empty(''), '收到和处理政府信息公开申请情况表有2格空白，应填写数字，没有的填“0”。按空白计，有3处勾稽关系无法核对；按0计，全部成立。'],
    ['以斜线代替', empty('/'), '收到和处理政府信息公开申请情况表有2格填写“/”等符号，应填写数字，没有的填“0”。按空白计，有3处勾稽关系无法核对；按0计，全部成立。'],
    ['空白按0计不成立', [...empty(''), { cell: ['requests', '三（三）2', '其他'], printed: '1' }], '收到和处理政府信息公开申请情况表有2格空白，应填写数字，没有的填“0”。按空白计，有3处勾稽关系无法核对；按0计，有1处不成立。'],
  ]
  for (const [situation, changes, message] of ROWS) {
    it(situation, () => {
      const { findings } = check(exampleReport('2021', changes), ALONE)
      const [finding, ...more] = findings.filter(({ rule }) => rule === 'CELL-01')
      assert.deepEqual([finding?.message, more], [message, []])
      assert.equal(finding?.target.kind === 'cells' && finding.target.cells.length, 2)
      assert.deepEqual(finding?.at, { kind: 'table', table: 2, row: 6, column: 1 })
    })
  }
})

describe('公布时限 条例第四十九条', () => {
  const on = (day: string | null) => (day === null ? null : localDate(day))
  // biome-ignore format: one case a line
  const ROWS: [situation: string, authority: string | null, signedOn: string | null, publishedOn: string | null, expected: string][] = [
    ['部门1月31日公布', '云岭县财政局', '2024-01-30', '2024-01-31', 'holds'],
    ['部门2月1日公布', '云岭县财政局', '2024-02-01', '2024-02-01', 'error'],
    ['部门落款在前、网页日期在后', '云岭县财政局', '2024-01-20', '2024-05-06', 'warning'],
    ['县政府3月31日公布', '云岭县人民政府', null, '2024-03-31', 'holds'],
    ['县政府4月1日公布', '云岭县人民政府', null, '2024-04-01', 'error'],
    ['街道按部门时限', '石桥街道办事处', null, '2024-02-01', 'error'],
    ['镇政府按部门时限', '白塘镇人民政府', null, '2024-02-01', 'error'],
    ['只有落款且已逾期', '云岭县财政局', '2024-02-03', null, 'error'],
    ['只有落款且在期内', '云岭县财政局', '2024-01-03', null, '不能核对'],
    ['没有日期', '云岭县财政局', null, null, '不能核对'],
    ['不知是何机关，1月公布', null, null, '2024-01-15', 'holds'],
    ['不知是何机关，2月公布', null, null, '2024-02-15', '不能核对'],
    ['不知是何机关，4月公布', null, null, '2024-04-15', 'error'],
  ]
  for (const [situation, authority, signedOn, publishedOn, expected] of ROWS) {
    it(situation, () => {
      const dates = { authority, signedOn: on(signedOn), publishedOn: on(publishedOn) }
      const { findings, notAssessable } = check(exampleReport('2021', [{ reading: dates }]), ALONE)
      const lacks = notAssessable.some(({ rule }) => rule === 'PUB-01')
      const finding = findings.find(({ rule }) => rule === 'PUB-01')
      assert.equal(lacks ? '不能核对' : (finding?.severity ?? 'holds'), expected)
    })
  }
})

describe('收集报告的机关告知的公布时限：本地更早的，不算违反条例', () => {
  const NOTICE = '云政办函〔2023〕8号'
  const [legal, local] = [localDate('2024-01-31'), localDate('2024-01-20')]
  const law = { dueOn: legal, statutoryDueOn: legal, localNotice: null }
  const early = { dueOn: local, statutoryDueOn: legal, localNotice: NOTICE }
  const county = { ...law, dueOn: localDate('2024-03-31'), statutoryDueOn: localDate('2024-03-31') }
  const LATE_HERE = '未超过法定的公布时限2024年1月31日，但晚于本地规定的时限2024年1月20日'
  // biome-ignore format: one case a line
  const ROWS: [situation: string, due: DueDays, signedOn: string | null, publishedOn: string | null, severity: string, words: string, basis: string][] = [
    ['本地时限当日公布',             early,  null,         '2024-01-20', '',        '',                          ''],
    ['超过本地时限、未超过法定时限', early,  null,         '2024-01-25', 'warning', LATE_HERE,                   NOTICE],
    ['没有写明文件的',               { ...early, localNotice: null }, null, '2024-01-25', 'warning', LATE_HERE,  '本地规定的公布时限'],
    ['落款在本地时限内',             early,  '2024-01-18', '2024-01-25', 'note',    '请核实是否为重新发布',      NOTICE],
    ['只有落款，超过本地时限',       early,  '2024-01-25', null,         'warning', LATE_HERE,                   NOTICE],
    ['超过法定时限',                 early,  null,         '2024-02-01', 'error',   '晚于公布时限2024年1月31日', '第四十九条'],
    ['没有本地时限的',               law,    null,         '2024-01-25', '',        '',                          ''],
    ['名称像部门，登记为人民政府的', county, null,         '2024-03-15', '',        '',                          ''],
  ]
  for (const [situation, due, signedOn, publishedOn, severity, words, basis] of ROWS) {
    it(situation, () => {
      const on = (day: string | null) => (day === null ? null : localDate(day))
      const dates = { signedOn: on(signedOn), publishedOn: on(publishedOn) }
      const report = exampleReport('2021', [{ reading: { ...dates, authority: '云岭县财政局' } }])
      const { findings } = check(report, { ...ALONE, due })
      const finding = findings.find(({ rule }) => rule === 'PUB-01')
      assert.equal(finding?.severity ?? '', severity)
      assert.ok((finding?.message ?? '').includes(words), finding?.message)
      assert.ok((finding?.basis ?? '').endsWith(basis), finding?.basis)
    })
  }
})

describe('机关名称', () => {
  // biome-ignore format: one case a line
  const ROWS: [name: string, level: string | null, lacks: string | null][] = [
    ['云岭县财政局', 'department', 'likely'],
    ['云岭县人民政府', 'government', 'sure'],
    ['青溪区人民政府', 'government', 'sure'],
    ['嘉禾市人民政府', 'government', null],
    ['青溪自治区人民政府', 'government', null],
    ['白塘镇人民政府', 'township', 'sure'],
    ['石桥街道', 'township', 'sure'],
    ['云岭县人民政府办公室', null, null],
    ['嘉禾经济开发区管理委员会', null, null],
    ['云岭县教育局（云岭县体育局）', 'department', 'likely'],
    ['嘉禾高新区', null, null],
    ['国家税务总局嘉禾市税务局', 'department', null],
    ['景镇市人民政府', 'government', null],
  ]
  for (const [name, level, lacks] of ROWS) {
    it(name, () => assert.deepEqual([levelOf(name), lacksRulePower(name)], [level, lacks]))
  }
})

describe('发现的位置', () => {
  it('标题的发现给出标题所在的行', () => {
    const report = exampleReport('2021', [{ part: 'heading/三', text: '三、申请情况（无）' }])
    const [finding] = check(report, ALONE).findings.filter(({ rule }) => rule === 'STR-03')
    assert.deepEqual(finding?.target, { kind: 'text', part: 'heading/三', start: 2, end: 9 })
    assert.deepEqual(finding?.at, { kind: 'line', line: 10, column: 3, endLine: 10, endColumn: 10 })
    assert.equal(finding?.shouldBe, '收到和处理政府信息公开申请情况')
  })

  it('没有落款的，给出最后一行', () => {
    const [finding] = check(exampleReport('2021', signed(null)), ALONE).findings
    assert.equal(finding?.at?.kind === 'line' && finding.at.line, 16)
  })

  it('没有对应措施的问题，给出该问题的起止', () => {
    const changes = five(
      '问题：一是发布时效性不强。二是业务水平不高。\n措施：一是开展业务培训四次。二是组织业务学习，强化业务交流，提高业务本领。',
    )
    const [finding] = check(exampleReport('2021', changes), ALONE).findings
    assert.deepEqual(finding?.target, { kind: 'text', part: 'section/五', start: 3, end: 13 })
  })
})

describe('依据只引报告年度应当使用的格式', () => {
  // biome-ignore format: table
  const ROWS: [situation: string, form: '2019' | '2021', year: number, cited: string, not: string][] = [
    ['2021年格式',           '2021', 2023, '〔2021〕30号', '〔2019〕60号'],
    ['2019年格式',           '2019', 2020, '〔2019〕60号', '〔2021〕30号'],
    ['2022年误用2019年格式', '2019', 2022, '〔2021〕30号', '〔2019〕60号'],
  ]
  for (const [situation, form, year, cited, not] of ROWS) {
    it(situation, () => {
      const broken: Change[] = [{ cell: ['requests', '一', '总计'], printed: '500' }]
      const { findings } = check(exampleReport(form, broken, year), ALONE)
      const found = findings.find(({ rule }) => rule === 'ARI-01')
      assert.ok(found?.basis.includes(cited))
      assert.ok(!found?.basis.includes(not))
    })
  }
})
