import assert from 'node:assert/strict'
import { it } from 'node:test'
import { exampleReports } from '@gongkai/app'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { type Cast, castOf, cell, dissolve, pasteInto, saved } from './collect-cast.js'
import { readBesideLastYear, takeOverPast } from './past-journey.js'
import { describeStaff, overflow, PASSWORD } from './visit-staff.js'

/** Table 三 as a spreadsheet holds it: eight of seven in the first row are wrong. */
function requests(): readonly string[] {
  const rows = new Map([
    [0, '5\t2\t0\t0\t0\t0\t8'],
    [2, '4\t2\t0\t0\t0\t0\t6'],
    [23, '4\t2\t0\t0\t0\t0\t6'],
    [24, '1\t0\t0\t0\t0\t0\t1'],
  ])
  return Array.from({ length: 25 }, (_, at) => rows.get(at) ?? '0\t0\t0\t0\t0\t0\t0')
}

const TEXT =
  '2025年，云岭县财政局依法主动公开财政预算决算等政府信息，本年新收政府信息公开申请7件，均在法定期限内答复。'
const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

describeStaff('年度报告：布置、编制、报送、退回、接收、公布、更正', (at) => {
  let cast: Cast<'supervisor' | 'officer' | 'head'>
  let board: string
  let report: string
  const clean = async (page: Page) => assert.deepEqual(await axe(page), [])
  const visit = async (page: Page, to: string) => at.go(page, new URL(to, 'http://x').pathname)

  it('主管部门布置年度工作，确认前说明通知多少机关', async () => {
    cast = await castOf(at, 'supervisor', 'officer', 'head')
    const { supervisor } = cast
    await at.go(supervisor, '/console/collections')
    await supervisor.getByText('还没有布置年度报告工作。').waitFor()
    await supervisor.getByRole('link', { name: '布置新的年度' }).click()
    await supervisor.getByLabel('报告年度').selectOption('2025年度')
    await supervisor.getByText('法定时限：2026年3月31日').waitFor()
    await supervisor.getByLabel('政府部门及其他机关').fill('2026-02-20')
    await supervisor.getByText('不能晚于法定时限。').waitFor()
    await supervisor.getByLabel('政府部门及其他机关').fill('')
    await supervisor.getByRole('button', { name: '选择列出的全部' }).click()
    await supervisor.getByLabel('编制要求').fill('数据须与台账一致。')
    await clean(supervisor)
    await supervisor.getByRole('button', { name: '布置', exact: true }).click()
    await supervisor.getByText('3个机关').first().waitFor()
    await supervisor.getByRole('button', { name: '确认布置' }).click()
    await supervisor.getByRole('heading', { name: '2025年度报告工作' }).waitFor()
    board = supervisor.url()
  })

  it('进度按状态筛选，条件在网址中，刷新后还在', async () => {
    const { supervisor } = cast
    await supervisor.getByRole('button', { name: '编制中 0' }).click()
    await supervisor.getByText('没有符合条件的机关。').waitFor()
    await supervisor.reload()
    await supervisor.getByRole('button', { name: '编制中 0', pressed: true }).click()
    await supervisor.getByRole('button', { name: '未开始 3' }).waitFor()
    await supervisor.getByText('本页3个机关').waitFor()
    assert.equal(await supervisor.getByRole('row').count(), 4)
    await clean(supervisor)
  })

  it('联络员从首页的待办开始编制', async () => {
    const { officer } = cast
    await at.go(officer, '/console')
    await clean(officer)
    await officer.getByRole('link', { name: /云岭县财政局2025年度报告/ }).click()
    await officer.getByRole('heading', { name: '开始编制' }).waitFor()
    await clean(officer)
    await officer.getByRole('button', { name: '用空白表格起稿' }).click()
    await officer.getByLabel('第一部分正文').fill(TEXT)
    report = officer.url()
  })

  it('从 Excel 粘贴，合计即时核对，键盘逐格移动，自动保存', async () => {
    const { officer } = cast
    await pasteInto(officer, 'requests|一|自然人', requests())
    await officer.getByText('已粘贴175格').waitFor()
    await officer.getByText('总计：8≠7').waitFor()
    const total = cell(officer, 'requests|一|总计')
    assert.match((await total.getAttribute('aria-label')) ?? '', /各类申请人之和为7/)
    await cell(officer, 'requests|一|自然人').focus()
    for (const key of ['Enter', 'ArrowRight', 'ArrowDown', 'ArrowUp']) {
      await officer.keyboard.press(key)
    }
    const key = await officer.evaluate(() => document.activeElement?.getAttribute('data-cell'))
    assert.equal(key, 'requests|二|商业企业')
    await cell(officer, 'requests|一|自然人').fill('66')
    await officer.keyboard.press('ControlOrMeta+z')
    await officer.getByText('已撤销，恢复1格。').waitFor()
    assert.equal(await cell(officer, 'requests|一|自然人').inputValue(), '5')
    assert.equal(await officer.locator('.form-table.edit [data-cell][tabindex="0"]').count(), 3)
    const row = `<table><tr>${'<td>0</td>'.repeat(15)}</tr></table>`
    await pasteInto(officer, 'remedies|行政复议|结果维持', [row], 'text/html')
    await officer.getByText('已粘贴15格').waitFor()
    await saved(officer)
    await officer.getByText('第一项加第二项之和为8').first().waitFor()
    await clean(officer)
  })

  it('正文中的数字绑定到单元格，随之变动；改写数字的，绑定解除并说明', async () => {
    const { officer } = cast
    const text = officer.getByLabel('第一部分正文', { exact: true })
    const bind = async () => {
      await text.press('ControlOrMeta+Home')
      for (let at = 0; at < TEXT.indexOf('7件'); at += 1) await officer.keyboard.press('ArrowRight')
      await officer.getByRole('button', { name: /绑定数字.*第一部分正文/ }).click()
      await officer.getByLabel('单元格', { exact: true }).selectOption('requests|一|总计')
      await officer.getByText('正文中的“7”将改为该单元格的数字。').waitFor()
      await clean(officer)
      await officer.getByRole('button', { name: '绑定', exact: true }).click()
      await officer.getByText('“7”已绑定到表三 一·总计').waitFor()
      assert.equal(await text.inputValue(), TEXT.replace('7件', '8件'))
    }
    await bind()
    await text.fill(TEXT)
    await officer.getByText('“8”已改动，不再随表三 一·总计变动。').waitFor()
    await bind()
    await officer
      .getByRole('list', { name: '随单元格变动的数字' })
      .getByText('随表三 一·总计变动')
      .waitFor()
    await officer.locator('.save-state.changed').waitFor({ state: 'hidden' })
    await saved(officer)
    await clean(officer)
  })

  it('登录过期的，在对话框中登录后接着保存，填写的内容没有丢', async () => {
    const { officer } = cast
    await officer.context().clearCookies()
    await officer
      .getByLabel('第五部分正文')
      .fill('存在问题：公开的及时性有待提高。改进措施：按月核对。')
    await officer.getByRole('heading', { name: '登录已过期' }).waitFor()
    await officer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await officer.getByRole('button', { name: '登录', exact: true }).click()
    await saved(officer)
  })

  it('两处同时编辑的，改在不同地方的合并；改在同一格的，由人决定', async () => {
    const { officer } = cast
    const place = 'requests|二|商业企业'
    const other = await officer.context().newPage()
    await visit(other, report)
    await other.getByLabel('第六部分正文').fill('无其他需要报告的事项。')
    await saved(other)
    await cell(officer, place).fill('3')
    await officer.getByText('他人同时更改了1处，已与您的改动合并。').waitFor()
    await saved(officer)
    assert.match(
      await officer.getByLabel('第六部分正文', { exact: true }).inputValue(),
      /无其他需要报告的事项/,
    )

    await other.reload()
    await cell(other, place).fill('4')
    await saved(other)
    await other.close()
    await cell(officer, place).fill('0')
    await officer.getByRole('heading', { name: '他人已先更改' }).waitFor()
    await clean(officer)
    await officer.getByRole('radio', { name: /用我编辑的/ }).check()
    await officer.getByRole('button', { name: '按选择合并并保存' }).click()
    await officer.getByRole('dialog').waitFor({ state: 'hidden' })
    await saved(officer)
    await officer.getByText('总计：8≠7').waitFor()
    assert.equal(await cell(officer, place).inputValue(), '0')
  })

  it('有错误不能报送，列出各处；改正后再报送', async () => {
    const { officer } = cast
    await officer.getByRole('button', { name: '报送', exact: true }).click()
    await officer.getByRole('button', { name: '确认报送' }).click()
    await officer.getByRole('alert').getByText('处错误，不能报送').waitFor()
    await clean(officer)
    await officer.locator('.errors-open').getByRole('button', { name: '表三 一·总计等7格' }).click()
    const focused = () => officer.evaluate(() => document.activeElement?.getAttribute('data-cell'))
    await officer.waitForFunction(() => document.activeElement?.hasAttribute('data-cell'))
    assert.equal(await focused(), 'requests|一|总计')
    await officer.keyboard.type('7')
    await officer.getByText('总计：7＝7').waitFor()
    assert.equal(await officer.getByLabel('第一部分正文', { exact: true }).inputValue(), TEXT)
    await officer.locator('.save-state.changed').waitFor({ state: 'hidden' })
    await saved(officer)
  })

  it('确认无误的说明并保留，理由写明', async () => {
    const { officer } = cast
    const panel = officer.locator('.side')
    const before = await panel.locator('.findings .finding').count()
    await panel.getByRole('button', { name: '说明并保留' }).first().click()
    await officer.getByLabel('理由').fill('经核对台账，数据无误。')
    await officer.getByRole('dialog').getByRole('button', { name: '说明并保留' }).click()
    await panel.getByText('理由：经核对台账，数据无误。').waitFor()
    assert.equal(await panel.locator('.findings .finding').count(), before - 1)
  })

  it('报送之后不能再改', async () => {
    const { officer } = cast
    await submit(officer, '报送')
    assert.equal(await officer.getByLabel('第一部分正文').count(), 0)
  })

  it('审阅时对单元格和文字提出意见，退回', async () => {
    const { supervisor } = cast
    await visit(supervisor, report)
    await supervisor.getByText('理由：经核对台账，数据无误。').waitFor()
    const bound = supervisor.getByRole('list', { name: '随单元格变动的数字' })
    await bound.getByText('随表三 一·总计变动').waitFor()
    await bound.getByRole('button', { name: /到所绑定的单元格/ }).click()
    assert.equal(await supervisor.locator('[data-cell="requests|一|总计"]:focus').count(), 1)
    await cell(supervisor, 'requests|一|自然人').focus()
    await supervisor.getByRole('textbox', { name: '审阅意见' }).fill('请与台账核对。')
    await supervisor.getByRole('button', { name: '提出意见' }).click()
    await supervisor.getByText('意见已记下').waitFor()
    const remarked = cell(supervisor, 'requests|一|自然人')
    assert.match((await remarked.getAttribute('aria-label')) ?? '', /审阅意见：请与台账核对。/)
    await supervisor.getByRole('button', { name: /提意见.*第一部分正文/ }).click()
    await supervisor.getByRole('textbox', { name: '审阅意见' }).fill('请补充公开的渠道。')
    await clean(supervisor)
    await supervisor.getByRole('button', { name: '提出意见' }).click()
    await supervisor.getByRole('tab', { name: '意见 2' }).click()
    await clean(supervisor)
    await supervisor.getByRole('button', { name: '退回' }).click()
    await supervisor.getByLabel('理由').fill('请按意见修改后重新报送。')
    await supervisor.getByRole('button', { name: '确认退回' }).click()
    await supervisor.getByText('已退回，列入编制人员的待办事项。').waitFor()
  })

  it('编制人员逐条答复，修改后重新报送', async () => {
    const { officer } = cast
    await visit(officer, report)
    const first = officer.locator('.remarks > li', { hasText: '请与台账核对。' })
    await first.getByText(/孙宁，/).waitFor()
    await first.getByLabel('答复').fill('已核对，与台账一致。')
    await first.getByRole('button', { name: '答复' }).click()
    await first.getByText('答复：已核对，与台账一致。').waitFor()
    await officer.getByLabel('第一部分正文').fill(`${TEXT}信息通过县政府网站公开。`)
    await officer.locator('.save-state.changed').waitFor({ state: 'hidden' })
    await saved(officer)
    await clean(officer)
    await submit(officer, '重新报送')
  })

  it('接收后由编制机关公布，逾期的如实登记', async () => {
    const { supervisor, officer } = cast
    await visit(supervisor, report)
    await supervisor.getByRole('button', { name: '接收' }).click()
    await supervisor.getByRole('button', { name: '确认接收' }).click()
    await supervisor.getByText('已接收').first().waitFor()
    await visit(officer, report)
    await officer.getByRole('button', { name: '公布' }).click()
    await officer.getByLabel('实际公布日期').fill(TODAY)
    await officer.getByRole('button', { name: '确认公布' }).click()
    await officer.getByText('逾期公布').waitFor()
  })

  it('更正由联络员起草，政府信息公开工作机构负责人公布，理由公开', async () => {
    const { officer, head } = cast
    await officer.getByRole('button', { name: '起草更正' }).click()
    await officer.getByLabel('第一部分正文').fill(`${TEXT}信息通过县政府网站和公报公开。`)
    await officer.locator('.save-state.changed').waitFor({ state: 'hidden' })
    await saved(officer)
    await officer.getByText('这是更正稿，尚未公布。').waitFor()
    await visit(head, report)
    await head.getByText('请核对差异，办理“更正公布”。').waitFor()
    await head.getByRole('button', { name: '更正公布' }).click()
    await head.getByRole('dialog').getByRole('heading', { name: '文字（1处不同）' }).waitFor()
    await clean(head)
    await head.getByLabel('理由').fill('补充公开渠道。')
    await head.getByRole('button', { name: '确认更正公布' }).click()
    await head.getByText('更正已公布').waitFor()
    await head.waitForFunction(() => document.activeElement?.tagName === 'H1')
    assert.equal(await head.getByText('尚未公布').count(), 0)
    await head.getByRole('link', { name: '查看公开的报告' }).waitFor()
    const course = head.getByRole('region', { name: '办理经过', exact: true })
    await course.getByText('更正公布').waitFor()
    assert.deepEqual(await course.locator('tbody th').allInnerTexts(), [
      ...['报送', '退回', '报送', '接收', '公布', '更正公布'],
    ])
    const returned = course.getByRole('row', { name: /退回/ })
    assert.match(await returned.innerText(), /孙宁，主管部门工作人员\s+请按意见修改后重新报送。/)
    await head.emulateMedia({ media: 'print' })
    assert.equal(await returned.isVisible(), true)
    await head.emulateMedia({ media: null })
    await head.getByRole('tab', { name: '版本' }).click()
    await head.getByText('更正理由：补充公开渠道。').waitFor()
    await head.getByRole('button', { name: '比较' }).click()
    await head.getByRole('heading', { name: '文字（1处不同）' }).waitFor()
    assert.equal(await head.locator('.compared ins').innerText(), '和公报')
    await clean(head)
  })

  it('汇总的每个数据都能查到来源，本级数据另行填写', async () => {
    const { supervisor, head } = cast
    await at.go(head, '/console')
    await head.getByRole('link', { name: /云岭县人民政府2025年度报告/ }).click()
    await head.getByRole('link', { name: '填写本级数据' }).click()
    await cell(head, 'requests|一|自然人').fill('2')
    await clean(head)
    await head.getByRole('button', { name: '保存本级数据' }).click()
    await head.getByText('本级数据已保存').waitFor()
    await visit(supervisor, `${board}/consolidation`)
    await supervisor.getByText('还有1个机关的报告没有接收').waitFor()
    await clean(supervisor)
    await cell(supervisor, 'requests|一|自然人').click()
    const row = supervisor.getByRole('row', { name: '云岭县财政局' })
    await row.getByText('5', { exact: true }).waitFor()
    await supervisor.getByRole('row', { name: '云岭县人民政府（本级） 2 本级数据' }).waitFor()
    await clean(supervisor)
    await row.getByRole('link', { name: '云岭县财政局' }).click()
    await supervisor.getByRole('heading', { name: '云岭县财政局2025年度报告' }).waitFor()
  })

  it('本级报告以汇总数起稿；从文件起稿而年度不对的，说明原因，原稿还在', async () => {
    const { head } = cast
    await head.getByRole('link', { name: '返回报告' }).click()
    await head.getByRole('heading', { name: '开始编制' }).waitFor()
    await clean(head)
    await head.getByRole('button', { name: '以汇总数起稿' }).click()
    const received = cell(head, 'requests|一|自然人')
    await received.waitFor()
    assert.equal(await received.inputValue(), '7')
    await head.getByRole('button', { name: '重新起稿' }).click()
    const dialog = head.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(await examples('县人民政府'))
    await dialog.getByRole('alert').getByText('2024').first().waitFor()
    await clean(head)
    await dialog.getByRole('button', { name: '返回' }).click()
    assert.equal(await received.inputValue(), '7')
  })

  it('历年报告对照原文件核定后采用，成为审阅时的上年对照', async () => {
    const { supervisor } = cast
    const files = [...(await examples('财政局2024')), ...(await examples('教育'))]
    await takeOverPast(at, supervisor, files)
    await visit(supervisor, report)
    await readBesideLastYear(supervisor)
  })

  const PAGES = ['', '/past', '/notices', '/reports', '/collections', '/collections/new']
  it('更早的本地时限由一人提出、另一人复核，未公布的报告随之移动', async () => {
    const { admin } = at
    const { supervisor } = cast
    await at.go(admin, '/console/law/new')
    await admin.getByLabel('补充的是').selectOption('本地公布时限')
    await admin.getByLabel('自哪一报告年度').fill('2025')
    await admin.getByLabel('标题').fill('关于做好年度报告编制公布工作的通知')
    await admin.getByLabel('印发日期').fill('2025-12-01')
    const preview = admin.getByRole('button', { name: '预览移动的日期' })
    await admin.getByLabel('时限', { exact: true }).fill('02-10')
    await preview.click()
    await admin.getByText(/不能晚于或者等于法定时限.*第四十九条/).waitFor()
    await admin.getByLabel('时限', { exact: true }).fill('01-20')
    await preview.click()
    await admin.getByText('公布时限移动的报告1份').waitFor()
    await clean(admin)
    await admin.getByRole('button', { name: '提出', exact: true }).click()
    await admin.getByText('已提出，等待另一人复核。').waitFor()
    assert.equal(await admin.getByRole('button', { name: /^同意/ }).count(), 0)

    await at.go(supervisor, '/console/law')
    await supervisor.getByRole('button', { name: /^同意/ }).click()
    await supervisor.getByText('公布时限移动的报告1份').waitFor()
    await clean(supervisor)
    await supervisor.getByRole('button', { name: '同意', exact: true }).click()
    await supervisor.getByText('已同意。1份报告的公布时限已移动').waitFor()
    await clean(supervisor)
    await visit(supervisor, board)
    const row = supervisor.getByRole('row', { name: /云岭县水务局/ })
    assert.match(await row.innerText(), /2026年1月20日/)
  })

  it('编制机关已撤销的，写明理由和依据后不再编制；进度另行计数，可以恢复', async () => {
    const { supervisor } = cast
    await dissolve(at.admin, '云岭县水务局')
    await visit(supervisor, board)
    await supervisor.getByRole('link', { name: '云岭县水务局' }).click()
    await supervisor.getByRole('button', { name: '不再编制' }).click()
    await supervisor.getByLabel('理由').fill('职责划转，由承接机关一并报告。')
    await supervisor.getByLabel('依据的文件').fill('云政发〔2026〕1号')
    await clean(supervisor)
    await supervisor.getByRole('button', { name: '确认不再编制' }).click()
    await supervisor.getByText('这份报告不再编制，没有可以查看的内容。').waitFor()
    await supervisor.getByRole('button', { name: '恢复编制' }).waitFor()
    await clean(supervisor)
    await visit(supervisor, board)
    await supervisor.getByRole('button', { name: '不再编制 1' }).waitFor()
    const row = supervisor.getByRole('row', { name: /云岭县水务局/ })
    assert.match(await row.innerText(), /不再编制：职责划转，由承接机关一并报告。/)
  })

  it('手机上文字放大到125%：各页不必左右滚动，没有无障碍问题', async () => {
    const page = await cast.supervisor.context().newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        document.documentElement.style.fontSize = '20px'
        observer.disconnect()
      }).observe(document, { childList: true })
    })
    const own = [board, `${board}/consolidation`, report].map((one) => new URL(one).pathname)
    for (const path of [...PAGES.map((one) => `/console${one}`), ...own]) {
      await at.go(page, path)
      assert.deepEqual([path, await axe(page)], [path, []])
      assert.deepEqual([path, (await overflow(page)) <= 0], [path, true])
    }
    await page.close()
    await at.go(at.admin, '/console/jobs')
    await clean(at.admin)
  })

  it('浏览器没有报错', () => assert.deepEqual(at.visit.errors, []))
})

/** The examples whose names hold these words, as they are chosen in a browser. */
async function examples(words: string) {
  const found = (await exampleReports()).filter(({ name }) => name.includes(words))
  return found.map(({ name, bytes }) => {
    return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
  })
}

async function submit(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.getByRole('button', { name: '确认报送' }).click()
  await page.getByText('已报送，等待审阅。').waitFor()
}
