import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../../../test/support/browser.js'
import {
  axe,
  focused,
  loadExamples,
  openReport,
  settled,
  startVisit,
  type Visit,
} from './browse.js'

const skip = skipWithoutBrowser()

describe('读取', { skip }, () => {
  let visit: Visit
  before(async () => {
    visit = await startVisit()
  })
  after(() => visit.close())

  const text = (name: string, content: string) => ({
    ...{ name, mimeType: 'text/plain' },
    buffer: Buffer.from(content),
  })

  it('一份不能读取，说明怎么办，不影响其他', async () => {
    const page = await visit.open()
    const files = [text('空.txt', ''), text('甲.txt', '云岭县财政局2024年工作要点\n一、总体要求')]
    await page.getByLabel('选择文件').setInputFiles(files)
    const failed = page.locator('tr.failed')
    await failed.waitFor()
    assert.match(await failed.innerText(), /未能读取：文件是空的.*请检查/)
    await page.locator('tr', { hasText: '甲.txt' }).getByText('非规定格式').waitFor()
    assert.deepEqual(await axe(page), [])
    await page.close()
  })

  it('可以停止，停止后可以重试；同时读取的不超过两份', async () => {
    const page = await visit.open()
    let sent = 0
    let hold = true
    await page.route('**/reports/read', async (route) => {
      sent += 1
      if (!hold) await route.continue()
    })
    await page
      .getByLabel('选择文件')
      .setInputFiles(['甲', '乙', '丙', '丁'].map((name) => text(`${name}.txt`, '年度报告')))
    await page.getByText('正在读取，已完成 0／4 份').waitFor()
    await page.waitForTimeout(300)
    assert.equal(sent, 2)
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: '停止读取' }).click()
    assert.equal(await page.locator('tr.cancelled').count(), 4)
    hold = false
    await page.getByRole('button', { name: '全部重试（4）' }).click()
    await page.locator('tr.read').nth(3).waitFor()
    await page.close()
  })

  it('服务停了，说没有连上', async () => {
    const page = await visit.open()
    await page.route('**/reports/read', (route) => route.abort())
    await page.getByLabel('选择文件').setInputFiles([text('甲.txt', '年度报告')])
    await page.getByText('没有连上服务').waitFor()
    await page.close()
  })
})

describe('只用键盘', { skip }, () => {
  let visit: Visit
  let page: Page
  before(async () => {
    visit = await startVisit()
    page = await visit.open()
  })
  after(() => visit.close())

  /** Tab until what has the focus says `words`. */
  async function tabTo(words: RegExp): Promise<void> {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab')
      if (words.test(await focused(page))) return
    }
    assert.fail(`Tab 没有到达 ${words}，停在“${await focused(page)}”`)
  }

  it('第一个 Tab 是跳到正文', async () => {
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), '跳到正文')
  })

  it('载入示例，打开报告，焦点到标题', async () => {
    await tabTo(/^载入示例$/)
    await page.keyboard.press('Enter')
    await page.locator('tr.read').nth(5).waitFor()
    await page.waitForLoadState('networkidle')
    await tabTo(/^云岭县石桥街道办事处2024年/)
    await page.keyboard.press('Enter')
    await page.locator('#report-title:focus').waitFor()
  })

  it('表格只占一个 Tab，方向键逐格移动，回车更正，Esc 返回', async () => {
    await tabTo(/^表三 一·自然人/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    assert.match(await focused(page), /^表三 二·商业企业/)
    await page.keyboard.press('Enter')
    assert.equal(await page.locator('.cell-card input:focus').count(), 1)
    await page.keyboard.press('Escape')
    assert.match(await focused(page), /^表三 二·商业企业/)
    assert.equal(await page.locator('.cell-card').count(), 0)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.type('41')
    await page.keyboard.press('Enter')
    await settled(page)
    assert.match(await focused(page), /^表三 二·科研机构，41，已更正/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    assert.doesNotMatch(await focused(page), /^表三/)
  })

  it('忽略的对话框按 Esc 关闭，焦点回到按钮', async () => {
    await tabTo(/^忽略…/)
    const button = await focused(page)
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('dialog[open]').count(), 0)
    assert.equal(await focused(page), button)
  })

  it('浏览器没有报错', () => assert.deepEqual(visit.errors, []))
})

describe('手机（390 像素宽）', { skip }, () => {
  let visit: Visit
  let page: Page
  before(async () => {
    visit = await startVisit()
    page = await visit.open({ width: 390, height: 844 })
  })
  after(() => visit.close())

  const width = () => page.evaluate(() => document.documentElement.scrollWidth)

  it('总表不超出屏幕', async () => {
    await loadExamples(page)
    assert.equal(await width(), 390)
    assert.deepEqual(await axe(page), [])
  })

  it('报告不超出屏幕，一步可到核对结果', async () => {
    await openReport(page, '云岭县财政局2024年.docx')
    assert.equal(await width(), 390)
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: '看核对结果' }).click()
    await page.locator('#findings:focus').waitFor()
  })

  it('单元格的内容显示在屏幕下方', async () => {
    await page.locator('[data-cell="requests|一|自然人"]').click()
    const box = await page.locator('.cell-card').boundingBox()
    assert.equal(box && Math.round(box.y + box.height), 844)
    assert.equal(box?.width, 390)
    assert.deepEqual(await axe(page), [])
  })
})
