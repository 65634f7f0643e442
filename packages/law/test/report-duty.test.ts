import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  basisText,
  citationText,
  FEE_FACTS_DUTY,
  forReportYear,
  LOCAL_DUTIES,
  type LocalDuty,
  REPORT_DUTIES,
  type ReportLevel,
  RULE_POWER,
  reportDuty,
  requiredForm,
} from '@gongkai/law'

describe('年度报告公布时限 《政府信息公开条例》第四十九条', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, level: ReportLevel, reportYear: number, dueOn: string, source: string][] = [
    ['县级以上人民政府部门',         'department', 2024, '2025-01-31', '第四十九条'],
    ['县级以上地方人民政府',         'government', 2024, '2025-03-31', '第四十九条'],
    ['街道、乡镇实践中按部门时限',   'township',   2024, '2025-01-31', '第四十九条'],
    ['修订后的条例首次适用',         'department', 2019, '2020-01-31', '第四十九条'],
    ['修订前的条例，部门也是3月底',  'department', 2018, '2019-03-31', '第三十一条'],
    ['条例施行当年的报告',           'government', 2008, '2009-03-31', '第三十一条'],
  ]
  for (const [situation, level, reportYear, dueOn, source] of ROWS) {
    it(`${situation}：${reportYear}年的报告，${dueOn}前`, () => {
      const duty = reportDuty({ level, reportYear })
      assert.equal(duty.dueOn, dueOn)
      assert.equal(duty.statutoryDueOn, dueOn)
      assert.ok(citationText(duty.source).endsWith(source))
    })
  }

  it('街道、乡镇：说明条例未作规定', () => {
    assert.match(reportDuty({ level: 'township', reportYear: 2024 }).note, /实践中按部门的时限/)
    assert.equal(reportDuty({ level: 'department', reportYear: 2024 }).note, '')
  })

  it('条例施行以前没有报告义务', () => {
    assert.throws(() => reportDuty({ level: 'department', reportYear: 2006 }), RangeError)
  })
})

it('法定时限经核实更正的，按更正后的', () => {
  const corrected = { department: '03-15', government: '03-31' }
  const [first, ...rest] = REPORT_DUTIES
  const asked = {
    level: 'department',
    statutory: [{ ...first, value: corrected }, ...rest],
  } as const
  assert.equal(reportDuty({ ...asked, reportYear: 2017 }).dueOn, '2018-03-15')
  assert.equal(reportDuty({ ...asked, reportYear: 2024 }).dueOn, '2025-01-31')
})

describe('地方更早的时限', () => {
  const EARLY: LocalDuty = {
    area: '嘉禾市',
    level: 'department',
    step: 'publish',
    fromReportYear: 2022,
    monthDay: '01-20',
    notice: '嘉政办函〔2022〕3号',
    known: 'memory',
  }
  // biome-ignore format: one case a line
  const ROWS: [situation: string, level: ReportLevel, reportYear: number, local: readonly LocalDuty[], dueOn: string][] = [
    ['自施行的年度起适用',           'department', 2022, [EARLY],       '2023-01-20'],
    ['此后年度继续适用',             'department', 2024, [EARLY],       '2025-01-20'],
    ['施行以前不适用',               'department', 2021, [EARLY],       '2022-01-31'],
    ['只对部门，不对政府',           'government', 2022, [EARLY],       '2023-03-31'],
    ['一年一定的通知，部门公布',     'department', 2021, LOCAL_DUTIES,  '2022-01-28'],
    ['一年一定的通知，县级政府',     'government', 2021, LOCAL_DUTIES,  '2022-02-20'],
    ['一年一定的通知，次年不再适用', 'department', 2022, LOCAL_DUTIES,  '2023-01-31'],
    ['报送的时限不是公布的时限',     'department', 2022, [{ ...EARLY, step: 'submit' }], '2023-01-31'],
    ['地方时限不得晚于法定时限',     'department', 2022, [{ ...EARLY, monthDay: '02-10' }], '2023-01-31'],
    ['几项并存时取最早的',           'department', 2022, [{ ...EARLY, monthDay: '01-25' }, EARLY], '2023-01-20'],
  ]
  for (const [situation, level, reportYear, local, dueOn] of ROWS) {
    it(situation, () => assert.equal(reportDuty({ level, reportYear, local }).dueOn, dueOn))
  }

  it('法定时限不因地方时限改变，说明写明来源和疑问', () => {
    const duty = reportDuty({ level: 'department', reportYear: 2022, local: [EARLY] })
    assert.equal(duty.statutoryDueOn, '2023-01-31')
    assert.equal(duty.note, '嘉禾市另有更早的时限（嘉政办函〔2022〕3号，待核实）。')
  })
})

describe('年度报告格式', () => {
  // biome-ignore format: one case a line
  const ROWS: [reportYear: number, form: string | undefined, duty: string | undefined, letter: string][] = [
    [2018, undefined, undefined,    ''],
    [0,    undefined, undefined,    ''],
    [2019, '2019',    'encouraged', '国办公开办函〔2019〕60号'],
    [2020, '2019',    'required',   '国办公开办函〔2019〕60号'],
    [2021, '2021',    'required',   '国办公开办函〔2021〕30号'],
    [2025, '2021',    'required',   '国办公开办函〔2021〕30号'],
  ]
  for (const [reportYear, form, duty, letter] of ROWS) {
    it(`${reportYear}年的报告：${form ? `${form}年格式` : '没有全国统一格式'}`, () => {
      const required = requiredForm(reportYear)
      assert.equal(required?.form, form)
      assert.equal(required?.duty, duty)
      assert.ok((required ? citationText(required.source) : '').includes(letter))
    })
  }
})

describe('随年度变化的填报要求', () => {
  it('信息处理费自2021年的报告起在第六部分说明，依据待核实', () => {
    assert.equal(forReportYear(FEE_FACTS_DUTY, 2007), undefined)
    assert.equal(forReportYear(FEE_FACTS_DUTY, 2020)?.value, false)
    assert.equal(forReportYear(FEE_FACTS_DUTY, 2021)?.value, true)
    assert.equal(forReportYear(FEE_FACTS_DUTY, 2021)?.known, 'memory')
  })

  it('规章制定权：2022年报告依2015年立法法，2023年报告依2023年立法法', () => {
    const law = '《中华人民共和国立法法》'
    assert.equal(
      basisText(RULE_POWER, 2022),
      `${law}（2015年修正）第八十条；${law}（2015年修正）第八十二条`,
    )
    assert.equal(
      basisText(RULE_POWER, 2023),
      `${law}（2023年修正）第九十一条；${law}（2023年修正）第九十三条`,
    )
  })
})
