import assert from 'node:assert/strict'
import { it } from 'node:test'
import { axe, describeVisit, focused, loadExamples, openReport, settled } from './browse.js'

describeVisit('读取', (at) => {
  const text = (name: string, content: string) => ({
    ...{ name, mimeType: 'text/plain' },
    buffer: Buffer.from(content),
  })

  it('一份不能读取，说明怎么办，不影响其他', async () => {
    const page = await at.visit.open()
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
    const page = await at.visit.open()
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
    const page = await at.visit.open()
    await page.route('**/reports/read', (route) => route.abort())
    await page.getByLabel('选择文件').setInputFiles([text('甲.txt', '年度报告')])
    await page.getByText('没有连上服务').waitFor()
    await page.close()
  })
})

describeVisit('只用键盘', (at) => {
  /** Tab until what has the focus says `words`. */
  async function tabTo(words: RegExp): Promise<void> {
    for (let steps = 0; steps < 80; steps += 1) {
      await at.page.keyboard.press('Tab')
      if (words.test(await focused(at.page))) return
    }
    assert.fail(`Tab 没有到达 ${words}，停在“${await focused(at.page)}”`)
  }

  it('第一个 Tab 是跳到正文', async () => {
    await at.page.keyboard.press('Tab')
    assert.equal(await focused(at.page), '跳到正文')
  })

  it('载入示例，打开报告，焦点到标题', async () => {
    await tabTo(/^载入示例$/)
    await at.page.keyboard.press('Enter')
    await at.page.locator('tr.read').nth(5).waitFor()
    await at.page.waitForLoadState('networkidle')
    await tabTo(/^云岭县石桥街道办事处2024年/)
    await at.page.keyboard.press('Enter')
    await at.page.locator('#report-title:focus').waitFor()
  })

  it('表格只占一个 Tab，方向键逐格移动，回车更正，Esc 返回', async () => {
    await tabTo(/^表三 一·自然人/)
    await at.page.keyboard.press('ArrowRight')
    await at.page.keyboard.press('ArrowDown')
    assert.match(await focused(at.page), /^表三 二·商业企业/)
    await at.page.keyboard.press('Enter')
    assert.equal(await at.page.locator('.cell-card input:focus').count(), 1)
    await at.page.keyboard.press('Escape')
    assert.match(await focused(at.page), /^表三 二·商业企业/)
    assert.equal(await at.page.locator('.cell-card').count(), 0)
    await at.page.keyboard.press('ArrowRight')
    await at.page.keyboard.press('Enter')
    await at.page.keyboard.type('41')
    await at.page.keyboard.press('Enter')
    await settled(at.page)
    assert.match(await focused(at.page), /^表三 二·科研机构，41，已更正/)
    await at.page.keyboard.press('Tab')
    await at.page.keyboard.press('Tab')
    assert.doesNotMatch(await focused(at.page), /^表三/)
  })

  it('忽略的对话框按 Esc 关闭，焦点回到按钮', async () => {
    await tabTo(/^忽略…/)
    const button = await focused(at.page)
    await at.page.keyboard.press('Enter')
    await at.page.locator('dialog[open]').waitFor()
    await at.page.keyboard.press('Escape')
    assert.equal(await at.page.locator('dialog[open]').count(), 0)
    assert.equal(await focused(at.page), button)
  })

  it('浏览器没有报错', () => assert.deepEqual(at.visit.errors, []))
})

describeVisit(
  '手机（390 像素宽）',
  (at) => {
    const width = () => at.page.evaluate(() => document.documentElement.scrollWidth)

    it('总表不超出屏幕', async () => {
      await loadExamples(at.page)
      assert.equal(await width(), 390)
      assert.deepEqual(await axe(at.page), [])
    })

    it('报告不超出屏幕，一步可到核对结果', async () => {
      await openReport(at.page, '云岭县财政局2024年.docx')
      assert.equal(await width(), 390)
      assert.deepEqual(await axe(at.page), [])
      await at.page.getByRole('button', { name: '看核对结果' }).click()
      await at.page.locator('#findings:focus').waitFor()
      const box = await at.page.locator('#findings').boundingBox()
      assert.ok(box && box.y >= 0 && box.y < 40, `${box?.y}`)
    })

    it('单元格的内容显示在屏幕下方', async () => {
      await at.page.locator('[data-cell="requests|一|自然人"]').click()
      const box = await at.page.locator('.cell-card').boundingBox()
      assert.equal(box && Math.round(box.y + box.height), 844)
      assert.equal(box?.width, 390)
      assert.deepEqual(await axe(at.page), [])
    })
  },
  { width: 390, height: 844 },
)
