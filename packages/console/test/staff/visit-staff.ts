import { after, before, describe } from 'node:test'
import type { ServiceOptions } from '@gongkai/web'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../../../../test/support/browser.js'
import { migratedDatabase } from '../../../app/test/support/database.js'
import { newFolder, SERVERS } from '../../../app/test/support/servers.js'
import { startVisit, type Visit } from '../browse.js'

export const PASSWORD = '柿子 风筝 渡口 铜锣 茶盏'

type Settings = NonNullable<ServiceOptions['platform']>['settings']

const SETTINGS: Settings = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: null,
  trustedProxies: [],
  data: null,
  databaseUrl: null,
  keyFile: null,
  oldKeyFile: null,
  smtpUrl: null,
  mailFrom: '政府信息公开工作系统 <gongkai@localhost>',
  oidcIssuer: null,
  oidcClient: null,
  oidcSecret: null,
  oidcClaim: '',
  oidcLabel: '',
  s3Url: null,
  s3Region: '',
  s3KeyId: null,
  s3Secret: null,
  clamd: null,
}

/** The pages of a journey through the console; `admin` is that of who sets it up. */
export type StaffJourney = {
  readonly visit: Visit
  readonly admin: Page
  readonly go: (page: Page, to: string) => Promise<void>
}

/** Tests in a browser on an installation of their own, which nobody has set up; `now` is its clock. */
export function describeStaff(
  title: string,
  tests: (at: StaffJourney) => void,
  now: () => Date = () => new Date(),
): void {
  describe(title, { skip: skipWithoutBrowser() }, () => {
    const at: { visit?: Visit; admin?: Page; go?: StaffJourney['go'] } = {}
    before(async () => {
      const [server] = SERVERS
      const settings = { ...SETTINGS, databaseUrl: server ? await migratedDatabase(server) : null }
      const dataFolder = newFolder()
      const visit = await startVisit({ settings, dataFolder, now })
      const home = `http://localhost:${visit.service.port}`
      at.visit = visit
      at.admin = await visit.open({ width: 1280, height: 900 }, '/setup')
      at.go = (page, to) => go(page, home, to)
    })
    after(() => at.visit?.close())
    tests(at as StaffJourney)
  })
}

/** Goes to a page of the console as a link does; loads it where the window shows no page of the console, that of the set-up, which knows nobody, or that one. */
async function go(page: Page, home: string, to: string): Promise<void> {
  const { origin, pathname } = new URL(page.url())
  const isWithin = origin === home && pathname.startsWith('/console')
  if (!isWithin || ['/console/setup', to].includes(pathname)) {
    await page.goto(home + to)
  } else {
    await page.evaluate((next) => {
      history.pushState(null, '', next)
      dispatchEvent(new PopStateEvent('popstate'))
    }, to)
  }
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => !document.body.innerText.includes('正在载入'))
}

/** Sets the installation up: 云岭县, with 周敏 as its administrator. */
export async function setUp({ visit, admin }: StaffJourney): Promise<void> {
  await admin
    .getByLabel('设置码')
    .first()
    .fill((await visit.service.setUpCode()) ?? '')
  await admin.getByLabel('地区名称').fill('云岭县')
  await admin.getByLabel('本级人民政府全称').fill('云岭县人民政府')
  await admin.getByLabel('层级').selectOption('县级')
  await admin.getByLabel('姓名').fill('周敏')
  await admin.getByLabel('登录名').fill('zhoumin')
  await fillPassword(admin, PASSWORD)
  await admin.getByRole('button', { name: '完成设置' }).click()
  await admin.getByRole('heading', { name: '周敏，您好' }).waitFor()
}

/** Fills a new password in, twice. */
export async function fillPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再次填写密码').fill(password)
}

/** Signs in on the page that asks for it. */
export async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Adds an authority below the government of the region. */
export async function addAuthority({ admin, go }: StaffJourney, name: string): Promise<void> {
  await go(admin, '/console/authorities')
  await admin.getByRole('treeitem', { name: '云岭县人民政府' }).click()
  await admin.getByRole('link', { name: '增加下级机关' }).click()
  await admin.getByLabel('机关名称').fill(name)
  await admin.getByLabel('类型').selectOption('政府部门')
  await admin.getByLabel('层级').selectOption('县级')
  await admin.getByRole('button', { name: '增加机关' }).click()
  await admin.getByText(`已增加“${name}”。`).waitFor()
}

/** Chooses one of a list that is searched. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(words)
  await page.getByRole('option', { name: words }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
}

/** By how much the page is wider than the window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
