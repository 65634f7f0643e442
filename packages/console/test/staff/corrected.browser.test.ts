import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addDays, dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { type Cast, castOf, register } from './collect-cast.js'
import { choose, describeStaff, overflow } from './visit-staff.js'

const TODAY = dayInChina(Date.now())
const SHOTS = process.env['SHOTS']

describeStaff(
  '依申请公开：更正登记、划去、应当向其他机关申请、应当告知的步骤、重新作出决定',
  (at) => {
    let cast: Cast<'officer' | 'head'>
    let request: string
    const shoot = async (page: Page, name: string) => {
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    }
    const clean = async (page: Page) => assert.deepEqual(await axe(page), [])
    const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first()
    const inDialog = (page: Page, name: string) =>
      page.getByRole('dialog').last().getByRole('button', { name, exact: true })

    it('更正到达日期：先看到期限怎样变动，再确认', async () => {
      cast = await castOf(at, 'officer', 'head')
      const { officer } = cast
      const id = await register(cast, '县城道路养护资金的安排')
      request = `/console/requests/${id}`
      await at.go(officer, request)
      await officer.getByRole('link', { name: '更正登记' }).click()
      await field(officer, '提交日期').fill(addDays(TODAY, -3))
      await officer.getByLabel('文件名称').first().fill('道路养护资金安排表')
      await officer.getByRole('button', { name: /更正申请人的姓名/ }).click()
      await field(officer, '姓名').fill('周小苗')
      await field(officer, '更正的原因').fill('到达日期误登为登记日期')
      await clean(officer)
      await officer.setViewportSize({ width: 390, height: 844 })
      assert.ok((await overflow(officer)) <= 0, 'correct')
      await officer.setViewportSize({ width: 1280, height: 900 })
      await officer.getByRole('button', { name: '查看更正后的变动' }).click()
      await officer
        .getByRole('dialog')
        .getByRole('row', { name: /收到之日/ })
        .waitFor()
      await clean(officer)
      await inDialog(officer, '确认更正').click()
      await officer.getByRole('heading', { name: '登记的更正' }).waitFor()
      await clean(officer)
      await officer.getByRole('button', { name: '查看申请人信息' }).click()
      await officer.getByText('周小禾').waitFor()
    })

    it('负责人划去，列在“划去、未受理”中，可以恢复', async () => {
      const { officer, head } = cast
      assert.equal(await officer.getByRole('button', { name: '划去' }).count(), 0)
      await at.go(head, request)
      await head.getByRole('button', { name: '划去' }).click()
      await head.getByRole('dialog').getByRole('textbox').fill('同一封信登记了两次')
      await clean(head)
      await inDialog(head, '划去').click()
      await head.getByRole('heading', { name: /登记有误，已划去/ }).waitFor()
      await clean(head)
      await at.go(officer, '/console/requests?queue=setAside')
      await officer.getByText('登记有误，已划去').first().waitFor()
      await clean(officer)
      await at.go(head, request)
      await head.getByRole('button', { name: '恢复办理' }).click()
      await head.getByRole('dialog').getByRole('textbox').fill('核对后确为两件')
      await inDialog(head, '恢复办理').click()
      await head.getByRole('heading', { name: /办理中/ }).waitFor()
    })

    it('登记应当向其他机关申请，告知书由其预填', async () => {
      const { officer } = cast
      await at.go(officer, request)
      await officer.getByRole('button', { name: '登记应当向其他机关申请' }).click()
      await clean(officer)
      await choose(officer, '负责公开的机关', '云岭县水务局')
      await field(officer, '地址、电话（选填）').fill('0999-5550188')
      await field(officer, '理由').fill('该资料由水务局制作、保存')
      await field(officer, '告知').selectOption('电话告知申请人')
      await field(officer, '申请人的意见').selectOption('坚持由本机关答复')
      await clean(officer)
      await shoot(officer, 'advice-dialog')
      await inDialog(officer, '登记').click()
      await officer.getByText('应当向云岭县水务局申请').waitFor()
      await clean(officer)
      await shoot(officer, 'advice')
      await officer.getByRole('link', { name: '拟制告知书' }).click()
      await officer.getByText('由登记的决定选定：《不属于本机关公开告知书》').waitFor()
      assert.equal(await field(officer, '理由').inputValue(), '该资料由水务局制作、保存')
      assert.equal(await officer.getByLabel('负责公开的机关').first().inputValue(), '云岭县水务局')
      await shoot(officer, 'advice-draft')
    })

    it('登记撤回后列出应当归档的文书；补齐、注明或者重新作出决定', async () => {
      const { officer, head } = cast
      await at.go(officer, request)
      await officer.getByRole('button', { name: '登记办理步骤' }).click()
      await field(officer, '步骤').selectOption('申请人撤回')
      await officer.getByText('应当以《政府信息公开申请终止办理记录》').waitFor()
      await inDialog(officer, '登记').click()
      await officer.getByRole('heading', { name: '应当送出的文书' }).waitFor()
      await clean(officer)
      await officer.getByRole('button', { name: '注明不发的理由' }).click()
      await officer.getByRole('dialog').getByRole('textbox').fill('书面撤回申请已经附卷')
      await inDialog(officer, '注明不发文书的理由').click()
      await officer.getByText('不发文书的理由：书面撤回申请已经附卷').waitFor()
      await officer.getByRole('link', { name: '重新作出决定、补齐文书' }).click()
      await field(officer, '缘由').selectOption('原答复有误，自行纠正')
      await field(officer, '重新作出的理由').fill('误将咨询登记为撤回')
      await field(officer, '内容').fill('2025年资金安排表')
      await field(officer, '决定').selectOption('予以公开')
      await field(officer, '获取的方式、途径和时间，或者办理的途径').fill('复制件另行邮寄')
      await clean(officer)
      await officer.getByRole('button', { name: '保存拟稿' }).click()
      await officer.getByText('自行纠正后重新作出的决定').waitFor()
      await officer.getByText('现重新答复，此前的答复不再执行').waitFor()
      const letter = new URL(officer.url()).pathname
      await officer.getByRole('button', { name: '送审' }).click()
      await officer.getByText('等待工作机构负责人审定').waitFor()
      await at.go(head, letter)
      await head.getByRole('button', { name: '同意' }).click()
      await inDialog(head, '同意').click()
      await head.getByRole('button', { name: '登记送出' }).click()
      await field(head, '方式').selectOption('直接送达')
      await field(head, '签收人').fill('收发室')
      await inDialog(head, '登记').click()
      await head.getByRole('heading', { name: /已送达/ }).waitFor()
      await head.getByRole('button', { name: '更正送出的登记' }).click()
      await head
        .getByRole('dialog')
        .getByLabel('方式', { exact: true })
        .selectOption('邮寄（邮政企业）')
      await field(head, '邮件编号').fill('XA00000000000')
      await field(head, '更正的原因').fill('误登为直接送达')
      await clean(head)
      await inDialog(head, '更正').click()
      await head.getByText('更正送出的登记：误登为直接送达').waitFor()
      await clean(head)
      assert.deepEqual(at.visit.errors, [])
    })
  },
)
