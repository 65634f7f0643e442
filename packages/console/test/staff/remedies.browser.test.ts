import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addDays, dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { dayText } from '../../src/staff/words/authority-words.js'
import { axe } from '../browse.js'
import { ask, type Cast, castOf, register } from './collect-cast.js'
import { describeStaff, overflow } from './visit-staff.js'

const TODAY = dayInChina(Date.now())

describeStaff('复议诉讼：从申请登记，答复，登记结果，统计打开它', (at) => {
  let cast: Cast<'supervisor' | 'officer' | 'head' | 'leader'>
  let request: string
  let remedy: string
  const clean = async (page: Page) => assert.deepEqual(await axe(page), [])
  const press = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

  it('不予公开的决定送出', async () => {
    cast = await castOf(at, 'supervisor', 'officer', 'head', 'leader')
    const { officer, head, leader } = cast
    const id = await register(cast, '县城道路养护资金的内部流转单')
    request = `/requests/${id}`
    const part = {
      what: '内部流转单',
      ground: 'internalAffairs',
      reason: '该流转单只记录内部工作流程。',
    }
    const drafted = { drafted: 'decision', details: { parts: [part] } }
    const draft = await ask<{ id: string }>(officer, 'POST', `${request}/letters`, drafted)
    const letter = `${request}/letters/${draft.id}`
    await ask(officer, 'POST', `${letter}/submit`, {}, 1)
    await ask(head, 'POST', `${letter}/approve`, {}, 2)
    await ask(leader, 'POST', `${letter}/approve`, {}, 3)
    const sending = { way: 'hand', on: TODAY, proof: '申请人本人' }
    await ask(officer, 'POST', `${letter}/send`, sending, 4)
  })

  it('从申请登记行政复议：复议机关、文号、依据取自登记的内容，答复期限随之算出', async () => {
    const { officer } = cast
    await at.go(officer, '/console/remedies')
    await officer.getByText('没有未了结的').waitFor()
    await clean(officer)
    await at.go(officer, `/console${request}`)
    await officer.getByRole('link', { name: '登记行政复议、行政诉讼' }).click()
    assert.equal(await officer.getByLabel('行政复议机关').inputValue(), '云岭县人民政府')
    await officer.getByLabel('所涉文书').selectOption({ index: 1 })
    await officer.getByLabel('案号').fill('云政复〔2026〕9号')
    await officer.getByLabel('程序').selectOption('简易程序')
    await clean(officer)
    await officer.getByRole('button', { name: '登记', exact: true }).click()
    await officer.getByRole('heading', { name: '行政复议：待答复' }).waitFor()
    await officer.getByText('收到次日起5个工作日').waitFor()
    await officer.getByText('云财公复〔2026〕1号').waitFor()
    remedy = new URL(officer.url()).pathname
    await clean(officer)
    await at.go(officer, '/console')
    await officer.getByRole('link', { name: '行政复议（云岭县人民政府）' }).click()
  })

  it('登记答复和结果：责令重新答复的另计期限，结果写明计入表四哪一栏', async () => {
    const { officer } = cast
    await officer.getByRole('button', { name: '登记提出书面答复、提交证据' }).click()
    await press(officer, '登记')
    await officer.getByRole('heading', { name: '行政复议：已答复，待复议结果' }).waitFor()
    await officer.getByRole('button', { name: '登记复议结果' }).click()
    await officer.getByLabel('复议结果', { exact: true }).selectOption('撤销或者部分撤销')
    await officer.getByText('表四计入“结果纠正”').waitFor()
    await officer.getByLabel('是否责令重新作出答复').selectOption('是')
    await officer.getByLabel('重新答复的期限（工作日数）').fill('15')
    await clean(officer)
    await press(officer, '登记')
    await officer.getByRole('heading', { name: '行政复议：待重新答复' }).waitFor()
    await officer.getByRole('button', { name: '登记重新作出的答复' }).click()
    await officer.getByRole('dialog').getByLabel('文号').fill('云财公复〔2026〕2号')
    await press(officer, '登记')
    await officer.getByRole('heading', { name: /撤销或者部分撤销，已重新答复/ }).waitFor()
  })

  it('登记有误的更正，留下原因；投诉由主管部门登记，机关答复', async () => {
    const { officer, supervisor } = cast
    await officer.getByRole('link', { name: '更正登记' }).click()
    await officer.getByLabel('案号').fill('云政复〔2026〕10号')
    await officer.getByLabel('更正的原因').fill('案号写错')
    await clean(officer)
    await officer.getByRole('button', { name: '更正登记' }).click()
    await officer.getByText('云政复〔2026〕10号').first().waitFor()
    await at.go(supervisor, remedy)
    await supervisor.getByRole('heading', { name: /行政复议：/ }).waitFor()
    assert.equal(await supervisor.getByRole('button', { name: /登记|去除/ }).count(), 0)
    await at.go(supervisor, `/console/remedies/new?authority=${cast.bureau}`)
    await supervisor.getByLabel('政府信息公开工作主管部门').fill('云岭县人民政府办公室')
    await supervisor.getByLabel('要求机关答复的期限').fill(addDays(TODAY, 7))
    await clean(supervisor)
    await supervisor.getByRole('button', { name: '登记', exact: true }).click()
    await supervisor.getByRole('heading', { name: '投诉、举报：待答复' }).waitFor()
    const complaint = new URL(supervisor.url()).pathname
    await at.go(officer, complaint)
    await officer.getByRole('button', { name: '登记答复主管部门' }).click()
    await press(officer, '登记')
    await officer.getByRole('heading', { name: '投诉、举报：已答复，待处理结果' }).waitFor()
    assert.equal(await officer.getByRole('button', { name: '登记处理结果' }).count(), 0)
    await at.go(supervisor, '/console')
    await supervisor.getByRole('link', { name: /云岭县财政局：投诉、举报/ }).click()
    await supervisor.getByRole('button', { name: '登记处理结果' }).click()
    await supervisor.getByLabel('处理结果', { exact: true }).selectOption('督促整改')
    await press(supervisor, '登记')
    await supervisor.getByRole('heading', { name: '投诉、举报：督促整改' }).waitFor()
    await at.go(supervisor, '/console/remedies?below=true&queue=all')
    await supervisor.getByText('本页2件').waitFor()
    await clean(supervisor)
  })

  it('信息处理费：由台账填入，缴费与通知书核对，列入台账和年度报告的一句话', async () => {
    const { officer, head, leader } = cast
    const id = await register(cast, '历年养护合同复制件')
    const asked = `/console/requests/${id}`
    await at.go(officer, `${asked}/letters/new`)
    const field = (name: string) => officer.getByLabel(name, { exact: true })
    await field('文书').selectOption('政府信息公开信息处理费收费通知书')
    await officer.getByText('在先的申请1件，这件为第2件').waitFor()
    await officer.getByRole('button', { name: '按件计收，由台账填入' }).click()
    assert.equal(await field('自第几件、页').inputValue(), '2')
    await field('缴费途径').fill('县政务服务中心非税窗口')
    await clean(officer)
    await officer.getByRole('button', { name: '保存拟稿' }).click()
    await officer.getByText('按收费标准，这个数量不收取信息处理费').waitFor()
    await field('计收方式').selectOption('按量（页）')
    await field('自第几件、页').fill('1')
    await field('至第几件、页').fill('40')
    await officer.getByRole('button', { name: '保存拟稿' }).click()
    await officer.getByRole('button', { name: '送审' }).click()
    await officer.getByText('等待工作机构负责人审定').waitFor()
    const letter = new URL(officer.url()).pathname.replace('/console', '')
    await ask(head, 'POST', `${letter}/approve`, {}, 2)
    await ask(leader, 'POST', `${letter}/approve`, {}, 3)
    await ask(officer, 'POST', `${letter}/send`, { way: 'hand', on: TODAY, proof: '本人' }, 4)
    await at.go(officer, asked)
    await officer.getByRole('button', { name: '登记缴费' }).click()
    await officer.getByLabel('缴费金额（元）').fill('90')
    await officer.getByLabel('财政票据号码').fill('票00000001')
    await clean(officer)
    await press(officer, '登记')
    await officer.getByText('缴费金额与收费通知书不符，通知书为100元').waitFor()
    await officer.getByLabel('缴费金额（元）').fill('100')
    await press(officer, '登记')
    await officer.getByText('已缴费').waitFor()
    await at.go(officer, '/console/requests/fees')
    await officer.getByText('发出信息处理费收费通知1件，总金额100元，实际收取100元。').waitFor()
    await clean(officer)
  })

  it('表四：结果纠正一件，数字打开的就是那一件；窄屏不溢出', async () => {
    const { officer } = cast
    await at.go(officer, '/console/requests/counts')
    await clean(officer)
    await officer.getByRole('link', { name: /行政复议·结果纠正：\s*1$/ }).click()
    await officer.getByText('本页1件').waitFor()
    await clean(officer)
    await officer.getByRole('link', { name: '行政复议', exact: true }).click()
    await officer.getByText(`${dayText(TODAY)}撤销或者部分撤销`).waitFor()
    await officer.setViewportSize({ width: 390, height: 844 })
    for (const page of [
      remedy,
      `${remedy}/correct`,
      '/console/remedies?queue=all',
      '/console/requests/counts',
      '/console/requests/fees',
      `/console/remedies/new?request=${request.split('/').at(-1)}`,
    ]) {
      await at.go(officer, page)
      assert.ok((await overflow(officer)) <= 0, page)
    }
    assert.deepEqual(at.visit.errors, [])
  })
})
