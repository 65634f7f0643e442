import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  CLOCK_CHOICES,
  CLOCK_STEPS,
  type ClockStep,
  citationText,
  daysAhead,
  localDate,
  NATIONAL_CALENDAR,
  REQUEST_LAW,
  type RequestLaw,
  replyDueOn,
  requestClock,
} from '@gongkai/law'

type Written = [on: string, name: ClockStep['name'], more?: string | number]

/** 说明了理由 (第三十五条): only then may a later day be fixed. */
const EXPLAINED: readonly Written[] = [
  ['2024-03-06', 'askReasons', '2024-03-13'],
  ['2024-03-13', 'receiveReasons'],
]

/** The steps of a row: `more` is a day for what has a limit, a number of days for an extension, else a consultation. */
function steps(rows: readonly Written[]): readonly ClockStep[] {
  return rows.map(([on, name, more]): ClockStep => {
    const day = localDate(on)
    switch (name) {
      case 'askCorrection':
      case 'askReasons':
      case 'postpone':
        return { on: day, name, until: localDate(String(more)) }
      case 'extend':
        return { on: day, name, days: Number(more) }
      case 'consult': {
        const [whom, until] = String(more).split(' ')
        const consulted = whom as 'thirdParty'
        return {
          ...{ on: day, name, consultation: consulted, whom: consulted },
          ...(until !== undefined && { until: localDate(until) }),
        }
      }
      case 'consultationArrives':
      case 'receiveOpinion':
        return { on: day, name, consultation: String(more) }
      default:
        return { on: day, name }
    }
  })
}

function clockOf(receivedOn: string, rows: readonly Written[], law: RequestLaw = REQUEST_LAW) {
  const clock = requestClock(localDate(receivedOn), steps(rows), law)
  assert.ok(clock.ok, clock.ok ? '' : clock.refusal.message)
  return clock.value
}

