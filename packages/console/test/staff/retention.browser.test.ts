import assert from 'node:assert/strict'
import { it } from 'node:test'
import { dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { ask, type Cast, castOf, PERSON, register } from './collect-cast.js'
import { describeStaff, overflow, signIn } from './visit-staff.js'

const SHOTS = process.env['SHOTS']

/** The clock of the service; it is put on by as many years as what is personal is kept. */
let now = () => new Date()

describeStaff(
  '依申请公开：个人信息的保存、保全、提供给本人和清除',
  (at) => {
    let cast: Cast<'officer' | 'head'>
    let id: string
    const look = async (page: Page, name: string) => {
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
      assert.deepEqual(await axe(page), [])
    }

    it('保存期限和到期情况一目了然；保全要写理由，随时可以解除', async () => {
      cast = await castOf(at, 'officer', 'head')
      const { officer } = cast
      id = await register(cast, '县城道路养护资金的安排')
      await at.go(officer, `/console/requests/retention?authority=${cast.bureau}`)
      await officer.getByText('保存期限届满、可以清除的0件').waitFor()
      await officer.getByText('还没有提请过清除').waitFor()
      await look(officer, 'retention')
      assert.equal(await overflow(officer), 0)
      await at.go(officer, `/console/requests/${id}`)
      await officer.getByRole('button', { name: '保全', exact: true }).click()
      const dialog = officer.getByRole('dialog')
      await dialog.getByRole('textbox').fill('正在接受审计')
      await look(officer, 'hold')
      await dialog.getByRole('button', { name: '保全', exact: true }).click()
      await officer.getByText('理由：正在接受审计').waitFor()
      await look(officer, 'held')
      await officer.getByRole('button', { name: '解除保全' }).click()
      await dialog.getByRole('textbox').fill('审计已经结束')
      await dialog.getByRole('button', { name: '解除保全' }).click()
      await officer.getByText('没有保全。').waitFor()
    })

    it('本人到场查阅的，核验身份证明后打印给他', async () => {
      const { officer } = cast
      await officer.getByRole('button', { name: '查看申请人信息' }).click()
      await officer.getByRole('button', { name: '提供给本人' }).click()
      await officer.getByRole('dialog').getByRole('textbox').fill('当面核验居民身份证')
      await look(officer, 'give')
      await officer.getByRole('dialog').getByRole('button', { name: '提供' }).click()
      const sheet = officer.getByRole('region', { name: '提供给本人的个人信息和申请记录' })
      await sheet.getByRole('cell', { name: PERSON.idNumber }).waitFor()
      await look(officer, 'given')
      await officer.emulateMedia({ media: 'print' })
      await officer.evaluate(() => document.body.setAttribute('data-print', 'own-data'))
      assert.deepEqual(
        [await sheet.isVisible(), await officer.getByRole('heading', { level: 1 }).isVisible()],
        [true, false],
      )
      if (SHOTS) await officer.screenshot({ path: `${SHOTS}/given-print.png`, fullPage: true })
      await officer.evaluate(() => document.body.removeAttribute('data-print'))
      assert.equal(await sheet.isVisible(), false)
      await officer.emulateMedia({ media: null })
    })

    it('负责人看到谁看过这件申请、每个人看了多少', async () => {
      const { head } = cast
      await at.go(head, `/console/requests/${id}`)
      await head.getByRole('link', { name: '谁看过这件申请' }).click()
      await head.getByRole('cell', { name: '当面提供本人信息' }).waitFor()
      await head.getByRole('button', { name: '查看全部' }).click()
      const row = head.getByRole('row').filter({ has: head.getByRole('button', { name: '林乔' }) })
      await row.getByRole('cell', { name: '0件' }).waitFor()
      await look(head, 'readings')
      assert.equal(await overflow(head), 0)
      await row.getByRole('button').click()
      await head.getByText('人员：林乔').waitFor()
      await head.getByRole('button', { name: '导出' }).click()
      await head.getByText('已导出2行。').waitFor()
    })

    it('期满的由一人提请、另一人批准，清除后只留下统计需要的内容', async () => {
      const { officer, head } = cast
      const { request } = await ask<{ request: { version: number } }>(
        officer,
        'GET',
        `/requests/${id}`,
      )
      const step = { name: 'withdraw', on: dayInChina(Date.now()) }
      await ask(officer, 'POST', `/requests/${id}/steps`, { step }, request.version)
      const unpapered = `/requests/${id}/steps/1/unpapered`
      const { version } = await ask<{ version: number }>(
        ...([officer, 'POST', unpapered, { reason: '已当面告知' }, request.version + 1] as const),
      )
      await ask(officer, 'POST', `/requests/${id}/filings`, undefined, version)
      const filings = async () =>
        (
          await ask<{ filings: readonly { state: string }[] }>(
            officer,
            'GET',
            `/requests/${id}/filings`,
          )
        ).filings
      while ((await filings())[0]?.state === 'making') await officer.waitForTimeout(200)
      now = () => new Date(Date.now() + 32 * 366 * 86_400_000)
      const again = async (page: Page, login: string) => {
        await page.goto(new URL('/console', page.url()).href)
        await signIn(page, login)
        await page.getByRole('heading', { level: 1, name: '您好' }).waitFor()
        await at.go(page, `/console/requests/retention?authority=${cast.bureau}`)
      }
      await again(officer, 'linqiao')
      await officer.getByText('保存期限届满、可以清除的1件').waitFor()
      await officer.getByRole('textbox').fill('保存期限届满')
      await officer.getByRole('button', { name: '提请清除' }).click()
      await look(officer, 'erasure-proposing')
      await officer.getByRole('dialog').getByRole('button', { name: '提请清除' }).click()
      await officer.getByText('等待批准').waitFor()
      assert.equal(await officer.getByRole('button', { name: '批准清除' }).count(), 0)
      await again(head, 'hemu')
      await head.getByRole('button', { name: '批准清除' }).click()
      await look(head, 'erasure-deciding')
      await head.getByRole('dialog').getByRole('button', { name: '批准清除' }).click()
      await head.getByText('已批准，正在后台清除').waitFor()
      await head.getByText('已清除1件').waitFor()
      await look(head, 'erased')
      await at.go(head, `/console/requests/${id}`)
      assert.doesNotMatch(await head.locator('main').innerText(), /县城道路养护资金/)
      await look(head, 'erased-request')
    })
  },
  () => now(),
)
