import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  asOf,
  type ClockStep,
  dayLedger,
  localDate,
  REQUEST_LAW,
  replyDueOn,
  requestClock,
} from '@gongkai/law'

const day = localDate

function ledger(
  receivedOn: string,
  steps: readonly ClockStep[],
  through = '2024-12-31',
  law = REQUEST_LAW,
) {
  const clock = requestClock(day(receivedOn), steps, law)
  assert.ok(clock.ok)
  return dayLedger(clock.value, law, day(through))
}

const kinds = (days: ReturnType<typeof ledger>) =>
  days.map(
    ({ date, kind, count }) => `${date.slice(5)} ${kind}${count === null ? '' : ` ${count}`}`,
  )

describe('逐日台账', () => {
  it('自收到之日至届满日，一日一行，无一日遗漏', () => {
    const days = ledger('2025-09-30', [])
    assert.equal(days[0]?.why, '收到申请当日，不计入')
    assert.equal(days.length, 36)
    assert.deepEqual(days.at(-1), {
      ...{ date: '2025-11-04', kind: 'counted', count: 20, provisional: false },
      why: '星期二，工作日，第20个工作日',
      source: { instrument: 'OGI-2019', article: 33, paragraph: 2 },
    })
  })

  it('调休上班的周末计入，放假的工作日不计入，均注明通知', () => {
    const days = ledger('2025-09-30', [])
    const of = (date: string) => days.find((one) => one.date === date)
    assert.match(of('2025-10-11')?.why ?? '', /^星期六，上班（.+），第3个工作日$/)
    assert.match(of('2025-10-01')?.why ?? '', /^星期三，放假（.+）$/)
  })

  it('补正：等待的日子不计入，收到补正当日重新起算', () => {
    const steps: readonly ClockStep[] = [
      { on: day('2024-03-06'), name: 'askCorrection', until: day('2024-03-20') },
      { on: day('2024-03-11'), name: 'receiveCorrection' },
    ]
    assert.deepEqual(kinds(ledger('2024-03-04', steps)).slice(0, 10), [
      '03-04 dayZero',
      '03-05 counted 1',
      '03-06 counted 2',
      '03-07 waiting',
      '03-08 waiting',
      '03-09 waiting',
      '03-10 waiting',
      '03-11 dayZero',
      '03-12 counted 1',
      '03-13 counted 2',
    ])
  })

  it('期限不明时，只列到所问之日', () => {
    const steps: readonly ClockStep[] = [
      { on: day('2024-03-06'), name: 'consult', consultation: '1', whom: 'thirdParty' },
    ]
    const days = ledger('2024-03-04', steps, '2024-03-08')
    assert.deepEqual(kinds(days), [
      '03-04 dayZero',
      '03-05 counted 1',
      '03-06 counted 2',
      '03-07 waiting',
      '03-08 waiting',
    ])
  })

  it('延长期另行计数', () => {
    const days = ledger('2024-03-04', [{ on: day('2024-03-29'), name: 'extend', days: 2 }])
    assert.deepEqual(kinds(days).slice(-3), [
      '04-01 counted 20',
      '04-02 extension 21',
      '04-03 extension 22',
    ])
    assert.match(days.at(-1)?.why ?? '', /延长期第2个/)
  })

  it('延迟答复期间通知缴费：缴费之前的日子是延迟、等待，没有逾期', () => {
    const steps: readonly ClockStep[] = [
      { on: day('2024-03-06'), name: 'askReasons', until: day('2024-03-13') },
      { on: day('2024-03-13'), name: 'receiveReasons' },
      { on: day('2024-03-20'), name: 'postpone', until: day('2024-04-03') },
      { on: day('2024-04-03'), name: 'askFee' },
      { on: day('2024-04-09'), name: 'payFee' },
    ]
    const days = kinds(ledger('2024-03-04', steps)).slice(28, 37)
    assert.deepEqual(days, [
      '04-01 counted 20',
      '04-02 postponed',
      '04-03 postponed',
      '04-04 waiting',
      '04-05 waiting',
      '04-06 waiting',
      '04-07 waiting',
      '04-08 waiting',
      '04-09 dayZero',
    ])
  })

  it('换一种读法，自缴费当日起算：当日计入，前一日仍是等待', () => {
    const law = {
      ...REQUEST_LAW,
      choices: { ...REQUEST_LAW.choices, paymentDay: 'same' as const },
    }
    const steps: readonly ClockStep[] = [
      { on: day('2024-03-04'), name: 'askFee' },
      { on: day('2024-03-06'), name: 'payFee' },
    ]
    assert.deepEqual(kinds(ledger('2024-03-04', steps, '2024-12-31', law)).slice(0, 4), [
      '03-04 dayZero',
      '03-05 waiting',
      '03-06 counted 1',
      '03-07 counted 2',
    ])
  })

  it('可以回到过去任何一日的状态', () => {
    const clock = requestClock(
      day('2024-03-04'),
      [{ on: day('2024-03-29'), name: 'extend', days: 20 }],
      REQUEST_LAW,
    )
    assert.ok(clock.ok)
    const before = asOf(clock.value, day('2024-03-28'), REQUEST_LAW)
    assert.equal(replyDueOn(before, REQUEST_LAW).date, '2024-04-01')
    assert.equal(replyDueOn(clock.value, REQUEST_LAW).date, '2024-04-29')
  })
})