describe('答复期限 《政府信息公开条例》第三十条至第三十五条', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, receivedOn: string, steps: Written[], due: string | null][] = [
    ['20个工作日，收到当日不计入',             '2025-01-10', [], '2025-02-13'],
    ['跨春节',                                 '2025-01-24', [], '2025-02-27'],
    ['跨劳动节',                               '2025-04-28', [], '2025-05-29'],
    ['跨国庆',                                 '2025-09-30', [], '2025-11-04'],
    ['跨国庆并延长20个工作日',                 '2025-09-30', [['2025-11-04', 'extend', 20]], '2025-12-02'],
    ['跨年',                                   '2025-12-31', [], '2026-01-29'],
    ['跨年并延长',                             '2025-12-31', [['2026-01-20', 'extend', 20]], '2026-03-04'],
    ['春节前收到',                             '2026-02-09', [], '2026-03-13'],
    ['劳动节前收到',                           '2026-04-30', [], '2026-06-01'],
    ['中秋国庆前收到',                         '2026-09-18', [], '2026-10-22'],
    ['2020年延长的春节假期',                   '2020-01-20', [], '2020-02-25'],
    ['延长5个工作日',                          '2024-03-04', [['2024-03-29', 'extend', 5]], '2024-04-09'],
    ['等待补正期间没有届满日',                 '2024-03-04', [['2024-03-08', 'askCorrection', '2024-03-22']], null],
    ['自收到补正之日起重新计算',               '2024-03-04', [['2024-03-08', 'askCorrection', '2024-03-22'], ['2024-03-18', 'receiveCorrection']], '2024-04-16'],
    ['补正后再延长',                           '2024-03-04', [['2024-03-08', 'askCorrection', '2024-03-22'], ['2024-03-18', 'receiveCorrection'], ['2024-04-16', 'extend', 20]], '2024-05-15'],
    ['征求第三方意见的10个工作日不计入',       '2024-03-04', [['2024-03-06', 'consult', 'thirdParty'], ['2024-03-20', 'receiveOpinion', 'thirdParty']], '2024-04-16'],
    ['第三方未收到来函，届满日未定',           '2024-03-04', [['2024-03-06', 'consult', 'thirdParty']], null],
    ['第三方逾期未答复，满15个工作日继续计算', '2024-03-04', [['2024-03-06', 'consult', 'thirdParty'], ['2024-03-08', 'consultationArrives', 'thirdParty']], '2024-04-25'],
    ['意见迟于15个工作日，等待不再延长',       '2024-03-04', [['2024-03-06', 'consult', 'thirdParty'], ['2024-03-08', 'consultationArrives', 'thirdParty'], ['2024-04-20', 'receiveOpinion', 'thirdParty']], '2024-04-25'],
    ['两次征求意见重叠的日子只扣一次',         '2024-03-04', [['2024-03-06', 'consult', 'thirdParty'], ['2024-03-11', 'consult', 'coMaker'], ['2024-03-20', 'receiveOpinion', 'thirdParty'], ['2024-03-22', 'receiveOpinion', 'coMaker']], '2024-04-18'],
    ['征求其他机关意见，以来函所定期限为限',   '2024-03-04', [['2024-03-06', 'consult', 'otherAuthority 2024-03-13']], '2024-04-09'],
    ['缴费的次日起重新计算',                   '2024-03-04', [['2024-03-06', 'askFee'], ['2024-03-08', 'feeNoticeArrives'], ['2024-03-18', 'payFee']], '2024-04-16'],
    ['要求说明理由期间照常计算',               '2024-03-04', [['2024-03-06', 'askReasons', '2024-03-13'], ['2024-03-13', 'receiveReasons']], '2024-04-01'],
    ['另行确定延迟答复的期限',                 '2024-03-04', [...EXPLAINED, ['2024-03-20', 'postpone', '2024-06-28']], '2024-06-28'],
    ['登记先后不影响：按发生之日',             '2024-03-04', [['2024-03-20', 'receiveOpinion', 'thirdParty'], ['2024-03-06', 'consult', 'thirdParty']], '2024-04-16'],
    ['意见已到，来函其后送达，不再等待',       '2024-06-24', [['2024-06-24', 'consult', 'coMaker'], ['2024-06-27', 'receiveOpinion', 'coMaker'], ['2024-07-02', 'consultationArrives', 'coMaker']], '2024-07-25'],
    ['第三方的期限不因来函所写而缩短',         '2024-03-04', [['2024-03-06', 'consult', 'thirdParty 2024-03-13'], ['2024-03-08', 'consultationArrives', 'thirdParty']], '2024-04-25'],
    ['延迟答复期间征求意见，届满日不变',       '2024-03-04', [...EXPLAINED, ['2024-03-20', 'postpone', '2024-06-28'], ['2024-04-15', 'consult', 'otherAuthority']], '2024-06-28'],
    ['届满当日告知补正，等待期间没有届满日',   '2024-03-04', [['2024-04-01', 'askCorrection', '2024-04-15']], null],
    ['届满当日告知补正，终未补正而答复',       '2024-03-04', [['2024-04-01', 'askCorrection', '2024-04-15'], ['2024-04-17', 'reply']], '2024-04-17'],
    ['届满之后告知补正，已经逾期',             '2024-03-04', [['2024-04-02', 'askCorrection', '2024-04-15']], '2024-04-01'],
    ['届满之后告知补正，收到补正也不重新起算', '2024-03-04', [['2024-04-02', 'askCorrection', '2024-04-15'], ['2024-04-10', 'receiveCorrection']], '2024-04-01'],
    ['届满之后通知缴费，缴费也不重新起算',     '2024-03-04', [['2024-04-02', 'askFee'], ['2024-04-10', 'payFee']], '2024-04-01'],
    ['届满当日通知缴费，缴费后重新计算',       '2024-03-04', [['2024-04-01', 'askFee'], ['2024-04-10', 'payFee']], '2024-05-10'],
    ['延迟答复期间通知缴费，没有届满日',       '2024-03-04', [...EXPLAINED, ['2024-03-20', 'postpone', '2024-06-28'], ['2024-05-06', 'askFee']], null],
    ['缴费后重新计算，原定的延迟期限不再适用', '2024-03-04', [...EXPLAINED, ['2024-03-20', 'postpone', '2024-06-28'], ['2024-05-06', 'askFee'], ['2024-05-10', 'payFee']], '2024-06-06'],
  ]

  for (const [situation, receivedOn, taken, due] of ROWS) {
    it(`${situation}：${receivedOn} 收到，${due ?? '届满日未定'}`, () => {
      assert.equal(replyDueOn(clockOf(receivedOn, taken), REQUEST_LAW).date, due)
    })
  }

  // biome-ignore format: one case a line
  const LEFT: [situation: string, steps: Written[], left: number][] = [
    ['征求意见',                       [['2024-03-06', 'consult', 'thirdParty']], 18],
    ['延长之后征求意见',               [['2024-03-05', 'extend', 5], ['2024-03-06', 'consult', 'thirdParty']], 23],
    ['等待补正，补正后重新计算',       [['2024-03-06', 'askCorrection', '2024-03-20']], 20],
    ['延长之后等待补正',               [['2024-03-05', 'extend', 5], ['2024-03-06', 'askCorrection', '2024-03-20']], 20],
    ['等待缴费，缴费后重新计算',       [['2024-03-06', 'askFee']], 20],
    ['延迟答复期间等待缴费',           [...EXPLAINED, ['2024-03-20', 'postpone', '2024-06-28'], ['2024-05-06', 'askFee']], 20],
  ]

  for (const [situation, taken, left] of LEFT) {
    it(`${situation}：等待结束后尚有${left}个工作日`, () => {
      const due = replyDueOn(clockOf('2024-03-04', taken), REQUEST_LAW)
      assert.deepEqual(due, { date: null, left, provisional: false })
    })
  }

  it('放假安排尚未收录的，届满日为暂定', () => {
    const beyond = replyDueOn(clockOf('2026-12-21', []), REQUEST_LAW)
    assert.deepEqual(beyond, { date: '2027-01-18', left: 0, provisional: true })
  })
})

