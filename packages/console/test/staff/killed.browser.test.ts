import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { skipWithoutBrowser } from '../../../../test/support/browser.js'
import { type County, setUpCounty } from '../../../web/test/faults/county.js'
import { startOwnServer } from '../../../web/test/faults/own-server.js'
import {
  freePort,
  newDataFolder,
  type ServiceProcess,
  startProcess,
} from '../../../web/test/faults/service-process.js'
import { launch, PATIENCE_MS } from '../browse.js'
import { cell, saved } from './collect-cast.js'

const ENTRY = [createRequire(import.meta.url).resolve('../../../web/dist/main.js')]
const FIRST = '2023年，云岭县财政局依法主动公开财政预算决算等政府信息。'
const MORE = '全年召开工作会议两次，开展业务培训一次，逐条核对公开目录，按时更新公开指南。'

/** A service with one bureau on a database of its own, and the page of that bureau's report. */
type Place = { service: ServiceProcess; readonly county: County; readonly page: Page }

const DATABASES = [
  ['自带的数据库', async () => ({})],
  ['自有的数据库服务器', async () => ({ DATABASE_URL: (await startOwnServer()).url })],
] as const

describe('编辑中途服务被强行终止，又重新启动', { skip: skipWithoutBrowser() }, () => {
  let browser: Browser
  const places: Place[] = []

  before(async () => {
    browser = await launch()
    for (const place of await Promise.all(DATABASES.map(([, env]) => begin(browser, env))))
      places.push(place)
  })
  after(async () => {
    await browser?.close()
    for (const { service } of places) await service.kill()
  })

  describe('已保存的都在，输入的不丢，恢复后自动保存', { concurrency: true }, () => {
    for (const [at, [name]] of DATABASES.entries()) {
      it(name, async () => {
        const place = places[at] ?? assert.fail()
        const { county, page } = place
        const text = page.getByLabel('第一部分正文', { exact: true })
        await page.getByRole('button', { name: '用空白表格起稿' }).click()
        await text.fill(FIRST)
        await saved(page)
        await text.press('End')
        const typing = text.pressSequentially(MORE, { delay: 40 })
        await page.waitForTimeout(700)
        await place.service.kill()
        await typing
        await cell(page, 'requests|一|自然人').fill('7')
        await page.getByRole('alert').getByText('恢复后自动保存').waitFor()

        place.service = await startProcess(place.service.spec)
        assert.match(await kept(county), new RegExp(`^${FIRST}`))
        await saved(page)
        assert.equal(await text.inputValue(), FIRST + MORE)
        assert.equal(await kept(county), FIRST + MORE)
        await page.reload()
        await text.waitFor()
        assert.equal(await text.inputValue(), FIRST + MORE)
        assert.equal(await cell(page, 'requests|一|自然人').inputValue(), '7')
      })
    }
  })

  it('保存了而答复没有收到的，不当作他人更改', async () => {
    const { county, page } = places[0] ?? assert.fail()
    const text = page.getByLabel('第一部分正文', { exact: true })
    await page.route('**/draft', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await text.fill(FIRST)
    await page.getByRole('alert').getByText('恢复后自动保存').waitFor()
    assert.equal(await kept(county), FIRST)
    await page.unroute('**/draft')
    await text.fill(MORE)
    await saved(page)
    assert.equal(await kept(county), MORE)
  })
})

async function begin(
  browser: Browser,
  databaseEnv: () => Promise<Readonly<Record<string, string>>>,
): Promise<Place> {
  const spec = { folder: newDataFolder(), port: await freePort(), entry: ENTRY }
  const service = await startProcess({ ...spec, env: await databaseEnv() })
  const county = await setUpCounty(service.url, service.setUpCode ?? '', 1)
  return { service, county, page: await openReport(browser, service.url, county) }
}

/** The report of the county's one bureau, as its officer sees it in a browser. */
async function openReport(browser: Browser, url: string, county: County): Promise<Page> {
  const [desk] = county.desks
  assert.ok(desk)
  const [name = '', value = ''] = desk.officer.cookie().split('=')
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${url}/console/reports/${desk.reportId}`)
  return page
}

/** What the service holds of the first section. */
async function kept({ desks: [desk] }: County): Promise<string> {
  const { body } = (await desk?.officer('GET', `/reports/${desk.reportId}`)) ?? {}
  return body.version.document.sections[0].text
}
