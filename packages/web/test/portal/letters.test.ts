import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { dayInChina } from '@gongkai/law'
import type { Answer } from '../faults/browser.js'
import {
  newUser,
  outcome,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from '../platform.js'

const TODAY = dayInChina(Date.now())

/** As it is drafted by whoever decides to disclose all of it. */
const DRAFT = {
  drafted: 'decision',
  details: {
    wanted: '县城道路养护项目的合同',
    parts: [{ what: '道路养护合同', ground: 'disclosed', where: '在办理情况查询页面查看' }],
  },
}

describe('文书的拟制、审批、送出，申请人下载并确认收到', () => {
  let running: Running
  let officer: Visitor
  let head: Visitor
  let receipt: { requestNumber: string; secret: string }
  let letters: string
  before(async () => {
    running = await startPlatform()
    const { admin, me } = await setUpRegion(running)
    const root = me.holdings[0]?.authorityId ?? ''
    officer = (await newUser(running, admin, root, 'disclosureOfficer')).visitor
    head = (await newUser(running, admin, root, 'disclosureHead')).visitor
    const details = { reviewBody: '云岭市人民政府', court: '云岭市中级人民法院' }
    const series = [{ code: '云公复', purpose: '政府信息公开答复' }]
    const changed = await admin('PATCH', `/authorities/${root}`, {
      ...{ version: 1, body: { details, series } },
    })
    assert.equal(changed.status, 200, JSON.stringify(changed.body))
    const registered = await officer('POST', '/requests', {
      body: {
        ...{ authorityId: root, channel: 'inPerson', arrivedOn: TODAY },
        wanted: { wanted: '县城道路养护项目的合同', form: 'electronic', way: 'portal' },
        applicants: { kind: 'person', people: [PERSON] },
      },
    })
    assert.equal(registered.status, 201, JSON.stringify(registered.body))
    const { request, secret } = registered.body
    receipt = { requestNumber: request.requestNumber, secret }
    letters = `/requests/${request.id}/letters`
  })
  after(() => running.close())

  const page = async (path: string, more: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...receipt, ...more })) body.append(name, value)
    return running.page(path, { method: 'POST', body })
  }
  const done = ({ status, body, headers }: Answer) => {
    assert.ok(status < 300, JSON.stringify(body))
    return { ...body, version: Number(/\d+/.exec(headers.get('etag') ?? '')?.[0]) }
  }

  it('从拟稿到申请人确认收到', async () => {
    const drafted = done(await officer('POST', letters, { body: DRAFT }))
    const at = `${letters}/${drafted.id}`
    const view = done(await officer('GET', at))
    assert.deepEqual(view.findings, [])
    assert.equal(view.text.documentNumber, null)
    const stale = await officer('POST', `${at}/submit`, { version: 7 })
    assert.deepEqual(outcome(stale), [412, 'letter.changed'])
    assert.equal(stale.body.present.state, 'draft')
    const submitted = done(await officer('POST', `${at}/submit`, { version: drafted.version }))
    const { version } = submitted
    const own = await officer('POST', `${at}/approve`, { version, body: {} })
    assert.deepEqual(outcome(own), [403, 'right.missing'])
    const signed = done(await head('POST', `${at}/approve`, { version, body: { opinion: '同意' } }))
    assert.equal(signed.documentNumber, `云公复〔${TODAY.slice(0, 4)}〕1号`)
    const word = await officer('GET', `${at}/file?to=docx`)
    assert.match(decodeURIComponent(word.headers.get('content-disposition') ?? ''), /1号）\.docx$/)

    assert.doesNotMatch(await (await page('/requests/status')).text(), /送达的文书/)
    const unseen = await page('/requests/status/letter', { letterId: drafted.id })
    assert.equal(unseen.status, 422)
    const sent = { way: 'portal', on: TODAY }
    done(await officer('POST', `${at}/send`, { version: signed.version, body: sent }))
    const status = await (await page('/requests/status')).text()
    assert.match(
      status,
      /已办结.*予以公开.*《政府信息公开答复书》（云公复〔\d{4}〕1号）.*尚未确认收到/s,
    )
    const file = await page('/requests/status/letter', { letterId: drafted.id })
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.equal(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
    const confirmed = await page('/requests/status/letter/received', { letterId: drafted.id })
    assert.match(await confirmed.text(), /已经登记您收到.*已确认收到/s)
    const twice = await page('/requests/status/letter/received', { letterId: drafted.id })
    assert.equal(twice.status, 422)
    const served = done(await officer('GET', at))
    assert.deepEqual([served.letter.state, served.letter.servedOn], ['served', TODAY])
    assert.deepEqual(running.faults, [])
  })

  it('申请人在查询页面建议主动公开，审核和公布后看到答复', async () => {
    const asked = await (await page('/requests/status')).text()
    assert.match(asked, /建议主动公开这些信息/)
    const says = { reason: 'widelyKnown', says: '县城居民都需要知道' }
    const wrong = await page('/requests/status/suggestion', { ...says, reason: 'listed' })
    assert.equal(wrong.status, 422)
    const made = await (await page('/requests/status/suggestion', says)).text()
    assert.match(made, /建议已经提交.*已收到，正在审核/s)
    assert.doesNotMatch(made, /<button[^>]*>提交建议/)
    const of = letters.replace('/letters', '/proactive')
    const { proposals } = done(await officer('GET', of))
    const at = `/proactive/${proposals[0].id}`
    const decision = { decision: 'accepted', reason: '予以采纳' }
    done(await head('POST', `${at}/decision`, { body: decision }))
    const published = { on: TODAY, title: '道路养护合同', address: 'https://yunling.example/1' }
    done(await officer('POST', `${at}/publication`, { body: published }))
    const told = await (await page('/requests/status')).text()
    assert.match(told, /已采纳，已经公开.*予以采纳.*href="https:\/\/yunling\.example\/1"/s)
  })

  it('没有登记的决定不能出具答复；缺少的内容逐项说明', async () => {
    const chosen = await officer('POST', letters, { body: { ...DRAFT, drafted: 'refusal' } })
    assert.deepEqual(outcome(chosen), [400, 'request.malformed'])
    const notice = { drafted: 'consultationNotice', details: {} }
    const drafted = done(await officer('POST', letters, { body: notice }))
    const at = `${letters}/${drafted.id}`
    const refused = await officer('POST', `${at}/submit`, { version: drafted.version })
    assert.deepEqual(outcome(refused), [422, 'letter.findings'])
    assert.ok(refused.body.findings.some(({ rule }: { rule: string }) => rule === 'LTR-02'))
  })
})

const PERSON = {
  ...{ part: 'applicant', name: '周小禾', idKind: 'identityCard' },
  ...{ idNumber: '530000199001010011', phone: '0000-1234567' },
} as const