describe('不予准许的步骤', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, code: string, steps: Written[]][] = [
    ['早于收到之日',               'clock.before-receipt',     [['2024-03-01', 'askCorrection', '2024-03-22']]],
    ['步骤的日期远在十年之后',     'clock.day-too-far',        [['2034-03-06', 'reply']]],
    ['期限写作9999年',             'clock.day-too-far',        [['2024-03-05', 'postpone', '9999-12-31']]],
    ['第二次告知补正',             'clock.correction-once',    [['2024-03-05', 'askCorrection', '2024-03-22'], ['2024-03-12', 'receiveCorrection'], ['2024-03-13', 'askCorrection', '2024-03-29']]],
    ['补正期限不晚于告知之日',     'clock.limit-not-after',    [['2024-03-05', 'askCorrection', '2024-03-05']]],
    ['延长超过20个工作日',         'clock.extension-days',     [['2024-03-05', 'extend', 21]]],
    ['延长零个工作日',             'clock.extension-days',     [['2024-03-05', 'extend', 0]]],
    ['再次延长',                   'clock.extension-once',     [['2024-03-05', 'extend', 5], ['2024-03-06', 'extend', 5]]],
    ['补正期限止于周六，周一即视为放弃', 'clock.limit-not-over',     [['2024-03-06', 'askCorrection', '2024-03-16'], ['2024-03-18', 'abandon']]],
    ['届满之后延长',               'clock.extension-late',     [['2024-04-02', 'extend', 20]]],
    ['延迟答复期间延长',           'clock.extension-late',     [...EXPLAINED, ['2024-03-20', 'postpone', '2024-06-28'], ['2024-04-02', 'extend', 20]]],
    ['没有说明理由而延迟答复',     'clock.no-reasons',         [['2024-03-20', 'postpone', '2024-06-28']]],
    ['届满之后确定延迟答复的期限', 'clock.postponement-late',  [...EXPLAINED, ['2024-04-02', 'postpone', '2024-06-28']]],
    ['延迟的期限届满之后再延迟',   'clock.postponement-late',  [...EXPLAINED, ['2024-03-20', 'postpone', '2024-04-12'], ['2024-04-13', 'postpone', '2024-06-28']]],
    ['等待补正期间延长',           'clock.wrong-stage',        [['2024-03-05', 'askCorrection', '2024-03-22'], ['2024-03-06', 'extend', 5]]],
    ['未告知补正而收到补正',       'clock.wrong-stage',        [['2024-03-05', 'receiveCorrection']]],
    ['答复之后再答复',             'clock.wrong-stage',        [['2024-03-05', 'reply'], ['2024-03-06', 'reply']]],
    ['未征求意见而收到意见',       'clock.no-consultation',    [['2024-03-05', 'receiveOpinion', 'thirdParty']]],
    ['补正期限未满即视为放弃',     'clock.limit-not-over',     [['2024-03-05', 'askCorrection', '2024-03-22'], ['2024-03-22', 'abandon']]],
    ['缴费期限未满即视为放弃',     'clock.limit-not-over',     [['2024-03-05', 'askFee'], ['2024-03-06', 'feeNoticeArrives'], ['2024-04-03', 'abandon']]],
    ['收费通知尚未送达即视为放弃', 'clock.limit-not-over',     [['2024-03-05', 'askFee'], ['2024-05-06', 'abandon']]],
  ]

  for (const [situation, code, taken] of ROWS) {
    it(`${situation} → ${code}`, () => {
      const clock = requestClock(localDate('2024-03-04'), steps(taken), REQUEST_LAW)
      assert.equal(clock.ok ? 'granted' : clock.refusal.code, code)
    })
  }

  it('收到申请早于条例施行或者年份有误，通知缴费早于收费办法施行', () => {
    const codeOf = (receivedOn: string, taken: Written[]) => {
      const clock = requestClock(localDate(receivedOn), steps(taken), REQUEST_LAW)
      return clock.ok ? 'granted' : clock.refusal.code
    }
    assert.equal(codeOf('2019-05-14', []), 'clock.no-provision')
    assert.equal(codeOf('2019-05-15', []), 'granted')
    assert.equal(codeOf('9999-12-31', []), 'clock.day-too-far')
    assert.equal(codeOf('2020-12-30', [['2020-12-31', 'askFee']]), 'clock.no-provision')
    assert.equal(codeOf('2020-12-30', [['2021-01-01', 'askFee']]), 'granted')
  })

  it('期限届满的次日可以视为放弃', () => {
    const unpaid: Written[] = [
      ['2024-03-05', 'askFee'],
      ['2024-03-06', 'feeNoticeArrives'],
      ['2024-04-04', 'abandon'],
    ]
    assert.equal(clockOf('2024-03-04', unpaid).closedOn, '2024-04-04')
  })
})

