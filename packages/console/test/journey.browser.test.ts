import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { axe, describeVisit, focused, loadExamples, openReport, settled } from './browse.js'

const SCHOOL = '云岭县教育体育局2024年.html'
const CELL = '[data-cell="requests|三（三）1|科研机构"]'

describeVisit('从载入到下载', (at) => {
  let saved: string
  it('空页面说明怎样开始', async () => {
    await at.page.getByText('把年度报告拖到这里').waitFor()
    assert.deepEqual(await axe(at.page), [])
  })

  it('一次点击载入示例，总表列出各份的结果', async () => {
    await loadExamples(at.page)
    assert.equal(await at.page.locator('tr.read').count(), 6)
    const good = at.page.locator('tr', { hasText: '云岭县财政局2023年.txt' })
    assert.match(await good.innerText(), /检查通过/)
    assert.deepEqual(await axe(at.page), [])
  })

  it('总表可以筛选、排序，可以下载为 Excel', async () => {
    await at.page.getByLabel('按文件名、机关或标题筛选').fill('教育')
    assert.equal(await at.page.locator('tr.read').count(), 1)
    await at.page.getByLabel('按文件名、机关或标题筛选').fill('')
    await at.page.getByRole('button', { name: '错误' }).click()
    const sorted = at.page.getByRole('columnheader', { name: '错误' })
    assert.equal(await sorted.getAttribute('aria-sort'), 'descending')
    const download = at.page.waitForEvent('download')
    await at.page.getByRole('button', { name: '下载总表' }).click()
    assert.equal((await download).suggestedFilename(), '年度报告总表.xlsx')
  })

  it('上年报告自动匹配', async () => {
    await openReport(at.page, '云岭县财政局2024年.docx')
    await at.page.getByText('已与上年报告（云岭县财政局 2023年度）核对').waitFor()
    await at.page.getByRole('button', { name: '返回总表' }).click()
  })

  it('报告与发现并列，从发现到原处，再从原处回到发现', async () => {
    await openReport(at.page, SCHOOL)
    assert.deepEqual(await axe(at.page), [])
    const finding = at.page.locator('.finding', { hasText: '布署' })
    await finding.locator('.jump').click()
    assert.match(await focused(at.page), /错误：.*布署/)
    await at.page.keyboard.press('Enter')
    assert.match(await focused(at.page), /布署/)
    assert.equal(await finding.getAttribute('class'), 'finding error active')
  })

  it('采纳更正后该处改正，重新核对后不再报', async () => {
    const finding = at.page.locator('.finding', { hasText: '布署' })
    await finding.getByRole('button', { name: '采纳更正' }).click()
    await settled(at.page)
    await at.page.locator('.paper ins', { hasText: '部署' }).waitFor()
    await finding.waitFor({ state: 'detached' })
  })

  it('单元格显示原文和位置，可以更正', async () => {
    await at.page.locator(CELL).click()
    const card = at.page.locator('.cell-card')
    assert.match(await card.innerText(), /原文\s*0\s*读作\s*0（数字）\s*位置\s*第2个表格/)
    assert.deepEqual(await axe(at.page), [])
    await card.getByLabel('更正为').fill('3')
    await card.getByRole('button', { name: '保存更正' }).click()
    await settled(at.page)
    await at.page.locator(CELL, { hasText: '3' }).waitFor()
    await at.page.locator('.finding', { hasText: '科研机构列' }).first().waitFor()
  })

  it('忽略须写明理由', async () => {
    const finding = at.page.locator('.finding', { hasText: '科研机构列' }).first()
    await finding.getByRole('button', { name: '忽略…' }).click()
    const confirm = at.page.getByRole('button', { name: '忽略', exact: true })
    assert.equal(await confirm.isDisabled(), true)
    assert.deepEqual(await axe(at.page), [])
    await at.page.getByLabel('理由').fill('经核对原始台账无误')
    await confirm.click()
    await at.page.getByText('已忽略').waitFor()
    await at.page.getByRole('tab', { name: '更正与忽略 3' }).click()
    assert.match(await at.page.locator('.amendments').innerText(), /经核对原始台账无误/)
    assert.deepEqual(await axe(at.page), [])
  })

  it('无法判断的规则说明缺少什么', async () => {
    await at.page.getByRole('tab', { name: /读取与判断/ }).click()
    assert.match(await at.page.locator('.reading').innerText(), /XYR-01/)
    assert.deepEqual(await axe(at.page), [])
  })

  // biome-ignore format: table
  const DOWNLOADS: readonly (readonly [item: RegExp, name: string])[] = [
    [/Word/,              '云岭县教育体育局2024年.docx'],
    [/报告：PDF/,         '云岭县教育体育局2024年.pdf'],
    [/报告：Excel/,       '云岭县教育体育局2024年.xlsx'],
    [/报告：网页/,        '云岭县教育体育局2024年.html'],
    [/CSV/,               '云岭县教育体育局2024年.csv'],
    [/XML/,               '云岭县教育体育局2024年.xml'],
    [/发现清单：Excel/,   '云岭县教育体育局2024年·发现清单.xlsx'],
    [/发现清单：网页/,    '云岭县教育体育局2024年·发现清单.html'],
    [/JSON/,              '云岭县教育体育局2024年.json'],
  ]
  for (const [item, name] of DOWNLOADS) {
    it(`下载 ${name}`, async () => {
      await at.page.getByRole('button', { name: '下载' }).click()
      const download = at.page.waitForEvent('download')
      await at.page.getByRole('menuitem', { name: item }).click()
      assert.equal((await download).suggestedFilename(), name)
      saved = await (await download).path()
    })
  }

  it('公布日期可以填写，据以核对是否逾期', async () => {
    await at.page.getByText(/^核对条件/).click()
    await at.page.getByLabel('公布日期').fill('2025-04-02')
    await settled(at.page)
    await at.page.getByRole('tab', { name: /^发现/ }).click()
    await at.page.locator('.finding', { hasText: '2025年4月2日' }).first().waitFor()
    assert.deepEqual(await axe(at.page), [])
  })

  it('重新打开页面，报告、更正、忽略和公布日期都在', async () => {
    await at.page.reload()
    await at.page.locator('tr.read').nth(5).waitFor()
    assert.equal(await at.page.locator('tr.read').count(), 6)
    await openReport(at.page, SCHOOL)
    await at.page.getByRole('tab', { name: '更正与忽略 3' }).waitFor()
    assert.equal(await at.page.locator('.paper ins', { hasText: '部署' }).count(), 1)
    await at.page.getByText(/^核对条件/).click()
    assert.equal(await at.page.getByLabel('公布日期').inputValue(), '2025-04-02')
  })

  it('移除后再次载入原件，更正和忽略从本机恢复', async () => {
    await at.page.getByRole('button', { name: '返回总表' }).click()
    await at.page.getByRole('button', { name: '全部移除' }).click()
    await at.page.locator('dialog').getByRole('button', { name: '全部移除' }).click()
    await loadExamples(at.page)
    await openReport(at.page, SCHOOL)
    await at.page.getByText('已恢复本机保存的3处更正和忽略记录').waitFor()
  })

  it('清空本机记录须经确认，之后什么都没有了，刷新也没有', async () => {
    await at.page.getByRole('button', { name: '清空本机记录' }).click()
    assert.deepEqual(await axe(at.page), [])
    await at.page.getByRole('button', { name: '清空', exact: true }).click()
    await at.page.getByRole('heading', { name: '核对政府信息公开工作年度报告' }).waitFor()
    assert.equal(await at.page.getByRole('button', { name: '清空本机记录' }).isDisabled(), true)
    await at.page.reload()
    await loadExamples(at.page)
    await openReport(at.page, SCHOOL)
    await at.page.locator('.finding', { hasText: '布署' }).waitFor()
    assert.equal(await at.page.locator('.paper ins').count(), 0)
  })

  it('载入保存的 JSON，更正和忽略一并恢复', async () => {
    await at.page.getByRole('button', { name: '返回总表' }).click()
    const buffer = readFileSync(saved)
    const file = { name: '存档.json', mimeType: 'application/json', buffer }
    await at.page.getByLabel('选择文件').setInputFiles(file)
    await openReport(at.page, '存档.json')
    await at.page.getByRole('tab', { name: '更正与忽略 3' }).waitFor()
    assert.equal(await at.page.locator('.paper ins', { hasText: '部署' }).count(), 1)
  })

  it('浏览器没有报错，安全策略没有拦下页面自己的内容', () => {
    assert.deepEqual(at.visit.errors, [])
  })
})
