import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { cell } from './collect-cast.js'
import { choose, overflow, type StaffJourney } from './visit-staff.js'

type Files = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]

/** 教育体育局 is not in the register: its report is looked at beside the file, given to 水务局, and taken over; that of 财政局 is clear and taken over with all that are. */
export async function takeOverPast({ go }: StaffJourney, page: Page, files: Files): Promise<void> {
  await go(page, '/console/past')
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.getByRole('link', { name: '待核定1份' }).click({ timeout: 60_000 })
  await page.getByRole('link', { name: '云岭县教育体育局2024年.html' }).click()
  await page.getByText('机关登记中没有“云岭县教育体育局”').waitFor()
  const original = page.frameLocator('iframe[title="原文件：云岭县教育体育局2024年.html"]')
  await original.getByText('云岭县教育体育局2024年政府信息公开工作年度报告').first().waitFor()
  await page.getByRole('heading', { name: /^检查（[1-9]/ }).waitFor()
  assert.equal(await cell(page, 'requests|一|总计').innerText(), '11')
  assert.deepEqual(await axe(page), [])
  await besideAndBelow(page)

  await page.getByRole('button', { name: '移出队列…' }).click()
  await page.getByText('原文件和理由仍然保存').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '返回' }).click()
  await choose(page, '机关', '云岭县水务局')
  await page.getByRole('button', { name: '采用为已公布的报告' }).click()
  await page.getByText('已采用。').first().waitFor()
  await page.getByText('没有这一状态的文件。').waitFor()
  await page.getByRole('button', { name: '采用没有疑点的1份' }).click()
  // That of 教育体育局 was told as one before.
  await page.getByRole('link', { name: '已采用2份' }).waitFor()
}

/** On a desk the file and what was read of it stand side by side, on a phone one after the other. */
async function besideAndBelow(page: Page): Promise<void> {
  const size = page.viewportSize()
  const boxOf = (place: string) =>
    page.locator(place).evaluate((one) => {
      const { left, top } = one.getBoundingClientRect()
      return { left, top }
    })
  const [file, read] = [await boxOf('.original'), await boxOf('.recognised')]
  assert.ok(file.left < read.left && file.top === read.top)
  await page.setViewportSize({ width: 390, height: 844 })
  const [above, below] = [await boxOf('.original'), await boxOf('.recognised')]
  assert.ok(above.left === below.left && above.top < below.top)
  assert.equal((await overflow(page)) <= 0, true)
  if (size) await page.setViewportSize(size)
}

/** Last year's figures stand below those of this year, and its text below each part. */
export async function readBesideLastYear(page: Page): Promise<void> {
  await page.getByLabel('对照2024年度报告').check()
  const field = page.locator('td', { has: cell(page, 'requests|一|总计') })
  await field.getByText('上年', { exact: false }).waitFor()
  await page.getByText('上年本部分').first().waitFor()
  assert.deepEqual(await axe(page), [])
  await page.getByLabel('对照2024年度报告').uncheck()
  await page.getByText('上年本部分').first().waitFor({ state: 'detached' })
}