describe('条文留有余地之处（ADR 0020）', () => {
  const consulted: Written[] = [
    ['2024-03-06', 'consult', 'thirdParty'],
    ['2024-03-20', 'receiveOpinion', 'thirdParty'],
  ]
  const paid: Written[] = [
    ['2024-03-06', 'askFee'],
    ['2024-03-18', 'payFee'],
  ]
  const late: Written[] = [
    ['2024-03-20', 'askCorrection', '2024-04-03'],
    ['2024-03-27', 'receiveCorrection'],
  ]
  const onTheSeventhDay: Written[] = [
    ['2024-03-13', 'askCorrection', '2024-03-27'],
    ['2024-03-18', 'receiveCorrection'],
  ]
  const overdue: Written[] = [
    ['2024-04-02', 'askCorrection', '2024-04-16'],
    ['2024-04-10', 'receiveCorrection'],
  ]
  const unexplained: Written[] = [['2024-03-06', 'askReasons', '2024-03-13']]
  const reasons: Written[] = [...unexplained, ['2024-03-13', 'receiveReasons']]
  // biome-ignore format: one case a line
  const ROWS: [key: keyof typeof CLOCK_CHOICES, other: string, steps: Written[], chosen: string, due: string][] = [
    ['sendingDay',     'excluded', consulted, '2024-04-16', '2024-04-17'],
    ['answerDay',      'counts',   consulted, '2024-04-16', '2024-04-15'],
    ['paymentDay',     'same',     paid,      '2024-04-16', '2024-04-15'],
    ['lateCorrection', 'runsOn',   late,      '2024-04-25', '2024-04-09'],
    ['lateCorrection', 'runsOn',   onTheSeventhDay, '2024-04-16', '2024-04-16'],
    ['overdueAsking',  'restarts', overdue,   '2024-04-01', '2024-05-10'],
    ['askingReasons',  'excluded', reasons,   '2024-04-01', '2024-04-09'],
    ['askingReasons',  'excluded', unexplained, '2024-04-01', '2024-04-09'],
  ]

  for (const [key, other, taken, chosen, due] of ROWS) {
    it(`${CLOCK_CHOICES[key].question}（${taken.length}步）：换一种读法，届满日由${chosen}改为${due}`, () => {
      const law = { ...REQUEST_LAW, choices: { ...REQUEST_LAW.choices, [key]: other } }
      assert.equal(replyDueOn(clockOf('2024-03-04', taken), REQUEST_LAW).date, chosen)
      assert.equal(replyDueOn(clockOf('2024-03-04', taken, law), law).date, due)
    })
  }

  it('补正之后能否再次延长', () => {
    const twice: Written[] = [
      ['2024-03-05', 'extend', 5],
      ['2024-03-06', 'askCorrection', '2024-03-20'],
      ['2024-03-12', 'receiveCorrection'],
      ['2024-04-01', 'extend', 5],
    ]
    const law: RequestLaw = {
      ...REQUEST_LAW,
      choices: { ...REQUEST_LAW.choices, secondExtension: 'anew' },
    }
    const refused = requestClock(localDate('2024-03-04'), steps(twice), REQUEST_LAW)
    assert.equal(refused.ok ? 'granted' : refused.refusal.code, 'clock.extension-once')
    assert.equal(replyDueOn(clockOf('2024-03-04', twice, law), law).date, '2024-04-17')
  })
})

