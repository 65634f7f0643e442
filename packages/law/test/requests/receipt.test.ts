import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Channel, localDate, NATIONAL_CALENDAR, receiptOf } from '@gongkai/law'

type Row = [
  situation: string,
  channel: Channel,
  arrived: string,
  applicant: string | null,
  authority: string | null,
  received: string | null,
]

describe('收到申请之日 《政府信息公开条例》第三十一条', () => {
  // biome-ignore format: one case a line
  const ROWS: Row[] = [
    ['当面提交之日',                     'inPerson',       '2025-09-30', null,         null,         '2025-09-30'],
    ['代为填写之日',                     'oral',           '2025-09-30', null,         null,         '2025-09-30'],
    ['挂号信签收之日',                   'registeredMail', '2025-09-30', null,         null,         '2025-09-30'],
    ['平常信函，与申请人确认之日',       'ordinaryMail',   '2025-09-29', null,         '2025-09-30', '2025-09-30'],
    ['平常信函未确认',                   'ordinaryMail',   '2025-09-30', null,         null,         null],
    ['网上提交，机关次日确认',           'online',         '2025-09-29', '2025-09-29', '2025-09-30', '2025-09-30'],
    ['网上提交，申请人后确认',           'online',         '2025-09-26', '2025-09-30', '2025-09-28', '2025-09-30'],
    ['网上提交，机关未确认',             'online',         '2025-09-30', '2025-09-30', null,         null],
    ['传真，双方确认之日',               'fax',            '2025-09-28', '2025-09-28', '2025-09-29', '2025-09-29'],
    ['寄到其他部门，取得联系之日',       'elsewhere',      '2025-09-28', null,         '2025-10-09', '2025-10-09'],
  ]
  for (const [situation, channel, arrived, applicant, authority, received] of ROWS) {
    it(situation, () => {
      const receipt = receiptOf(
        {
          ...{ channel, arrivedOn: localDate(arrived) },
          ...(applicant && { applicantConfirmedOn: localDate(applicant) }),
          ...(authority && { authorityConfirmedOn: localDate(authority) }),
        },
        NATIONAL_CALENDAR,
      )
      assert.equal(receipt.receivedOn, received)
    })
  }

  it('未确认的，在下一个工作日提请负责人：国庆前提交的为节后首日', () => {
    const arrival = { channel: 'online', arrivedOn: localDate('2025-09-30') } as const
    const receipt = receiptOf(
      { ...arrival, applicantConfirmedOn: arrival.arrivedOn },
      NATIONAL_CALENDAR,
    )
    assert.ok(receipt.receivedOn === null)
    assert.deepEqual([receipt.missing, receipt.escalateOn], [['authority'], '2025-10-09'])
  })
})
