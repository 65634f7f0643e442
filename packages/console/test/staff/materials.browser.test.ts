import assert from 'node:assert/strict'
import { it } from 'node:test'
import { dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { typstPdf } from '../../../documents/test/source-pdf/samples.js'
import { axe } from '../browse.js'
import { ask, type Cast, castOf, register } from './collect-cast.js'
import { describeStaff, overflow } from './visit-staff.js'

const TODAY = dayInChina(Date.now())

describeStaff('依申请公开：遮盖材料、作为附件、归档', (at) => {
  let cast: Cast<'officer' | 'head' | 'leader'>
  let request: string
  let letters: string
  const clean = async (page: Page) => assert.deepEqual(await axe(page), [])
  it('放入 PDF，一次遮盖提示的号码，用键盘画方框；生成、逐项核对', async () => {
    cast = await castOf(at, 'officer', 'head', 'leader')
    const { officer } = cast
    const id = await register(cast, '道路养护合同', {
      wanted: { wanted: '道路养护合同', form: 'electronic', way: 'portal' },
    })
    const path = `/requests/${id}`
    for (const name of ['consult', 'receiveOpinion']) {
      const step = { name, on: TODAY, consultation: '承包方', whom: 'thirdParty' }
      const now = await ask<{ request: { version: number } }>(officer, 'GET', path)
      await ask(officer, 'POST', `${path}/steps`, { step, note: null }, now.request.version)
    }
    request = `/console${path}`
    letters = `${path}/letters`
    await at.go(officer, request)
    await officer.getByText('还没有拟公开材料').waitFor()
    const body = '道路养护合同\n\n承包方联系人手机 13800138000\n\n合同价款一万元，账号另附。'
    await officer.getByLabel('放入拟公开材料').setInputFiles({
      ...{ name: '养护合同.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from(typstPdf(body)),
    })
    await officer.getByRole('link', { name: '养护合同.pdf' }).click()
    await officer.getByText('有1处没有遮盖').waitFor()
    await clean(officer)
    await officer.getByRole('button', { name: /^遮盖 ?第1页/ }).click()
    await officer.getByText('找到的各处都已遮盖').waitFor()
    await officer.getByRole('button', { name: '在本页增加一个方框' }).click()
    const box = officer.getByRole('button', { name: /^第2处，第1页/ })
    assert.match((await box.getAttribute('aria-label')) ?? '', /左35%，上45%，宽30%，高4%/)
    await box.focus()
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft', 'Shift+ArrowRight'])
      await officer.keyboard.press(key)
    assert.match((await box.getAttribute('aria-label')) ?? '', /左34.5%，上44%，宽30.5%，高4%/)
    await officer.getByLabel('上（%），第2处').fill('10')
    const board = await officer.locator('.page-board').boundingBox()
    assert.ok(board)
    await officer.mouse.move(board.x + 40, board.y + board.height * 0.6)
    await officer.mouse.down()
    await officer.mouse.move(board.x + 240, board.y + board.height * 0.65, { steps: 4 })
    await officer.mouse.up()
    await officer.getByRole('button', { name: /^第3处，第1页/ }).focus()
    await officer.keyboard.press('Delete')
    assert.equal(await officer.getByRole('button', { name: /^第3处，第1页/ }).count(), 0)
    await clean(officer)
    await officer.setViewportSize({ width: 390, height: 844 })
    assert.ok((await overflow(officer)) <= 0, 'editor')
    await officer.setViewportSize({ width: 1280, height: 900 })
    await officer.getByRole('button', { name: '生成遮盖件' }).click()
    await officer
      .getByRole('heading', { name: '养护合同.pdf：遮盖件待核对' })
      .waitFor({ timeout: 60_000 })
    await officer.getByRole('button', { name: '逐页查看遮盖件' }).click()
    await officer.getByRole('img', { name: '遮盖件第1页' }).waitFor()
    for (const one of await officer.getByRole('checkbox').all()) await one.check()
    await clean(officer)
    await officer.getByRole('button', { name: '确认已经核对' }).click()
    await officer.getByRole('heading', { name: '养护合同.pdf：遮盖件已核对' }).waitFor()
  })

  it('随部分公开的决定签发、送出，归档；每一份都能下载', async () => {
    const { officer, head, leader } = cast
    await at.go(officer, `${request}/letters/new`)
    await officer.getByLabel('内容', { exact: true }).fill('养护合同')
    await officer.getByLabel('决定', { exact: true }).selectOption('予以公开')
    await officer
      .getByLabel('获取的方式、途径和时间，或者办理的途径', { exact: true })
      .fill('在办理情况查询页面下载')
    await officer.getByRole('button', { name: '增加一部分' }).click()
    await officer.getByLabel('内容', { exact: true }).nth(1).fill('承包方联系人的手机号码')
    await officer
      .getByLabel('决定', { exact: true })
      .nth(1)
      .selectOption('公开会对第三方合法权益造成损害')
    await officer.getByLabel('理由', { exact: true }).fill('该号码为个人信息，本人不同意公开')
    await officer.getByRole('checkbox', { name: /^养护合同.pdf/ }).check()
    await clean(officer)
    await officer.getByRole('button', { name: '保存拟稿' }).click()
    await officer.getByRole('heading', { name: '随文书提供的材料' }).waitFor()
    await officer.getByRole('button', { name: '养护合同不予公开内容目录.pdf' }).waitFor()
    await clean(officer)
    const id = new URL(officer.url()).pathname.split('/').at(-1) ?? ''
    // What happens between is seen in the journey of the letters.
    const act = async (page: Page, what: string, body: object = {}) => {
      const { letter } = await ask<{ letter: { version: number } }>(page, 'GET', `${letters}/${id}`)
      return ask(page, 'POST', `${letters}/${id}/${what}`, body, letter.version)
    }
    await act(officer, 'submit')
    await act(head, 'approve', { opinion: null })
    await act(leader, 'approve', { opinion: null })
    await act(officer, 'send', { way: 'portal', on: TODAY })
    await at.go(officer, request)
    await officer.getByRole('heading', { name: '归档' }).waitFor()
    await clean(officer)
    await officer.getByRole('button', { name: '归档' }).click()
    await officer.getByText(/已于.*归档。/).waitFor({ timeout: 90_000 })
    await clean(officer)
    const download = officer.waitForEvent('download')
    await officer.getByRole('button', { name: /^下载案卷（PDF/ }).click()
    assert.match((await download).suggestedFilename(), /^案卷.*-1\.pdf$/)
    await at.go(officer, '/console/requests?queue=toFile')
    await officer.getByText('没有等待归档的申请').waitFor()
    assert.deepEqual(at.visit.errors, [])
  })
})
