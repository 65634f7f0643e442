import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { dayInChina } from '@gongkai/law'
import { writeSheetRows } from '../../../documents/src/write/sheet-rows.js'
import { pdfFile } from './case-acts.js'
import type { Coming } from './case-scripts.js'
import { granted } from './county.js'
import type { Office } from './offices.js'

/** The service was killed, or its database is away. */
export class Gone extends Error {}

/** The service does not answer, or says that its database is away. */
export const AWAY: readonly number[] = [0, 503]

/** Brings a request in, by which `key` it is found again; its id. Throws {@link Gone} where nothing came back. */
export async function handIn(
  comes: Coming,
  url: string,
  office: Office,
  key: string,
): Promise<string> {
  if (comes === 'portal') {
    const found = await findRequest(office, await submitForm(url, office, key))
    assert.ok(found)
    return found
  }
  return comes === 'import' ? imported(office, key) : registered(office, key, comes)
}

/** The request of an office that these words find; null where there is none. */
export async function findRequest(
  { officer, authorityId }: Office,
  words: string,
): Promise<string | null> {
  const body = { authorityId, words }
  const { requests } = await granted(officer, 'POST', '/requests/search', { body })
  assert.ok(requests.length <= 1)
  return requests[0]?.id ?? null
}

const WANTED = '县城道路养护项目的合同'

const PERSON = {
  ...{ 'p1-name': '周小禾', 'p1-idKind': 'identityCard', 'p1-idNumber': '530000199001010011' },
  'p1-phone': '0000-1234567',
}

/** Sends the form of an office, with the proof of who asks; the number of the request. */
async function submitForm(url: string, { name }: Office, formKey: string): Promise<string> {
  const form = new FormData()
  const wanted = { wanted: WANTED, form: 'electronic', way: 'portal' }
  const fields = { formKey, kind: 'person', ...wanted, ...PERSON }
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('identity', pdfFile('身份证.pdf'))
  const at = `${url}/requests/new/${encodeURIComponent(name)}`
  const answer = await fetch(at, { method: 'POST', body: form }).catch(() => null)
  const page = await answer?.text().catch(() => null)
  if (!answer || !page || AWAY.includes(answer.status)) throw new Gone()
  const number = /<strong>(\d{4}-\d{3,}-\d{4,})<\/strong>/.exec(page)?.[1]
  assert.ok(answer.status === 201 && number, page)
  return number
}

const KNOWN = {
  ...{ part: 'applicant', name: '周小禾', idKind: 'identityCard', idNumber: '530000199001010011' },
  ...{ phone: '0000-1234567', address: '云岭县石桥街道一号' },
}

/** Registers a request that came by post. */
async function registered(office: Office, key: string, comes: 'desk' | 'ownRecord') {
  const today = dayInChina(Date.now())
  const body = {
    ...{ authorityId: office.authorityId, kind: comes === 'desk' ? 'disclosure' : comes },
    applicants: { kind: 'person', people: [KNOWN] },
    wanted: { wanted: WANTED, number: key, form: 'paper', way: 'post' },
    ...{ channel: 'registeredMail', arrivedOn: today, proof: 'XA00000000000' },
  }
  const answer = await office.officer('POST', '/requests', { body, key: randomUUID() })
  if (AWAY.includes(answer.status)) throw new Gone()
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.request.id
}

/** A request that was answered before there was a register. */
const BEFORE = {
  ...{ 来件日期: '2024-11-04', 提交方式: '当面提交', 申请人类型: '自然人', 申请人: '周某' },
  ...{ 申请内容: WANTED, 办结日期: '2024-11-20', 处理结果: '予以公开' },
}

async function imported(office: Office, key: string): Promise<string> {
  const columns = Object.entries({ 原编号: key, ...BEFORE })
  const sheet = [columns.map(([label]) => label), columns.map(([, value]) => value)]
  const bytes = new Uint8Array(await writeSheetRows('申请', sheet))
  const form = (digest?: string) => {
    const body = new FormData()
    body.append('file', new File([bytes], '此前的申请.xlsx'))
    body.append('authorityId', office.authorityId)
    if (digest) body.append('digest', digest)
    return { body }
  }
  const shown = await granted(office.officer, 'POST', '/requests/import/preview', form())
  const answer = await office.officer('POST', '/requests/import', form(shown.digest))
  if (AWAY.includes(answer.status)) throw new Gone()
  assert.deepEqual([answer.status, answer.body.counts?.closed], [200, 1], JSON.stringify(shown))
  const found = await findRequest(office, key)
  assert.ok(found)
  return found
}
