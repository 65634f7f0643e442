import assert from 'node:assert/strict'
import { dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { PASSWORD, type StaffJourney } from './visit-staff.js'

type Who = 'supervisor' | 'officer' | 'head' | 'leader'

/** 云岭县财政局, and the pages of those who take part. */
export type Cast<W extends Who = Who> = Readonly<Record<W, Page>> & { readonly bureau: string }

type Person = readonly [
  login: string,
  name: string,
  ...held: (readonly [authorityId: string, role: string])[],
]

/** Who asks. */
export const PERSON = {
  ...{ part: 'applicant', name: '周小禾', idKind: 'identityCard' },
  ...{ idNumber: '530000199001010011', phone: '0000-1234567', address: '云岭县石桥街道一号' },
} as const

/** What letters name, and how they are numbered. */
const DETAILS = { reviewBody: '云岭县人民政府', court: '云岭县人民法院', phone: '0000-1234567' }
const SERIES = [{ code: '云财公复', purpose: '政府信息公开答复' }]

/**
 * Sets 云岭县 up with 云岭县财政局 and 云岭县水务局, and signs in those of their people who are named, each in a browser profile of their own: the
 * supervising officer of the county; of 云岭县财政局 the officer, the head of disclosure, who drafts for the county too, and the leader.
 */
export async function castOf<W extends Who>(
  at: StaffJourney,
  ...who: readonly W[]
): Promise<Cast<W>> {
  const { admin } = at
  const administrator = { login: 'zhoumin', name: '周敏', password: PASSWORD }
  const place = { region: '云岭县', regionCode: null, authority: '云岭县人民政府', level: 'county' }
  const code = await at.visit.service.setUpCode()
  await ask(admin, 'POST', '/setup', { code, ...place, administrator })
  const { nodes } = await ask<{ nodes: { id: string }[] }>(admin, 'GET', '/authorities/tree')
  const root = nodes[0]?.id ?? ''
  const bureau = await authority(admin, root, '云岭县财政局', DETAILS, SERIES)
  await authority(admin, root, '云岭县水务局')
  const people: Readonly<Record<Who, Person>> = {
    supervisor: ['sunning', '孙宁', [root, 'supervisingOfficer']],
    officer: ['linqiao', '林乔', [bureau, 'disclosureOfficer']],
    head: ['hemu', '何牧', [bureau, 'disclosureHead'], [root, 'disclosureOfficer']],
    leader: ['gaoyuan', '高远', [bureau, 'leader']],
  }
  const pages = await Promise.all(
    who.map(async (one) => [one, await enter(at, people[one])] as const),
  )
  return { ...(Object.fromEntries(pages) as Record<W, Page>), bureau }
}

/** Invites a person to these duties, who is signed in in a browser profile of his own. */
export async function enter(at: StaffJourney, person: Person): Promise<Page> {
  const [login, name, ...held] = person
  const assignments = held.map(([authorityId, role]) => ({ authorityId, role }))
  await invite(at.admin, { login, name, assignments })
  const signedIn = { login, password: PASSWORD }
  const page = await at.visit.open({ width: 1280, height: 900 }, '/console', { signedIn })
  await page.getByRole('heading', { name: `${name}，您好` }).waitFor()
  return page
}

/** Registers a request of today over the counter; `more` is what is otherwise. Returns its id. */
export async function register(
  { officer, bureau }: Cast<'officer'>,
  wanted: string,
  more: object = {},
): Promise<string> {
  const { request } = await ask<{ request: { id: string } }>(officer, 'POST', '/requests', {
    ...{ authorityId: bureau, channel: 'inPerson', arrivedOn: dayInChina(Date.now()) },
    wanted: { wanted, form: 'paper', way: 'post' },
    applicants: { kind: 'person', people: [PERSON] },
    ...more,
  })
  return request.id
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

async function authority(
  page: Page,
  parentId: string,
  name: string,
  more: object = {},
  series: readonly object[] = [],
): Promise<string> {
  const details = { name, kind: 'department', level: 'county', ...more }
  const body = { parentId, details, series }
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
