import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { withdrawPublished } from '@gongkai/app'
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser, skipWithoutBrowser } from '../../../../test/support/browser.js'
import { awayPage } from '../../src/portal/pages/notices.js'
import { type Running, startPlatform } from '../platform.js'
import { correctOne, FINANCE, granted, type Published, publishOne, refOf } from './publish.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const REPORT = `/annual-reports/2023/${FINANCE}`

const PAGES = [
  '/',
  '/annual-reports',
  '/annual-reports/2023',
  '/annual-reports/2023?q=财政&standing=late',
  REPORT,
  `${REPORT}/editions/1`,
  '/annual-reports/2023/云岭县教育局',
  '/search?q=云岭',
  `/annual-reports/figures?authority=${FINANCE}`,
  '/annual-reports/compare',
  '/annual-reports/compare?year=2023&measure=reviewed',
  '/open-data',
  '/annual-reports/1999',
]

describe('公众页面在浏览器中', { skip: skipWithoutBrowser() }, () => {
  let running: Running
  let published: Published
  let server: ServerType
  let browser: Browser
  let phone: Page
  let origin: string
  before(async () => {
    running = await startPlatform()
    server = serve({ fetch: running.fetch, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
    const executablePath = findBrowser()
    assert.ok(executablePath)
    browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] })
    phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
  })
  after(async () => {
    await browser.close()
    server.close()
    await running.close()
  })

  async function fitsAndReads(page: Page, path: string): Promise<void> {
    await page.goto(origin + path)
    assert.deepEqual(await axe(page), [], path)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`)
  }

  it('设置之前的首页', () => fitsAndReads(phone, '/'))

  it('每一页在手机上不超出屏幕，axe 没有发现问题', async () => {
    published = await publishOne(running)
    published = { ...published, report: await correctOne(published) }
    for (const path of PAGES) await fitsAndReads(phone, path)
  })

  it('键盘：第一站是跳到正文，宽表可以用键盘滚动', async () => {
    await phone.goto(origin + REPORT)
    await phone.keyboard.press('Tab')
    const focused = () => phone.evaluate(() => document.activeElement?.textContent)
    assert.equal(await focused(), '跳到正文')
    const table = phone.getByRole('region', { name: '收到和处理政府信息公开申请情况表' })
    await table.focus()
    await phone.keyboard.press('ArrowRight')
    await phone.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0)
  })

  it('打印时只有报告', async () => {
    await phone.emulateMedia({ media: 'print' })
    assert.equal(await phone.locator('header.site').isVisible(), false)
    assert.equal(await phone.locator('.files').isVisible(), false)
    assert.equal(await phone.locator('article.report').isVisible(), true)
    await phone.emulateMedia({ media: null })
  })

  it('从首页查找机关到读到报告', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(origin)
    await page.getByLabel('机关名称').fill('财政')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('link', { name: '2023年度' }).click()
    await page.getByRole('heading', { level: 1, name: `${FINANCE}2023年` }).waitFor()
    await page.getByText('更正理由').first().waitFor()
    await page.close()
  })

  it('撤回的报告和数据库不在时的页面', async () => {
    const { platform, head, report } = published
    granted(await withdrawPublished(platform, head, { ...refOf(report), reason: '报告对象有误' }))
    await fitsAndReads(phone, REPORT)
    await phone.setContent(String(await awayPage()))
    assert.deepEqual(await axe(phone), [])
  })
})

/** What axe finds wrong with the page, one rule and first element a line. */
async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    type Found = { id: string; nodes: { html: string }[] }
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}
