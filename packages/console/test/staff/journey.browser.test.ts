import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import {
  addAuthority,
  choose,
  describeStaff,
  fillPassword,
  PASSWORD,
  setUp,
  signIn,
} from './visit-staff.js'

describeStaff('从首次设置到受邀人员登录', (at) => {
  let link: string
  let theirs: Page

  it('设置页用文字说明密码的强弱，两次不一致的不予提交', async () => {
    const { admin } = at
    await admin.getByLabel('密码', { exact: true }).fill('abcde')
    await admin.getByText('太短：已有5个字符，还差7个。').waitFor()
    await admin.getByLabel('再次填写密码').fill('abcdf')
    await admin.getByText('与上面填写的不一致。').waitFor()
    assert.deepEqual(await axe(admin), [])
  })

  it('设置码不对的说明怎么办，填写的内容都在', async () => {
    const { admin } = at
    await admin.getByLabel('设置码').first().fill('AAAA-AAAA-AAAA-AAAA-AAAA')
    await admin.getByLabel('地区名称').fill('云岭县')
    await admin.getByLabel('本级人民政府全称').fill('云岭县人民政府')
    await admin.getByLabel('层级').selectOption('县级')
    await admin.getByLabel('姓名').fill('周敏')
    await admin.getByLabel('登录名').fill('zhoumin')
    await fillPassword(admin, PASSWORD)
    await admin.getByRole('button', { name: '完成设置' }).click()
    await admin.getByRole('alert').getByText('设置码不正确或已经失效').waitFor()
    assert.equal(await admin.getByLabel('地区名称').inputValue(), '云岭县')
  })

  it('设置完毕即为登录，首页列出职责', async () => {
    await setUp(at)
    await at.admin.getByText('系统管理员', { exact: false }).first().waitFor()
    assert.equal(await at.admin.title(), '周敏，您好 — 公开')
    assert.deepEqual(await axe(at.admin), [])
  })

  it('退出后再登录；密码不对时不说是哪一项不对', async () => {
    await at.admin.getByRole('button', { name: '退出登录' }).click()
    await at.admin.getByText('已退出登录。').waitFor()
    await signIn(at.admin, 'zhoumin', '不是这个密码')
    await at.admin.getByRole('alert').getByText('请核对登录名、密码和验证码').waitFor()
    assert.deepEqual(await axe(at.admin), [])
    await signIn(at.admin, 'zhoumin')
    await at.admin.getByRole('heading', { name: '周敏，您好' }).waitFor()
  })

  it('增加机关，树上和沿革都有；焦点在标题上', async () => {
    await addAuthority(at, '云岭县财政局')
    await at.admin.getByRole('treeitem', { name: '云岭县财政局', selected: true }).waitFor()
    await at.admin.getByRole('heading', { name: '云岭县财政局' }).waitFor()
    const focused = () => at.admin.evaluate(() => document.activeElement?.textContent)
    assert.equal(await focused(), '云岭县财政局')
    assert.deepEqual(await axe(at.admin), [])
  })

  it('没有选择机关的，浏览器提示选择，不发出请求', async () => {
    await at.go(at.admin, '/console/people/invite')
    await at.admin.getByLabel('姓名').fill('林乔')
    await at.admin.getByLabel('登录名').fill('linqiao')
    await at.admin.getByRole('button', { name: '邀请', exact: true }).click()
    const message = await at.admin.evaluate(
      () => (document.activeElement as HTMLInputElement).validationMessage,
    )
    assert.equal(message, '请选择一项。')
  })

  it('邮箱不对的，用填写的栏目名称说明', async () => {
    const { admin } = at
    await choose(admin, '机关', '云岭县财政局')
    await admin.getByLabel('职责', { exact: true }).selectOption('政府信息公开联络员')
    await admin.getByLabel('电子邮箱').fill('linqiao@local')
    await admin.getByRole('button', { name: '邀请', exact: true }).click()
    await admin.getByRole('alert').getByText('电子邮箱：').waitFor()
  })

  it('邀请后给出转交本人的链接', async () => {
    const { admin } = at
    await admin.getByLabel('电子邮箱').fill('')
    await admin.getByRole('button', { name: '邀请', exact: true }).click()
    await admin.getByRole('heading', { name: '已邀请林乔' }).waitFor()
    link = await admin.getByLabel('邀请链接').inputValue()
    assert.match(link, /^http:\/\/localhost:\d+\/console\/links\/[\w-]+$/)
    assert.deepEqual(await axe(admin), [])
  })

  it('受邀人在另一个浏览器用链接设置密码，链接只能用一次', async () => {
    theirs = await at.visit.open({ width: 390, height: 844 }, new URL(link).pathname)
    await theirs.getByText('林乔，您已被邀请使用本系统。').waitFor()
    assert.deepEqual(await axe(theirs), [])
    await fillPassword(theirs, PASSWORD)
    await theirs.getByRole('button', { name: '设置密码' }).click()
    await theirs.getByText('密码已经设置').waitFor()
    await theirs.reload()
    await theirs.getByText('该链接已经用过或已过有效期').waitFor()
  })

  it('登录后只见自己能办的', async () => {
    await theirs.getByRole('link', { name: '返回登录' }).click()
    await signIn(theirs, 'linqiao')
    await theirs.getByRole('heading', { name: '林乔，您好' }).waitFor()
    await theirs.getByText('政府信息公开联络员').waitFor()
    assert.equal(await theirs.getByRole('link', { name: '邀请人员' }).count(), 0)
    await theirs.getByRole('link', { name: '云岭县财政局' }).click()
    await theirs.getByRole('heading', { name: '云岭县财政局' }).waitFor()
    assert.equal(await theirs.getByRole('link', { name: '更正信息' }).count(), 0)
    assert.deepEqual(await axe(theirs), [])
  })

  it('没有权限而直接打开网址的，服务用中文说明由谁办理', async () => {
    await theirs.goto(`${theirs.url()}/change`)
    await theirs.getByLabel('地址').fill('云岭县中心路1号')
    await theirs.getByRole('button', { name: '保存更正' }).click()
    await theirs.getByRole('alert').getByText('您没有“更正机关信息”的权限').waitFor()
  })

  it('停用须写明理由，停用后对方立即不能再用', async () => {
    await at.admin.getByRole('link', { name: '查看该人员' }).click()
    await at.admin.getByRole('link', { name: '停用' }).click()
    await at.admin.getByLabel('理由').fill('离岗')
    await at.admin.getByRole('button', { name: '停用' }).click()
    await at.admin.getByText('林乔已停用。').waitFor()
    await theirs.reload()
    await theirs.getByRole('heading', { name: '登录' }).waitFor()
  })

  it('浏览器没有报错', () => assert.deepEqual(at.visit.errors, []))
})
