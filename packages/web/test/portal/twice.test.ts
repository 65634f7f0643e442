import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { addDays, dayInChina } from '@gongkai/law'
import type { Answer } from '../faults/browser.js'
import {
  newUser,
  outcome,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from '../platform.js'

const NEW = `/requests/new/${encodeURIComponent('云岭县人民政府')}`
const ON = dayInChina(Date.now())

describe('同一张表单发几次，两个人同时办理一件', () => {
  let running: Running
  let root: string
  let officers: readonly Visitor[]
  let heads: readonly Visitor[]
  before(async () => {
    running = await startPlatform()
    const { admin, me } = await setUpRegion(running)
    root = me.holdings[0]?.authorityId ?? ''
    const of = async (role: string) => (await newUser(running, admin, root, role)).visitor
    officers = [await of('disclosureOfficer'), await of('disclosureOfficer')]
    heads = [await of('disclosureHead'), await of('disclosureHead')]
    const details = { reviewBody: '云岭市人民政府', court: '云岭市中级人民法院' }
    const series = [{ code: '云公复', purpose: '政府信息公开答复' }]
    const body = { details, series }
    assert.equal((await admin('PATCH', `/authorities/${root}`, { version: 1, body })).status, 200)
  })
  after(() => running.close())

  const submit = async (formKey: string) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...FORM, formKey })) form.append(name, value)
    const answer = await running.page(NEW, { method: 'POST', body: form })
    const text = await answer.text()
    assert.equal(answer.status, 201, text)
    return /<strong>([\d-]+)<\/strong>.*class="secret">([0-9A-Z-]+)</s.exec(text)?.slice(1)
  }
  const register = async () => {
    const path = `/requests?authorityId=${root}&queue=all`
    const { status, body } = await (officers[0] as Visitor)('GET', path)
    assert.equal(status, 200, JSON.stringify(body))
    return body.requests as readonly { id: string; version: number }[]
  }
  const only = async () => {
    const [request] = await register()
    assert.ok(request)
    return request
  }
  /** The same act of both at the same moment: one is done, the other is told what stands now. */
  const together = async (
    both: readonly Visitor[],
    path: string,
    sent: { version?: number; body?: object },
    refused: readonly [number, string],
  ): Promise<Answer['body']> => {
    const answers = await Promise.all(both.map((one) => one('POST', path, sent)))
    const done = answers.filter(({ status }) => status < 300)
    const other = answers.find(({ status }) => status >= 300)
    assert.equal(done.length, 1, JSON.stringify(answers.map(outcome)))
    assert.deepEqual(other && outcome(other), refused)
    if (sent.version !== undefined)
      assert.deepEqual(other?.body.present, { ...other?.body.present, ...done[0]?.body })
    return done[0]?.body
  }

  it('同一张表单同时发五次、事后再发一次，是一件申请、一个编号', async () => {
    const formKey = randomUUID()
    const receipts = await Promise.all(Array.from({ length: 5 }, () => submit(formKey)))
    receipts.push(await submit(formKey))
    assert.equal(new Set(receipts.map(String)).size, 1)
    assert.equal((await register()).length, 1)
  })

  it('两个人同时确认收到、登记步骤：一个办成，另一个看到现在的情况', async () => {
    const changed = [412, 'requests.changed'] as const
    const { id, version } = await only()
    const receipt = { version, body: { on: ON, how: '电话告知' } }
    const received = await together(officers, `/requests/${id}/receipt`, receipt, changed)
    const step = { step: { name: 'askCorrection', on: ON, until: addDays(ON, 30) }, note: null }
    const asked = { version: received.version, body: step }
    await together(officers, `/requests/${id}/steps`, asked, changed)
  })

  it('两个人同时拟稿、签发、送出：一份文书、一个文号、送出一次', async () => {
    const changed = [412, 'letter.changed'] as const
    const { id, version } = await only()
    const back = { step: { name: 'receiveCorrection', on: ON }, note: null }
    const [officer] = officers as [Visitor]
    const stepped = await officer('POST', `/requests/${id}/steps`, { version, body: back })
    assert.equal(stepped.status, 200, JSON.stringify(stepped.body))
    const letters = `/requests/${id}/letters`
    const letter = await together(officers, letters, { body: DRAFT }, [
      409,
      'letter.decision-exists',
    ])
    const at = `${letters}/${letter.id}`
    const inReview = await together(officers, `${at}/submit`, { version: letter.version }, changed)
    const consent = { version: inReview.version, body: {} }
    const signed = await together(heads, `${at}/approve`, consent, changed)
    assert.equal(signed.documentNumber, `云公复〔${ON.slice(0, 4)}〕1号`)
    const sent = { version: signed.version, body: { way: 'portal', on: ON } }
    await together(officers, `${at}/send`, sent, changed)
    const { body } = await officer('GET', `/requests/${id}`)
    const names = body.steps.map(({ step }: { step: { name: string } }) => step.name)
    assert.deepEqual(names, ['askCorrection', 'receiveCorrection', 'reply'])
    assert.deepEqual(running.faults, [])
  })
})

const FORM: Readonly<Record<string, string | File>> = {
  ...{ wanted: '县城道路养护项目的合同', form: 'electronic', way: 'portal', kind: 'person' },
  ...{ 'p1-name': '周小禾', 'p1-idKind': 'identityCard', 'p1-idNumber': '530000199001010011' },
  ...{ 'p1-phone': '0000-1234567', identity: new File(['%PDF-1.7 x'], '身份证.pdf') },
}

const DRAFT = {
  drafted: 'decision',
  details: { parts: [{ what: '道路养护合同', ground: 'disclosed', where: '在查询页面查看' }] },
}