describe('前方的期限', () => {
  const ahead = (receivedOn: string, taken: Written[]) =>
    daysAhead(clockOf(receivedOn, taken), REQUEST_LAW).map(({ what, on }) => [what, on])

  it('收到之后：告知补正、答复', () => {
    assert.deepEqual(ahead('2025-09-30', []), [
      ['askCorrection', '2025-10-16'],
      ['reply', '2025-11-04'],
    ])
  })

  it('第三方收到来函之后15个工作日', () => {
    const taken: Written[] = [
      ['2025-09-30', 'consult', 'thirdParty'],
      ['2025-09-30', 'consultationArrives', 'thirdParty'],
    ]
    assert.deepEqual(ahead('2025-09-30', taken), [
      ['askCorrection', '2025-10-16'],
      ['opinion', '2025-10-28'],
      ['reply', '2025-11-25'],
    ])
  })

  it('等待补正：只有申请人的期限', () => {
    const taken: Written[] = [['2025-10-09', 'askCorrection', '2025-10-23']]
    assert.deepEqual(ahead('2025-09-30', taken), [['correction', '2025-10-23']])
  })

  it('办结之后没有', () => {
    assert.deepEqual(ahead('2025-09-30', [['2025-10-09', 'reply']]), [])
  })
})

describe('每一步骤注明依据', () => {
  for (const { title, source } of Object.values(CLOCK_STEPS)) {
    it(title, () =>
      assert.match(
        citationText(source),
        /^《政府信息公开信息处理费管理办法》|第三十.?条|第四十二条|第二十九条/,
      ),
    )
  }
  assert.equal(NATIONAL_CALENDAR, REQUEST_LAW.calendar)
})
