import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Running, setUpRegion, startPlatform, type Visitor } from '../platform.js'

const AUTHORITY = '云岭县人民政府'
const NEW = `/requests/new/${encodeURIComponent(AUTHORITY)}`
const NAME = '周小禾'
const IDENTITY = '530000199001010011'

describe('公众提出申请、查询办理情况', () => {
  let running: Running
  let admin: Visitor
  before(async () => {
    running = await startPlatform()
    admin = (await setUpRegion(running)).admin
  })
  after(() => running.close())

  const post = async (path: string, fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    const answer = await running.page(path, { method: 'POST', body })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  const blank = async () => {
    const page = await (await running.page(NEW)).text()
    const formKey = /name="formKey" value="([^"]+)"/.exec(page)?.[1] ?? ''
    return {
      ...{ formKey, wanted: '县城道路养护项目的合同', form: 'paper', way: 'post', kind: 'person' },
      ...{ 'p1-name': NAME, 'p1-idKind': 'identityCard', 'p1-idNumber': IDENTITY },
      ...{ 'p1-phone': '0000-1234567', 'p1-address': '云岭县石桥街道一号' },
      identity: new File(['%PDF-1.7 x'], '身份证.pdf', { type: 'application/pdf' }),
    }
  }
  const receiptOf = (text: string) => ({
    requestNumber: /<strong>(\d{4}-\d{3}-\d{4})<\/strong>/.exec(text)?.[1] ?? '',
    secret: /class="secret">([0-9A-Z-]{19})</.exec(text)?.[1] ?? '',
  })

  it('找到机关，填写，取得编号和查询密码；同一张表单再发一次还是同一件', async () => {
    const found = await (await running.page('/requests?q=云岭')).text()
    assert.match(found, new RegExp(`<a href="${NEW}">${AUTHORITY}</a>`))
    const form = await blank()
    const sent = await post(NEW, form)
    assert.equal(sent.status, 201, sent.text)
    const receipt = receiptOf(sent.text)
    assert.match(receipt.requestNumber, /^\d{4}-001-0001$/)
    assert.equal(sent.headers.get('cache-control'), 'no-store')
    assert.deepEqual(receiptOf((await post(NEW, form)).text), receipt)
    const status = await post('/requests/status', receipt)
    assert.equal(status.status, 200)
    assert.match(status.text, /已提交，等待受理机关确认收到/)
    assert.doesNotMatch(status.text, new RegExp(`${NAME}|${IDENTITY}|1234567`))
  })

  it('凭编号、密码和证件号码查阅、复制本人的个人信息；证件号码不对的，什么也不显示', async () => {
    const receipt = receiptOf((await post(NEW, await blank())).text)
    const wrong = await post('/requests/status/data', { ...receipt, idNumber: '1', to: 'page' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /证件号码与登记的不一致/)
    assert.doesNotMatch(wrong.text, new RegExp(`${NAME}|${IDENTITY}|1234567`))
    const own = { ...receipt, idNumber: IDENTITY }
    const page = await post('/requests/status/data', { ...own, to: 'page' })
    assert.match(page.text, new RegExp(`${NAME}[\\s\\S]*${IDENTITY}[\\s\\S]*身份证明：身份证.pdf`))
    assert.equal(page.headers.get('cache-control'), 'no-store')
    const file = await post('/requests/status/data', { ...own, to: 'json' })
    const data = JSON.parse(file.text)
    assert.deepEqual([data.person.name, data.readings[0].name], [NAME, 'ownDataTaken'])
  })

  // biome-ignore format: table
  const WRONG: readonly (readonly [title: string, change: Record<string, string | File>, field: string, says: RegExp])[] = [
    ['没有写明内容',     { wanted: ' ' },                       'wanted',      /请写明所需政府信息/],
    ['身份证号不正确',   { 'p1-idNumber': '530000199001010012' }, 'p1-idNumber', /身份证号码不正确/],
    ['没有联系方式',     { 'p1-phone': '', 'p1-address': '' },    'p1-phone',    /至少一项/],
    ['第二位号码不正确', { 'p2-name': '吴大田', 'p2-idNumber': '530000198001010012' }, 'p2-idNumber', /第2位申请人的居民身份证号码不正确/],
    ['要邮寄而没有地址', { 'p1-address': '' },                  'p1-address',  /请填写通信地址/],
    ['要电子邮件而没有邮箱', { way: 'email' },                  'p1-email',    /请填写电子邮箱/],
    ['委托书不是文件',   { authorisation: new File(['MZ'], '委托书.pdf') }, 'authorisation', /“委托书.pdf”不是可以接收的文件/],
    ['没有附身份证明',   { identity: '' },                      'identity',    /请附上申请人的身份证明/],
    ['附的不是文件',     { identity: new File(['MZ'], 'a.pdf') }, 'identity',    /不是可以接收的文件/],
    ['代理人没有委托书', { 'agent-name': '吴某', 'agent-idNumber': IDENTITY }, 'authorisation', /授权委托书/],
  ]
  for (const [title, change, field, says] of WRONG) {
    it(`${title}的，说明怎样改正，已填的内容还在`, async () => {
      const answer = await post(NEW, { ...(await blank()), ...change })
      assert.equal(answer.status, 422)
      assert.match(answer.text, says)
      assert.match(answer.text, new RegExp(`href="#${field}"`))
      assert.match(answer.text, new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
      assert.ok(answer.text.includes(`value="${NAME}"`))
    })
  }

  it('网页标记照原样显示，不会执行', async () => {
    const wanted = '<script>alert(1)</script>'
    const sent = await post(NEW, { ...(await blank()), wanted })
    assert.equal(sent.status, 201)
    assert.ok(sent.text.includes('&lt;script&gt;alert(1)'))
  })

  it('撤回要先勾选确定；撤回后显示已办结', async () => {
    const receipt = receiptOf((await post(NEW, await blank())).text)
    const unsure = await post('/requests/status/withdraw', receipt)
    assert.equal(unsure.status, 422)
    assert.match(unsure.text, /没有撤回/)
    const done = await post('/requests/status/withdraw', { ...receipt, sure: 'yes' })
    assert.match(done.text, /申请已经撤回.*已办结/s)
  })

  it('编号、密码不对的，只有一种答复', async () => {
    const { requestNumber } = receiptOf((await post(NEW, await blank())).text)
    const wrong = await post('/requests/status', { requestNumber, secret: 'AAAA-AAAA-AAAA-AAAA' })
    const unknown = await post('/requests/status', { requestNumber: '2026-001-9999', secret: 'A' })
    assert.deepEqual([wrong.status, unknown.status], [422, 422])
    for (const { text } of [wrong, unknown]) assert.match(text, /申请编号或者查询密码不正确/)
  })

  it('填写不对的申请、不能证明是本人的补正、没有要求的补正，所附的文件一个也不留', async () => {
    const opened = running.ground.open()
    assert.ok(opened.ok)
    const { files } = opened.value
    const receipt = receiptOf((await post(NEW, await blank())).text)
    const kept = async () => {
      let count = 0
      for await (const _ of files.digests()) count += 1
      return count
    }
    const before = await kept()
    const correction = new File(['%PDF-1.7 y'], '补正.pdf', { type: 'application/pdf' })
    for (const own of [receipt, { ...receipt, secret: 'AAAA-AAAA-AAAA-AAAA' }]) {
      const answer = await post('/requests/status/correction', { ...own, text: '补正', correction })
      assert.equal(answer.status, 422)
    }
    assert.equal((await post(NEW, { ...(await blank()), wanted: '' })).status, 422)
    assert.equal(await kept(), before)
  })

  it('空白申请表可以下载，PDF 和 Word 都带着机关的名称', async () => {
    for (const [to, begins] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const file = await running.page(`${NEW}/form/${to}`)
      assert.equal(file.status, 200)
      assert.ok((await file.text()).startsWith(begins))
      assert.match(
        file.headers.get('content-disposition') ?? '',
        new RegExp(encodeURIComponent(`${AUTHORITY}政府信息公开申请表`)),
      )
    }
  })

  it('选电子邮件提醒的，查询页面可以停止；没有填邮箱的，先改正', async () => {
    const without = await post(NEW, { ...(await blank()), news: 'mail' })
    assert.equal(without.status, 422)
    assert.match(without.text, /请填写电子邮箱/)
    const form = { ...(await blank()), news: 'mail', 'p1-email': 'xiaohe@example.test' }
    const receipt = receiptOf((await post(NEW, form)).text)
    assert.match((await post('/requests/status', receipt)).text, /不再发送邮件/)
    const stopped = await post('/requests/status/mail', receipt)
    assert.match(stopped.text, /今后的进展请在本页查看/)
    assert.doesNotMatch(stopped.text, /<button[^>]*>不再发送邮件/)
  })

  it('提交前可以先看：提示可能相关的机关，什么也不提交，填写的还在', async () => {
    const details = { name: '云岭县财政局', kind: 'department', level: 'county' }
    const parentId = (await admin('GET', '/session')).body.holdings[0].authorityId
    assert.equal((await admin('POST', '/authorities', { body: { parentId, details } })).status, 201)
    const form = { ...(await blank()), wanted: '2025年部门预算批复', identity: '' }
    const looked = await post(NEW, { ...form, look: 'yes' })
    assert.equal(looked.status, 200)
    assert.match(looked.text, /可以改向其申请[\s\S]*云岭县财政局/)
    assert.match(looked.text, /申请还没有提交/)
    assert.ok(looked.text.includes('2025年部门预算批复'))
    const typing = await post(`${NEW}/suggested`, { wanted: form.wanted })
    assert.match(typing.text, /云岭县财政局/)
    assert.equal(typing.headers.get('cache-control'), 'no-store')
    assert.equal((await post(`${NEW}/suggested`, { wanted: '某事项' })).text, '')
  })

  it('没有的机关、别的网站发来的表单、不是表单的内容，不受理', async () => {
    assert.equal((await running.page('/requests/new/没有的机关')).status, 404)
    const elsewhere = await running.page(NEW, {
      method: 'POST',
      body: new FormData(),
      headers: { origin: 'https://elsewhere.example' },
    })
    assert.equal(elsewhere.status, 403)
    const none = await running.page(NEW, { method: 'POST', body: 'x' })
    assert.equal(none.status, 422)
    assert.match(await none.text(), /没有收到完整的表单/)
  })

  it('记录和日志里没有申请人的信息', async () => {
    assert.deepEqual(running.faults, [])
    const events = await admin('GET', '/events?limit=200')
    assert.equal(events.status, 200)
    const told = JSON.stringify(events.body)
    assert.match(told, /requestSubmitted/)
    assert.doesNotMatch(told, new RegExp(`${NAME}|${IDENTITY}|1234567|身份证.pdf`))
  })
})
