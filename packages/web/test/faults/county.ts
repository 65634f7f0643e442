import assert from 'node:assert/strict'
import { exampleReports } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { type Answer, type Browser, newBrowser, type Sent } from './browser.js'

export const PASSWORD = '竹影扫阶尘不动，月穿潭底'

/** The bureau of the example that is in good order, and its year. */
const EXAMPLE = '云岭县财政局'
export const YEAR = 2023

/** Who works in a county that was set up over the network, and what its bureaus write. */
export type County = {
  readonly admin: Browser
  readonly supervisor: Browser
  /** Head of the disclosure office of every bureau. */
  readonly head: Browser
  readonly root: string
  readonly collectionId: string
  readonly desks: readonly Desk[]
}

/** A bureau with its report and who drafts it. */
export type Desk = {
  readonly authority: string
  readonly authorityId: string
  readonly reportId: string
  readonly officer: Browser
  /** A report in good order. */
  readonly document: SavedReport
}

/** Sets a fresh service up: a county with so many bureaus, all of which are asked for their report. */
export async function setUpCounty(url: string, code: string, bureaus: number): Promise<County> {
  const admin = newBrowser(url)
  const me = await granted(admin, 'POST', '/setup', { body: { code, ...REGION } })
  const root: string = me.holdings[0].authorityId
  const example = await readExample(admin)
  const places: { name: string; id: string }[] = []
  for (let at = 0; at < bureaus; at++) {
    const name = at === 0 ? EXAMPLE : `云岭县第${at}管理局`
    const details = { name, kind: 'department', level: 'county' }
    const { id } = await granted(admin, 'POST', '/authorities', {
      body: { parentId: root, details },
    })
    places.push({ name, id })
  }
  const ids = places.map(({ id }) => id)
  const supervisor = await invite(url, admin, 'supervisor', 'supervisingOfficer', [root])
  const head = await invite(url, admin, 'head', 'disclosureHead', ids)
  const collection = await granted(supervisor, 'POST', '/collections', {
    body: { authorityId: root, reportYear: YEAR, authorityIds: [root, ...ids] },
  })
  const desks: Desk[] = []
  for (const [at, { name, id }] of places.entries()) {
    const officer = await invite(url, admin, `officer${at}`, 'disclosureOfficer', [id])
    const { items } = await granted(officer, 'GET', '/reports')
    const document: SavedReport = JSON.parse(JSON.stringify(example).replaceAll(EXAMPLE, name))
    desks.push({ authority: name, authorityId: id, reportId: items[0].id, officer, document })
  }
  return { admin, supervisor, head, root, collectionId: collection.id, desks }
}

export const REGION = {
  ...{ region: '云岭县', regionCode: '530199', authority: '云岭县人民政府', level: 'county' },
  administrator: { login: 'admin', name: '管理员', password: PASSWORD },
}

async function readExample(admin: Browser): Promise<SavedReport> {
  const example = (await exampleReports()).find(({ name }) => name.includes(`财政局${YEAR}`))
  assert.ok(example)
  const body = new FormData()
  body.append('file', new File([new Uint8Array(example.bytes)], example.name))
  return (await granted(admin, 'POST', '/reports/read', { body })).report
}

/** Somebody with a role, signed in. */
export async function invite(
  url: string,
  admin: Browser,
  login: string,
  role: string,
  authorityIds: readonly string[],
): Promise<Browser> {
  const assignments = authorityIds.map((authorityId) => ({ authorityId, role }))
  const body = { login, name: `用户${login}`, email: `${login}@example.org`, assignments }
  const { link } = await granted(admin, 'POST', '/people', { body })
  const browser = newBrowser(url)
  const token = link.slice(link.lastIndexOf('/') + 1)
  await granted(browser, 'POST', `/links/${token}`, { body: { password: PASSWORD } })
  await granted(browser, 'POST', '/session', { body: { login, password: PASSWORD } })
  return browser
}

/** The body of an answer that must be given. */
export async function granted(
  browser: Browser,
  method: string,
  path: string,
  sent: Sent = {},
): Promise<Answer['body']> {
  const { status, body } = await browser(method, path, sent)
  assert.ok(status >= 200 && status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
