import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addDays, dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { type Cast, castOf, register } from './collect-cast.js'
import { describeStaff, overflow } from './visit-staff.js'

const TODAY = dayInChina(Date.now())

describeStaff('依申请公开：登记决定、检查、审批、送出', (at) => {
  let cast: Cast<'officer' | 'head'>
  let request: string
  let letter: string
  const clean = async (page: Page) => assert.deepEqual(await axe(page), [])
  const field = (page: Page, label: string, index = 0) =>
    page.getByLabel(label, { exact: true }).nth(index)

  it('登记每一部分的决定，文书由其选定；缺少的内容逐项指出', async () => {
    cast = await castOf(at, 'officer', 'head')
    const { officer } = cast
    const id = await register(cast, '县城道路养护资金的安排')
    request = `/console/requests/${id}`
    await at.go(officer, request)
    await officer.getByText('还没有文书').waitFor()
    await officer.getByRole('link', { name: '登记决定、拟制文书' }).click()
    await field(officer, '内容').fill('2025年资金安排表')
    await field(officer, '决定').selectOption('予以公开')
    await officer.getByText('《政府信息公开答复书》').waitFor()
    await field(officer, '获取的方式、途径和时间，或者办理的途径').fill('复制件另行邮寄')
    await officer.getByRole('button', { name: '增加一部分' }).click()
    await field(officer, '内容', 1).fill('内部流转单')
    await field(officer, '决定', 1).selectOption('内部事务信息')
    await officer.getByText('《政府信息部分公开答复书》').waitFor()
    await clean(officer)
    await field(officer, '理由').fill('待补充')
    await officer.getByRole('button', { name: '保存拟稿' }).click()
    await officer.getByText('文中留有待填的“待补充”').waitFor()
    letter = new URL(officer.url()).pathname
    await clean(officer)
    await officer.getByRole('button', { name: '送审' }).click()
    await officer.getByText('需要改正或者说明').waitFor()
  })

  it('改写自己的段落后没有发现，送审；负责人审定', async () => {
    const { officer, head } = cast
    await officer.getByRole('button', { name: '改写这一段' }).last().click()
    await field(officer, '这一段的文字').fill('理由：该流转单只记录内部工作流程。')
    await clean(officer)
    await officer.getByRole('button', { name: '改写', exact: true }).click()
    await officer.getByText('没有发现问题').waitFor()
    await officer.getByRole('link', { name: '修改登记的事项' }).click()
    assert.equal(await field(officer, '内容', 1).inputValue(), '内部流转单')
    await officer.getByRole('link', { name: '取消' }).click()
    await officer.getByRole('button', { name: '送审' }).click()
    await officer.getByText('等待工作机构负责人审定').waitFor()
    assert.equal(await officer.getByRole('button', { name: '同意' }).count(), 0)
    await at.go(head, letter)
    await head.getByRole('button', { name: '同意' }).click()
    await head.getByRole('dialog').getByRole('textbox').fill('同意')
    await head.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await head.getByText('等待分管领导签发').waitFor()
    await clean(head)
  })

  it('通知无须领导签发：负责人同意即编号，送出后期限随之停算；窄屏不溢出', async () => {
    const { officer, head } = cast
    await at.go(officer, `${request}/letters/new`)
    await field(officer, '文书').selectOption('政府信息公开申请补正告知书')
    await field(officer, '补正的事项，每行一项').fill('文件名称\n年度')
    await field(officer, '补正的方式').fill('当面提交')
    await field(officer, '补正的期限').fill(addDays(TODAY, 14))
    await officer.setViewportSize({ width: 390, height: 844 })
    assert.ok((await overflow(officer)) <= 0, 'draft')
    await officer.setViewportSize({ width: 1280, height: 900 })
    await officer.getByRole('button', { name: '保存拟稿' }).click()
    await officer.getByRole('button', { name: '送审' }).click()
    await officer.getByText('等待工作机构负责人审定').waitFor()
    const notice = new URL(officer.url()).pathname
    await at.go(head, notice)
    await head.getByRole('button', { name: '同意' }).click()
    await head.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await head
      .getByText(/云财公复〔\d{4}〕1号/)
      .first()
      .waitFor()
    await head.getByRole('button', { name: '登记送出' }).click()
    await field(head, '方式').selectOption('直接送达')
    await field(head, '签收人').fill('申请人本人')
    await clean(head)
    await head.getByRole('dialog').getByRole('button', { name: '登记' }).click()
    await head.getByRole('heading', { name: /补正告知书：已送达/ }).waitFor()
    await head.setViewportSize({ width: 390, height: 844 })
    assert.ok((await overflow(head)) <= 0, 'letter')
    await head.setViewportSize({ width: 1280, height: 900 })
    await at.go(head, request)
    await head.getByRole('heading', { name: /等待补正/ }).waitFor()
    await clean(head)
    assert.deepEqual(at.visit.errors, [])
  })
})
