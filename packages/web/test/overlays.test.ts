import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  newUser,
  outcome,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from './platform.js'

const NOTICE = {
  content: {
    ...{ kind: 'holidays', year: 2027, settlesYear: true },
    ...{ off: ['2027-01-01'], on: ['2027-01-03'] },
  },
  source: {
    title: '关于2027年部分节假日安排的通知',
    number: '国办发明电〔2026〕9号',
    issuedOn: '2025-11-04',
  },
}

describe('法规数据的补充：接口', () => {
  let running: Running
  let admin: Visitor
  let other: Visitor
  before(async () => {
    running = await startPlatform()
    const ready = await setUpRegion(running)
    admin = ready.admin
    const root = ready.me.holdings[0]?.authorityId ?? ''
    other = (await newUser(running, admin, root, 'supervisingOfficer')).visitor
  })
  after(() => running.close())

  it('预览、提出、由另一人复核、撤回', async () => {
    const preview = await admin('POST', '/overlays/preview', { body: NOTICE })
    assert.deepEqual(preview.body, {
      dueDays: [],
      requests: [],
      remedies: [],
      days: [
        { date: '2027-01-01', isWorked: false },
        { date: '2027-01-03', isWorked: true },
      ],
      settledThrough: { before: '2026-12-28', after: '2027-12-28' },
    })
    const proposed = await admin('POST', '/overlays', { body: NOTICE })
    assert.equal(proposed.status, 201)
    const step = `/overlays/${proposed.body.id}`
    const own = await admin('POST', `${step}/approve`)
    assert.deepEqual(outcome(own), [403, 'overlay.proposed-by-you'])
    const approved = await other('POST', `${step}/approve`)
    assert.deepEqual([approved.status, approved.body], [200, preview.body])
    const withdrawn = await other('POST', `${step}/withdraw`, { body: { reason: '通知有误' } })
    assert.equal(withdrawn.body.settledThrough.after, '2026-12-28')
    const { overlays, values } = (await admin('GET', '/overlays')).body
    const states = overlays[0].steps.map((one: { state: string }) => one.state)
    assert.deepEqual(states, ['proposed', 'approved', 'withdrawn'])
    assert.ok(values.length > 10)
  })

  it('晚于法定时限的，拒绝并说明依据；不合要求的，指出哪一项', async () => {
    const late = {
      ...{ kind: 'localDuty', area: '云岭县', level: 'department', monthDay: '02-15' },
      ...{ fromReportYear: 2025, untilReportYear: null },
    }
    const refused = await admin('POST', '/overlays', { body: { ...NOTICE, content: late } })
    assert.deepEqual(outcome(refused), [422, 'overlay.later-than-law'])
    assert.match(refused.body.detail, /第四十九条/)
    const wrong = { ...NOTICE, content: { ...late, monthDay: '2月15日' } }
    const malformed = await admin('POST', '/overlays', { body: wrong })
    assert.deepEqual(outcome(malformed), [400, 'request.malformed'])
  })
})
