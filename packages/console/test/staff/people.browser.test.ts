import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { importTemplate, writeSheetRows } from '@gongkai/app'
import { axe } from '../browse.js'
import { choose, describeStaff, fillPassword, PASSWORD, setUp } from './visit-staff.js'

describeStaff('导入机关，分配、代理和移交职责', (at) => {
  let filled: Buffer
  let home: string

  it('下载模板，示例行不导入，填好的行先预览再导入', async () => {
    await setUp(at)
    const { admin } = at
    await at.go(admin, '/console/authorities/import')
    const download = admin.waitForEvent('download')
    await admin.getByRole('link', { name: '下载模板' }).click()
    assert.equal((await download).suggestedFilename(), '机关名单导入模板.xlsx')
    const template = readFileSync(await (await download).path())
    await admin.getByLabel('选择 Excel 文件').setInputFiles(fileOf(template))
    await admin.getByText('没有要导入的内容').waitFor()
    const rows = importTemplate('云岭县人民政府')
    const kept = rows.slice(1).map((cells) => cells.map((cell) => cell.replace('示例：', '')))
    filled = Buffer.from(await writeSheetRows('机关', [...rows, ...kept]))
    await admin.getByLabel('选择 Excel 文件').setInputFiles(fileOf(filled))
    await admin.getByText('第2、3行是示例，不导入').waitFor()
    await admin.getByRole('heading', { name: '增加2个，更正0个，不变0个，有误0行' }).waitFor()
    assert.deepEqual(await axe(admin), [])
    await admin.getByRole('button', { name: '确认导入' }).click()
    await admin.getByText('导入完成，增加2个').waitFor()
  })

  it('划转后，树上换了位置', async () => {
    const { admin } = at
    await admin.getByRole('treeitem', { name: '云岭县档案管理局' }).focus()
    await admin.keyboard.press('ArrowRight')
    await admin.getByRole('treeitem', { name: '石桥管理所' }).click()
    await admin.getByRole('link', { name: '划转' }).click()
    await choose(admin, '新的上级机关', '云岭县人民政府')
    await admin.getByLabel('依据').fill('云编发〔2026〕5号')
    await admin.getByRole('button', { name: '登记划转' }).click()
    await admin.getByText('由“云岭县档案管理局”划转至“云岭县人民政府”').waitFor()
  })

  it('再次导入同一名单，与登记不符的行说明原因，不能导入', async () => {
    const { admin } = at
    await at.go(admin, '/console/authorities/import')
    await admin.getByLabel('选择 Excel 文件').setInputFiles(fileOf(filled))
    const row = admin.getByRole('row', { name: '石桥管理所' })
    await row.getByText('登记的上级机关是“云岭县人民政府”，与本行不一致').waitFor()
    assert.equal(await admin.getByRole('button', { name: '确认导入' }).isDisabled(), true)
    assert.deepEqual(await axe(admin), [])
  })

  it('邀请的人员接受之前可以重新邀请', async () => {
    const { admin } = at
    await at.go(admin, '/console/people/invite')
    await admin.getByLabel('姓名').fill('林乔')
    await admin.getByLabel('登录名').fill('linqiao')
    await choose(admin, '机关', '云岭县档案管理局')
    await admin.getByLabel('职责', { exact: true }).selectOption('政府信息公开联络员')
    await admin.getByRole('button', { name: '邀请', exact: true }).click()
    await admin.getByRole('link', { name: '查看该人员' }).click()
    home = new URL(admin.url()).pathname
    await admin.getByRole('link', { name: '重新邀请' }).click()
    await admin.getByRole('button', { name: '生成新的邀请链接' }).click()
    const link = await admin.getByLabel('邀请链接').inputValue()
    const theirs = await at.visit.open({ width: 390, height: 844 }, new URL(link).pathname)
    await fillPassword(theirs, PASSWORD)
    await theirs.getByRole('button', { name: '设置密码' }).click()
    await theirs.getByText('密码已经设置').waitFor()
    await theirs.close()
  })

  it('指定代理人，再提前终止', async () => {
    const { admin } = at
    await at.go(admin, home)
    await admin.getByRole('link', { name: '指定代理人' }).click()
    await choose(admin, '代理人', '周敏')
    await admin.getByLabel('终止日期').fill('2099-01-01')
    await admin.getByLabel('理由').fill('公出')
    await admin.getByRole('button', { name: '指定代理人' }).click()
    await admin.getByText('周敏代理林乔的云岭县档案管理局政府信息公开联络员职责').waitFor()
    assert.deepEqual(await axe(admin), [])
    await admin.getByRole('link', { name: '提前终止' }).click()
    await admin.getByLabel('理由').fill('提前返回')
    await admin.getByRole('button', { name: '终止代理' }).click()
    await admin.getByText('没有代理安排。').waitFor()
  })

  it('分配的职责可以收回', async () => {
    const { admin } = at
    await admin.getByRole('link', { name: '分配职责' }).click()
    await choose(admin, '机关', '石桥管理所')
    await admin.getByLabel('职责', { exact: true }).selectOption('审核人')
    await admin.getByLabel('理由').fill('增补')
    await admin.getByRole('button', { name: '分配职责' }).click()
    const duty = admin.locator('.cards > li', { hasText: '石桥管理所：审核人' })
    await duty.getByRole('link', { name: '收回' }).click()
    await admin.getByLabel('理由').fill('误分')
    await admin.getByRole('button', { name: '收回职责' }).click()
    await duty.getByText('没有开始即已收回').waitFor()
    assert.equal(await duty.getByRole('link').count(), 0)
  })

  it('移交工作之前说明移交什么，之后说明移交了什么', async () => {
    const { admin } = at
    await admin.getByRole('link', { name: '移交工作' }).click()
    await choose(admin, '接收人', '周敏')
    await admin.getByLabel('理由').fill('岗位调整')
    await admin.getByRole('button', { name: '移交工作' }).click()
    await admin.getByText('林乔在“云岭县档案管理局”的政府信息公开联络员职责今日终止').waitFor()
    await admin.getByRole('button', { name: '确认移交工作' }).click()
    // Both are signed out, whoever did it too.
    await admin.getByRole('heading', { name: '登录已过期' }).waitFor()
    await admin.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await admin.getByRole('button', { name: '登录', exact: true }).click()
    await admin.getByRole('heading', { name: '登录已过期' }).waitFor({ state: 'hidden' })
    await admin.getByText('已移交政府信息公开联络员，没有待办理的年度报告。').waitFor()
  })

  it('离任的人员：信息有误的更正，个人信息依规清除，记录上注明', async () => {
    const { admin } = at
    await at.go(admin, home)
    await admin.getByRole('link', { name: '更正人员信息' }).click()
    await admin.getByLabel('联系电话').fill('0870-2000001')
    await admin.getByLabel('理由').fill('本人提出')
    assert.deepEqual(await axe(admin), [])
    await admin.getByRole('button', { name: '更正', exact: true }).click()
    await admin.getByText('人员信息已更正。').waitFor()
    await admin.getByRole('link', { name: '依规清除个人信息' }).click()
    await admin.getByLabel('依据').selectOption({ index: 1 })
    await admin.getByLabel('理由').fill('已调离')
    await admin.getByRole('button', { name: '依规清除', exact: true }).click()
    await admin.getByText('将清除林乔的个人信息，不能恢复。').waitFor()
    assert.deepEqual(await axe(admin), [])
    await admin.getByRole('button', { name: '确认依规清除' }).click()
    await admin.getByText('2条记录旁附的个人信息一并清除').waitFor()
    await admin.getByRole('heading', { name: '（已依规清除）' }).waitFor()
    await admin.getByRole('link', { name: '有关该人员的记录' }).click()
    await admin.getByText('旁附的个人信息已依规清除').first().waitFor()
    assert.deepEqual(await axe(admin), [])
  })

  it('人员列表按机关和姓名查询，条件在网址中', async () => {
    const { admin } = at
    await at.go(admin, '/console/people')
    await admin.getByLabel('姓名、拼音或者登录名').fill('周')
    await admin.getByRole('button', { name: '查询' }).click()
    await admin.waitForURL(/q=/)
    await admin.reload()
    await admin.getByText('云岭县档案管理局：政府信息公开联络员').waitFor()
    assert.equal(await admin.getByLabel('姓名、拼音或者登录名').inputValue(), '周')
  })

  it('地区名称在最上级机关的页面更改', async () => {
    const { admin } = at
    await at.go(admin, '/console/authorities')
    await admin.getByRole('treeitem', { name: '云岭县人民政府' }).click()
    await admin.getByRole('link', { name: '地区名称、代码' }).click()
    await admin.getByRole('textbox', { name: '地区名称' }).fill('云岭市')
    await admin.getByLabel('理由').fill('撤县设市')
    assert.deepEqual(await axe(admin), [])
    await admin.getByRole('button', { name: '保存地区信息' }).click()
    await admin.getByText('地区名称、代码已更改，现在是“云岭市”。').waitFor()
  })

  it('浏览器没有报错', () => assert.deepEqual(at.visit.errors, []))
})

/** A list, as a person would save it. */
function fileOf(buffer: Buffer) {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: '名单.xlsx', mimeType, buffer }
}
