import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { type Cast, castOf, PERSON, register } from './collect-cast.js'
import { describeStaff, overflow } from './visit-staff.js'

const { SHOTS } = process.env

describeStaff('依申请公开：承办、交办、检索记录、此前的申请', (at) => {
  let cast: Cast<'supervisor' | 'officer' | 'head'>
  let request: string
  const look = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    assert.deepEqual(await axe(page), [])
  }

  it('交办给负责人，催办；对方在待办中看到，答复；页面上有经过', async () => {
    cast = await castOf(at, 'supervisor', 'officer', 'head')
    const { officer, head } = cast
    const id = await register(cast, '县城道路养护资金的安排')
    request = `/console/requests/${id}`
    await at.go(officer, request)
    await officer.getByText('没有交办的事项').waitFor()
    await officer.getByRole('button', { name: '交办', exact: true }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('交办的事项').fill('请提供资金安排表')
    await dialog.getByRole('button', { name: '交办', exact: true }).click()
    await dialog.getByText('请选择承办的人员').waitFor()
    await dialog.getByLabel('何牧').check()
    await look(officer, 'give')
    await dialog.getByRole('button', { name: '交办', exact: true }).click()
    await officer.getByText('已交办给1人').waitFor()
    await officer.getByRole('button', { name: '催办' }).click()
    await officer.getByText('已催办1次').waitFor()
    await at.go(head, '/console')
    await head.getByRole('heading', { name: '交办事项待答复（1）' }).waitFor()
    await head.getByRole('link', { name: /的交办事项$/ }).click()
    await head.getByRole('button', { name: '答复', exact: true }).click()
    await head.getByRole('dialog').getByLabel('答复', { exact: true }).fill('资金安排表已附上')
    await look(head, 'answer')
    await head.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click()
    await head.getByRole('button', { name: '确认答复' }).click()
    await head.getByText('答复：资金安排表已附上').waitFor()
    await look(head, 'request')
  })

  it('写明科室后，申请按科室查看；上级看到各机关的件数，点开就是那些申请', async () => {
    const { officer, supervisor } = cast
    const { admin } = at
    await at.go(admin, '/console/people')
    await admin.getByRole('link', { name: '林乔' }).click()
    await admin.getByRole('link', { name: '写明科室' }).click()
    await admin.getByLabel('所在科室').fill('法规科')
    await admin.getByRole('button', { name: '保存' }).click()
    await admin.getByText('（法规科）').waitFor()
    await at.go(officer, '/console/requests')
    await officer.getByRole('combobox', { name: '科室' }).selectOption('法规科')
    await officer.getByText('本页1件').waitFor()
    await look(officer, 'section')
    await at.go(supervisor, '/console/requests')
    await supervisor.getByRole('link', { name: '各机关办理情况' }).click()
    const row = supervisor.getByRole('row', { name: /云岭县财政局/ })
    await row.getByRole('link', { name: '1', exact: true }).first().waitFor()
    await look(supervisor, 'board')
    await row.getByRole('link', { name: '1', exact: true }).first().click()
    await supervisor.getByText('本页1件').waitFor()
  })

  it('承办情况：数字打开的就是那些申请；更换承办人；窄屏不溢出', async () => {
    const { officer, head } = cast
    await at.go(officer, '/console/requests')
    await officer.getByRole('link', { name: '承办情况' }).click()
    const row = officer.getByRole('row', { name: /林乔/ })
    await row.getByRole('link', { name: '1' }).first().waitFor()
    await look(officer, 'workload')
    await row.getByRole('link', { name: '1' }).first().click()
    await officer.getByText('本页1件').waitFor()
    await look(officer, 'register')
    await at.go(head, request)
    await head.getByRole('button', { name: '由我承办' }).click()
    await head.getByText('已确定承办人').waitFor()
    await at.go(officer, '/console/requests/tasks')
    await officer.getByRole('button', { name: '已答复' }).click()
    await officer.getByText('答复：资金安排表已附上').waitFor()
    await look(officer, 'tasks')
    await officer.setViewportSize({ width: 390, height: 844 })
    assert.equal(await overflow(officer), 0)
    await officer.setViewportSize({ width: 1280, height: 900 })
  })

  it('登记检索记录，更正；登记申请时核对出疑似重复', async () => {
    const { officer } = cast
    await at.go(officer, request)
    await officer.getByText('还没有检索记录').waitFor()
    await officer.getByRole('button', { name: '登记检索记录' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('检索的科室、岗位').fill('办公室')
    await dialog.getByLabel('检索的系统').fill('公文管理系统')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('请写明所用的检索词').waitFor()
    await dialog.getByLabel('检索词').fill('养护资金')
    await look(officer, 'search')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await officer.getByText('没有查到所申请的信息').waitFor()
    await look(officer, 'searched')
    await at.go(officer, '/console/requests/new')
    await officer.getByLabel('证件号码').fill(PERSON.idNumber)
    await officer.getByLabel('内容描述').fill('县城道路养护资金的安排表')
    await officer.getByRole('button', { name: '核对此前和相近的申请' }).click()
    await officer.getByText('疑似重复的申请').waitFor()
    await look(officer, 'related')
  })

  it('分案，各件有自己的编号和密码；一件与另一件申请并案，解除；撤销分案', async () => {
    const { officer } = cast
    const id = await register(cast, '县城道路养护资金的安排，以及养护合同')
    const whole = `/console/requests/${id}`
    await at.go(officer, whole)
    await officer.getByRole('link', { name: '分案' }).click()
    const texts = officer.getByLabel('内容描述')
    await texts.nth(0).fill('县城道路养护资金的安排')
    await texts.nth(1).fill('县城道路养护合同')
    await officer.getByLabel('分案的原因').fill('两项内容性质不同')
    await look(officer, 'split')
    await officer.getByRole('button', { name: '分案', exact: true }).click()
    await officer.getByRole('heading', { name: '政府信息公开申请分案告知单' }).waitFor()
    await look(officer, 'split-sheet')
    await officer.getByRole('link', { name: '打开原申请' }).click()
    const parts = officer.getByRole('region', { name: '并案、分案' }).getByRole('link')
    await look(officer, 'whole')
    await parts.first().click()
    await officer.getByRole('button', { name: '并案办理' }).click()
    const dialog = officer.getByRole('dialog')
    const likely = dialog.getByRole('list', { name: '内容相近、同一申请人的未办结申请' })
    await likely.getByRole('button').first().click()
    await dialog.getByLabel('并案的原因').fill('内容相同')
    await look(officer, 'together')
    await dialog.getByRole('button', { name: '并案', exact: true }).click()
    await officer.getByText('并案的各件中').waitFor()
    await look(officer, 'follows')
    await officer.getByRole('button', { name: '解除并案' }).click()
    await officer.getByRole('dialog').getByRole('textbox').fill('分别答复')
    await officer.getByRole('dialog').getByRole('button', { name: '解除并案' }).click()
    await officer.getByText('已解除').first().waitFor()
    await at.go(officer, whole)
    await officer.getByRole('button', { name: '撤销分案' }).click()
    await officer.getByRole('dialog').getByRole('textbox').fill('申请人要求一并答复')
    await officer.getByRole('dialog').getByRole('button', { name: '撤销分案' }).click()
    await officer.getByText('已撤销').first().waitFor()
    await look(officer, 'rejoined')
  })
})
