import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe } from 'node:test'
import { type Service, type ServiceOptions, startService } from '@gongkai/web'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser, skipWithoutBrowser } from '../../../test/support/browser.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** So long may a page take, of which there are others on a machine that tests at the same time. */
export const PATIENCE_MS = 45_000

export type Size = { readonly width: number; readonly height: number }

/** A browser that runs no script, or in which somebody is signed in. */
type Profile = {
  readonly runsScripts?: boolean
  readonly signedIn?: { readonly login: string; readonly password: string }
}

/** The service with the built console, and a browser that looks at it. */
export type Visit = {
  /** A new page in a browser profile of its own; what it logs as an error ends up in `errors`. */
  readonly open: (size?: Size, path?: string, profile?: Profile) => Promise<Page>
  readonly service: Service
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

/** The page that the tests of one journey share, and the visit that it belongs to. */
export type Journey = { readonly visit: Visit; readonly page: Page }

/**
 * Tests in a browser, skipped with a reason where there is none: the service and one page are opened before them and
 * closed after them. Only inside of a test does `at` hold anything.
 */
export function describeVisit(title: string, tests: (at: Journey) => void, size?: Size): void {
  describe(title, { skip: skipWithoutBrowser() }, () => {
    const at: { visit?: Visit; page?: Page } = {}
    before(async () => {
      at.visit = await startVisit()
      at.page = await at.visit.open(size)
    })
    after(() => at.visit?.close())
    tests(at as Journey)
  })
}

/** Starts the service on a free port of this machine, with a platform or without, and Chromium. */
export async function startVisit(platform?: ServiceOptions['platform']): Promise<Visit> {
  const errors: string[] = []
  const service = await startService({
    ...{ host: '127.0.0.1', port: 0, jobs: 2 },
    log: ({ fault }) => errors.push(String(fault)),
    ...(platform && { platform }),
  })
  const refusal = await service.begin()
  assert.equal(refusal, null)
  const browser = await launch()
  return {
    errors,
    service,
    async open(size = { width: 1400, height: 900 }, path = '/tools/report', profile = {}) {
      const { runsScripts = true, signedIn } = profile
      const home = `http://localhost:${service.port}`
      const context = await browser.newContext({ viewport: size, javaScriptEnabled: runsScripts })
      if (signedIn) await begin(context, home, signedIn)
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      // An answer that is a refusal is told by the page itself.
      page.on('console', (entry) => {
        const isRefusal = entry.text().startsWith('Failed to load resource')
        if (entry.type() === 'error' && !isRefusal) errors.push(entry.text())
      })
      page.on('pageerror', (error) => errors.push(String(error)))
      await page.goto(home + path)
      // The page comes with its second script, after the window has loaded.
      await page.locator('#main').waitFor()
      return page
    },
    async close() {
      await browser.close()
      await service.stop()
    },
  }
}

/** Signs in without the screen. */
async function begin(context: BrowserContext, home: string, data: object): Promise<void> {
  const answer = await context.request.post(`${home}/api/v1/session`, { data })
  assert.ok(answer.ok(), await answer.text())
}

/** A Chromium, to be closed by who asked for it. */
export function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  assert.ok(executablePath)
  // Without a locale that knows Chinese the browser calls every download “download”.
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS], env })
}

/** Loads the examples and waits until all have been read and held against each other. */
export async function loadExamples(page: Page): Promise<void> {
  await page.getByRole('button', { name: '载入示例' }).click()
  await page.locator('tr.read').nth(5).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Opens a report of the overview. */
export async function openReport(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('heading', { name: '读出的报告' }).waitFor()
}

/** Waits until the report has been checked again after what was just done to it: what is done shows at once that it must be, and may be over by now. */
export async function settled(page: Page): Promise<void> {
  await page.getByText('正在重新核对…').waitFor({ state: 'hidden' })
}

/** What axe finds wrong with the page once what it asked for is there, one rule and first element a line; behind an open dialog nothing can be reached, so it alone is looked at. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.getByText('正在载入…').first().waitFor({ state: 'hidden' })
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    type Found = { id: string; nodes: { html: string }[] }
    type Axe = { run(on: Node, options: object): Promise<{ violations: Found[] }> }
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document.querySelector('dialog:modal') ?? document, {
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

/** The finding that the focus is on or whose place it is on, by what a screen reader says. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
  })
}
