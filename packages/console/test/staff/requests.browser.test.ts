import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addDays, dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { dayText } from '../../src/staff/words/authority-words.js'
import { axe } from '../browse.js'
import { ask, type Cast, castOf } from './collect-cast.js'
import { describeStaff, overflow } from './visit-staff.js'

const TODAY = dayInChina(Date.now())
const SHOTS = process.env['SHOTS']
const IDENTITY = '530000199001010011'
const SCAN = { name: '身份证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }

describeStaff('依申请公开：提出、确认、补正、延长，台账、统计', (at) => {
  let cast: Cast<'officer' | 'head'>
  let citizen: Page
  /** The pages of the citizen, whose browser runs no script, as one that does shows them. */
  let shown: Page
  let receipt: { readonly number: string; readonly secret: string }
  let request: string
  const shoot = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
  }
  const clean = async (page: Page) => assert.deepEqual(await axe(page), [])
  const cleanCitizen = async () => {
    await shown.goto(new URL('/requests', citizen.url()).href)
    await shown.setContent(await citizen.content())
    await clean(shown)
    assert.ok((await overflow(shown)) <= 0)
  }
  const askStatus = async () => {
    await citizen.goto(new URL('/requests/status', citizen.url()).href)
    await citizen.locator('#requestNumber').fill(receipt.number)
    await citizen.locator('#secret').fill(receipt.secret)
    await citizen.getByRole('button', { name: '查询' }).click()
    await citizen.getByRole('heading', { name: '办理情况' }).waitFor()
  }
  /** Records a step in the dialog, with what it asks for besides. */
  const step = async (page: Page, name: string, fill: () => Promise<void>) => {
    await page.getByRole('button', { name: '登记办理步骤' }).click()
    await page.getByLabel('步骤', { exact: true }).selectOption(name)
    await fill()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText(`已登记“${name}”`).waitFor()
  }

  it('边填写边提示可能相关的机关，手机上也看得全，读屏软件能读', async () => {
    cast = await castOf(at, 'officer', 'head')
    const typing = await at.visit.open({ width: 390, height: 844 }, '/requests?q=云岭县人民政府')
    await typing.getByRole('link', { name: '云岭县人民政府', exact: true }).click()
    await typing.locator('#wanted').fill('2025年部门预算批复')
    await typing.locator('#suggested').getByRole('link', { name: '云岭县财政局' }).waitFor()
    // What was typed outlives a submission that was refused, until whoever typed clears it.
    await typing.getByRole('button', { name: '提交申请' }).click()
    await typing.locator('#fault').waitFor()
    await typing.goto(typing.url())
    await typing.getByText('已填入上次没有提交的内容描述').waitFor()
    await typing.getByRole('button', { name: '清除暂存的内容' }).click()
    assert.equal(await typing.evaluate(() => localStorage.length), 0)
    assert.equal(await overflow(typing), 0)
    await clean(typing)
    await shoot(typing, 'form-phone')
    shown = typing
  })

  it('公众不用脚本提出申请，取得编号和查询密码', async () => {
    citizen = await at.visit.open({ width: 390, height: 844 }, '/requests?q=云岭县财政局', {
      runsScripts: false,
    })
    await citizen.getByRole('link', { name: '云岭县财政局' }).click()
    await citizen.locator('#wanted').fill('县城道路养护项目的资金安排')
    await citizen.locator('#p1-name').fill('周小禾')
    await citizen.locator('#p1-idNumber').fill(IDENTITY)
    await citizen.locator('#p1-phone').fill('0000-1234567')
    await citizen.locator('#identity').setInputFiles(SCAN)
    await citizen.getByRole('button', { name: '提交申请' }).click()
    const told = (name: string) => citizen.locator(`.receipt ${name}`).first().innerText()
    receipt = { number: await told('strong'), secret: await told('.secret') }
    assert.match(receipt.number, /^\d{4}-\d{3}-0001$/)
    await citizen.emulateMedia({ media: 'print' })
    await shoot(citizen, 'receipt-print')
    await citizen.emulateMedia({ media: null })
    await cleanCitizen()
  })

  it('经办人从首页的待办打开，确认收到；申请人信息点开才看到', async () => {
    const { officer } = cast
    await at.go(officer, '/console')
    await officer.getByRole('heading', { name: '申请待确认收到（1）' }).waitFor()
    await officer.getByRole('link', { name: `申请${receipt.number}（周＊＊）` }).click()
    await officer.getByText('收到之日还没有确定：缺本机关的确认').waitFor()
    request = new URL(officer.url()).pathname
    await clean(officer)
    assert.equal(await officer.getByText('周小禾').count(), 0)
    await officer.getByRole('button', { name: '查看申请人信息' }).click()
    await officer.getByText(IDENTITY).waitFor()
    await officer.getByRole('button', { name: '确认收到' }).click()
    await officer.getByLabel('确认的方式和确认人').fill('网上查询页面告知')
    await clean(officer)
    await officer.getByRole('dialog').getByRole('button', { name: '确认收到' }).click()
    await officer.getByText(`收到之日为${dayText(TODAY)}`).waitFor()
    await officer.getByRole('link', { name: '更正登记' }).click()
    await officer.getByLabel('有进展时的告知方式').selectOption('书面告知（邮寄或者传真）')
    await officer.getByLabel('更正的原因').fill('来电改选')
    await officer.getByRole('button', { name: '查看更正后的变动' }).click()
    await officer.getByRole('dialog').getByText('更正“告知方式”').waitFor()
    await officer.getByRole('button', { name: '确认更正' }).click()
    await officer.getByText('告知方式（申请人所选）：书面告知').waitFor()
  })

  it('告知补正，申请人在查询页面补正，期限重新起算', async () => {
    const { officer } = cast
    await step(officer, '告知补正', () => officer.getByLabel('补正的期限').fill(addDays(TODAY, 14)))
    await officer.getByRole('heading', { name: `申请${receipt.number}：等待补正` }).waitFor()
    await officer.getByRole('heading', { name: '告知申请人' }).waitFor()
    await shoot(officer, 'news')
    await askStatus()
    await citizen.getByText('无正当理由逾期不补正的，视为放弃申请').waitFor()
    await cleanCitizen()
    await shoot(citizen, 'status-phone')
    await citizen.locator('#text').fill('指2025年度的资金安排。')
    await citizen.getByRole('button', { name: '提交补正' }).click()
    await citizen.getByText('补正已经提交').waitFor()
  })

  it('申请人凭证件号码查阅本人的个人信息，看到谁看过', async () => {
    await askStatus()
    await citizen.getByText('查阅、复制本人的个人信息').click()
    await citizen.locator('#idNumber').fill(IDENTITY)
    await shoot(citizen, 'own-data-asked')
    await citizen.getByRole('button', { name: '查看、打印' }).click()
    await citizen.getByRole('heading', { name: '谁看过' }).waitFor()
    await citizen.getByRole('cell', { name: '查看申请人信息' }).waitFor()
    await cleanCitizen()
    await shoot(citizen, 'own-data')
    await citizen.emulateMedia({ media: 'print' })
    await shoot(citizen, 'own-data-print')
    await citizen.emulateMedia({ media: null })
  })

  it('他人先办理的，并列说明后由人决定；经办人不能延长，负责人可以', async () => {
    const { officer, head } = cast
    await officer.getByRole('button', { name: '登记办理步骤' }).click()
    await officer.getByLabel('步骤', { exact: true }).selectOption('收到补正')
    await officer.getByRole('button', { name: '登记', exact: true }).click()
    await officer.getByRole('heading', { name: '他人已先更改' }).waitFor()
    await clean(officer)
    await officer.getByRole('button', { name: '采用现在的内容' }).click()
    await officer.getByRole('heading', { name: `申请${receipt.number}：办理中` }).waitFor()
    await officer.getByRole('button', { name: '登记办理步骤' }).click()
    await officer.getByText('延长答复期限须经政府信息公开工作机构负责人同意').waitFor()
    await at.go(head, request)
    await step(head, '延长答复期限', () => head.getByLabel('延长的工作日数').fill('10'))
  })

  it('逐日台账到第三十个工作日；登记错的步骤划去，留下原因', async () => {
    const { head } = cast
    const ledger = head.getByRole('table').filter({ hasText: '截至' })
    await ledger.getByText('收到补正当日，答复期限重新起算').waitFor()
    assert.match(await ledger.getByRole('row').last().innerText(), /\t30\t.*延长期第10个/)
    await clean(head)
    await head.getByRole('button', { name: /更正登记.*延长答复期限/ }).click()
    await head.getByLabel('更正的原因').fill('尚未告知申请人')
    await head.getByRole('dialog').getByRole('button', { name: '更正登记' }).click()
    await head.getByText('登记有误，已更正：尚未告知申请人').waitFor()
    assert.match(await ledger.getByRole('row').last().innerText(), /\t20\t/)
    await head.getByRole('button', { name: '补发查询密码' }).click()
    await head.getByLabel('核验的身份证明').fill('当面核验居民身份证')
    await head.getByRole('button', { name: '补发', exact: true }).click()
    const secret = await head.getByLabel('新的查询密码').inputValue()
    assert.notEqual(secret, receipt.secret)
    receipt = { ...receipt, secret }
    await head.getByRole('button', { name: '关闭' }).click()
    await head.getByLabel('截至某日').fill(addDays(TODAY, -1))
    await head.getByText('该日还没有收到申请，没有台账。').waitFor()
  })

  it('当面提交的在窗口登记：不对的号码指在那一栏，登记后给回执、附扫描件', async () => {
    const { officer } = cast
    await at.go(officer, '/console/requests')
    await officer.getByRole('link', { name: '登记申请' }).click()
    await officer.getByLabel('提出渠道').selectOption('挂号信、特快专递')
    await officer.getByLabel('收到凭据').fill('邮件编号1000000000001')
    await officer.getByLabel('姓名').fill('陈一苇')
    await officer.getByLabel('证件号码').fill('530000199001010012')
    await officer.getByLabel('通信地址').fill('云岭县石桥街道一号')
    await officer.getByLabel('内容描述').fill('石桥街道道路养护合同')
    await officer.getByLabel('获取信息的方式').selectOption('纸质')
    await officer.getByLabel('获取信息的途径').selectOption('邮寄')
    await officer.getByRole('button', { name: '增加代理人' }).click()
    await officer.getByLabel('姓名').nth(1).fill('吴某')
    await officer.getByLabel('证件号码').nth(1).fill(IDENTITY)
    await clean(officer)
    await officer.getByRole('button', { name: '登记', exact: true }).click()
    await officer.locator('[aria-invalid="true"]').waitFor()
    assert.equal(await officer.locator('[aria-invalid="true"]').inputValue(), '530000199001010012')
    await officer.getByLabel('证件号码').first().fill(IDENTITY)
    // The answer is lost on the way: the same form sent again is the same request.
    await officer.route('**/api/v1/requests', (route) => route.fetch().then(() => route.abort()), {
      times: 1,
    })
    await officer.getByRole('button', { name: '登记', exact: true }).click()
    await officer.getByText('没有连上服务').waitFor()
    await officer.getByRole('button', { name: '登记', exact: true }).click()
    await officer.getByRole('heading', { name: '政府信息公开申请接收回执' }).waitFor()
    assert.match(await officer.locator('.secret').innerText(), /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}$/)
    await officer.getByText('附上申请人签名或者盖章的授权委托书').waitFor()
    await shoot(officer, 'counter-receipt')
    await officer.locator('input[type="file"]').setInputFiles(SCAN)
    await officer.getByText('已附上1个文件。').waitFor()
    await clean(officer)
  })

  it('书面告知的打印告知单，寄出后登记已告知；代理人的授权委托书已附的不再提示', async () => {
    const { officer } = cast
    await officer.getByRole('link', { name: '打开这件申请' }).click()
    await officer.getByText('待打印告知单寄送').waitFor()
    await officer.getByText('授权委托书，').waitFor()
    assert.equal(await officer.getByText('还没有授权委托书').count(), 0)
    await officer.evaluate(() => document.body.setAttribute('data-print', 'slip'))
    await officer.emulateMedia({ media: 'print' })
    const slip = await officer.locator('main').innerText()
    assert.match(slip, /^政府信息公开申请办理进展告知单\s+申请编号：\d{4}-\d{3}-\d{4}\s/)
    assert.doesNotMatch(slip, /陈一苇|养护合同/)
    await shoot(officer, 'slip-print')
    await officer.emulateMedia({ media: null })
    await officer.evaluate(() => document.body.removeAttribute('data-print'))
    await officer.getByRole('button', { name: '登记已告知' }).click()
    await clean(officer)
    await shoot(officer, 'told-dialog')
    await officer.getByRole('dialog').getByRole('button', { name: '登记已告知' }).click()
    await officer.getByText('已登记告知申请人：收到申请之日已经确定。').waitFor()
    await officer.getByRole('button', { name: '打印告知单' }).waitFor({ state: 'detached' })
  })

  it('台账和统计：两件新收，数字打开的就是那两件；窄屏不溢出', async () => {
    const { officer } = cast
    await at.go(officer, '/console/requests')
    await officer.getByText('本页2件').waitFor()
    await officer.getByLabel('内容、文号、申请编号或者申请人').fill('周小禾')
    await officer.getByRole('button', { name: '查找' }).click()
    await officer.getByText('本页1件').waitFor()
    assert.equal(new URL(officer.url()).search, '')
    await clean(officer)
    await officer.getByRole('button', { name: '取消查找' }).click()
    await officer.getByText('本页2件').waitFor()
    await officer.getByRole('link', { name: '统计' }).click()
    await officer.getByText('未办结2件').waitFor()
    await clean(officer)
    await officer.getByRole('link', { name: /一·总计：\s*2$/ }).click()
    await officer.getByText('本页2件').waitFor()
    await officer.setViewportSize({ width: 390, height: 844 })
    const pages = [
      '/console/requests',
      '/console/requests/counts',
      '/console/requests/new',
      request,
    ]
    for (const page of pages) {
      await at.go(officer, page)
      assert.ok((await overflow(officer)) <= 0, page)
    }
  })

  it('申请人在查询页面收到答复书，下载，确认收到', async () => {
    const { officer, head } = cast
    const id = request.split('/').at(-1) ?? ''
    const { request: file } = await ask<{ request: { authorityId: string } }>(
      ...([officer, 'GET', `/requests/${id}`] as const),
    )
    const details = { reviewBody: '云岭县人民政府', court: '云岭县人民法院' }
    const series = [{ code: '云财公复', purpose: '政府信息公开答复' }]
    await ask(at.admin, 'PATCH', `/authorities/${file.authorityId}`, { details, series }, 1)
    const letters = `/requests/${id}/letters`
    type Made = { readonly id: string; readonly version: number }
    const made = await ask<Made>(officer, 'POST', letters, DRAFT)
    const move = async (page: Page, how: string, { version }: Made, body?: object) =>
      ask<Made>(page, 'POST', `${letters}/${made.id}/${how}`, body, version)
    const submitted = await move(officer, 'submit', made)
    const approved = await move(head, 'approve', submitted, { opinion: null })
    await move(officer, 'send', approved, { way: 'portal', on: TODAY })
    await askStatus()
    await citizen.getByText('《政府信息公开答复书》').waitFor()
    await cleanCitizen()
    await shoot(citizen, 'letters-phone')
    const download = citizen.waitForEvent('download')
    await citizen.getByRole('button', { name: '下载' }).click()
    assert.match((await download).suggestedFilename(), /答复书.*\.pdf$/)
    await citizen.getByRole('button', { name: '确认收到' }).click()
    await citizen.getByText('已经登记您收到这份文书的日期').waitFor()
    assert.equal(await citizen.getByRole('button', { name: '确认收到' }).count(), 0)
    await citizen.getByText('建议主动公开这些信息').click()
    await citizen.locator('#says').fill('用路的人都应当知道')
    await cleanCitizen()
    await citizen.getByRole('button', { name: '提交建议' }).click()
    await citizen.getByText('已收到，正在审核').waitFor()
    await cleanCitizen()
    assert.deepEqual(at.visit.errors, [])
  })
})

/** As it is drafted by whoever decides to disclose all of it. */
const DRAFT = {
  drafted: 'decision',
  details: {
    wanted: '县城道路养护项目的资金安排',
    parts: [{ what: '资金安排表', ground: 'disclosed', where: '在办理情况查询页面查看' }],
  },
}
