import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { PASSWORD, type StaffJourney, setUp, signIn } from './visit-staff.js'

/** Who takes part in the collection: the supervising officer, the officer of 云岭县财政局, and its head of disclosure, who drafts for the county too. */
export type Cast = { readonly supervisor: Page; readonly officer: Page; readonly head: Page }

type Held = readonly [authorityId: string, role: string]

/** Sets 云岭县 up with three authorities, and signs the people of the collection in, each in a browser profile of their own. */
export async function castOf(at: StaffJourney): Promise<Cast> {
  await setUp(at)
  const { admin } = at
  const { nodes } = await ask<{ nodes: { id: string }[] }>(admin, 'GET', '/authorities/tree')
  const root = nodes[0]?.id ?? ''
  const bureau = await authority(admin, root, '云岭县财政局')
  await authority(admin, root, '云岭县水务局')
  return {
    supervisor: await enter(at, 'sunning', '孙宁', [root, 'supervisingOfficer']),
    officer: await enter(at, 'linqiao', '林乔', [bureau, 'disclosureOfficer']),
    head: await enter(at, 'hemu', '何牧', [bureau, 'disclosureHead'], [root, 'disclosureOfficer']),
  }
}

/** Invites a person to these duties, who signs in in a browser profile of his own. */
export async function enter(
  at: StaffJourney,
  login: string,
  name: string,
  ...held: readonly Held[]
): Promise<Page> {
  const assignments = held.map(([authorityId, role]) => ({ authorityId, role }))
  await invite(at.admin, { login, name, assignments })
  const page = await at.visit.open({ width: 1280, height: 900 }, '/console')
  await signIn(page, login)
  await page.getByRole('heading', { name: `${name}，您好` }).waitFor()
  return page
}

/** Lays a block over the table as a spreadsheet's copy would, from the cell of that key on. */
export async function pasteInto(
  page: Page,
  key: string,
  rows: readonly string[],
  type: 'text/plain' | 'text/html' = 'text/plain',
): Promise<void> {
  await cell(page, key).focus()
  const copied = [type, rows.join('\n')] as const
  await page.evaluate(([type, text]) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(type, text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, copied)
}

/** The field or the button of a cell. */
export function cell(page: Page, key: string) {
  return page.locator(`[data-cell="${key}"]`)
}

/** Waits until what was typed is kept. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.save-state.saved').waitFor()
}

async function authority(page: Page, parentId: string, name: string): Promise<string> {
  const details = { name, kind: 'department', level: 'county' }
  const body = { parentId, details, series: [] }
  const { id } = await ask<{ id: string }>(page, 'POST', '/authorities', body)
  return id
}

/** Ends the only authority of this name; the one above carries on. */
export async function dissolve(page: Page, name: string): Promise<void> {
  const { nodes } = await ask<{ nodes: readonly { id: string; name: string }[] }>(
    page,
    'GET',
    '/authorities/tree',
  )
  const id = nodes.find((one) => one.name === name)?.id
  const end = { happenedOn: '2026-01-05', reason: '机构改革方案', dutiesTo: nodes[0]?.id }
  await ask(page, 'POST', `/authorities/${id}/dissolve`, end, 1)
}

async function invite(page: Page, person: object): Promise<void> {
  const body = { phone: null, email: null, ...person }
  const { link } = await ask<{ link: string }>(page, 'POST', '/people', body)
  const token = new URL(link).pathname.split('/').at(-1)
  await ask(page, 'POST', `/links/${token}`, { password: PASSWORD })
}

/** Asks the API as who is signed in on the page. */
export async function ask<T>(
  page: Page,
  method: string,
  path: string,
  body?: object,
  version?: number,
): Promise<T> {
  const { ok, value } = await page.evaluate(
    async ([verb, to, sent, match]) => {
      const headers = { 'content-type': 'application/json', ...(match && { 'if-match': match }) }
      const init = { method: verb, headers, ...(sent && { body: sent }) }
      const answer = await fetch(`/api/v1${to}`, init)
      const text = await answer.text()
      return { ok: answer.ok, value: text === '' ? null : JSON.parse(text) }
    },
    [method, path, body ? JSON.stringify(body) : '', version ? `"${version}"` : ''] as const,
  )
  assert.ok(ok, `${path}: ${JSON.stringify(value)}`)
  return value
}
