import assert from 'node:assert/strict'
import {
  type Actor,
  acceptReport,
  board,
  correctPublished,
  createPool,
  openCollection,
  type Platform,
  publishReport,
  type ReportFile,
  type Role,
  saveDraft,
  startReport,
  submitReport,
} from '@gongkai/app'
import { localDate, type Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { readExample } from '../client.js'
import { newUser, type Running, setUpRegion, type Visitor } from '../platform.js'

export const FINANCE = '云岭县财政局'
const EDUCATION = '云岭县教育局'
export const YEAR = 2023
export const REASON = '更正培训人次'

export type Published = {
  readonly platform: Platform
  readonly admin: Visitor
  readonly finance: string
  readonly head: Actor
  readonly report: ReportFile
  readonly document: SavedReport
}

/** 云岭县 asks three authorities for 2023; the finance bureau has published. */
export async function publishOne(running: Running): Promise<Published> {
  const { admin, me } = await setUpRegion(running)
  const root = me.holdings[0]?.authorityId ?? ''
  const add = async (name: string) => {
    const details = { name, kind: 'department', level: 'county' }
    const { body } = await admin('POST', '/authorities', { body: { parentId: root, details } })
    return String(body.id)
  }
  const finance = await add(FINANCE)
  const education = await add(EDUCATION)
  const actor = async (role: Role, authorityId: string): Promise<Actor> => {
    const { personId } = await newUser(running, admin, authorityId, role)
    return { personId, holdings: [{ role, authorityId, onBehalfOf: null }] }
  }
  const officer = await actor('disclosureOfficer', finance)
  const head = await actor('disclosureHead', finance)
  const supervisor = await actor('supervisingOfficer', root)
  const platform = granted(await running.ground.platform())
  const { id: collectionId } = granted(
    await openCollection(platform, supervisor, {
      ...{ authorityId: root, reportYear: YEAR, instructions: '', localDuties: [] },
      authorityIds: [root, finance, education],
    }),
  )
  const { rows } = granted(await board(platform, supervisor, { collectionId }))
  const reportId = String(rows.find((row) => row.authorityId === finance)?.reportId)
  const pool = createPool({ jobs: 1, timeoutMs: 60_000 })
  const document = await readExample(pool, '财政局2023')
  await pool.close()
  const files = { get: async () => null }
  const blank = { reportId, version: 1, from: { kind: 'blank' } } as const
  let report = granted(await startReport(platform, officer, blank, files))
  report = granted(await saveDraft(platform, officer, { ...refOf(report), document }))
  report = granted(await submitReport(platform, officer, refOf(report)))
  report = granted(await acceptReport(platform, supervisor, refOf(report)))
  const publishedOn = localDate('2024-02-02')
  report = granted(await publishReport(platform, officer, { ...refOf(report), publishedOn }))
  const text = document.sections.map((one) =>
    one.no === '一' ? { ...one, text: one.text.replace('64人次', '65人次') } : one,
  )
  const draft = { ...refOf(report), document: { ...document, sections: text } }
  report = granted(await saveDraft(platform, officer, draft))
  return { platform, admin, finance, head, report, document }
}

/** Puts the drafted correction in the place of what is published. */
export async function correctOne({ platform, head, report }: Published): Promise<ReportFile> {
  return granted(await correctPublished(platform, head, { ...refOf(report), reason: REASON }))
}

export function refOf({ id, version }: ReportFile) {
  return { reportId: id, version }
}

export function granted<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code} ${result.refusal.message}`)
  return result.value
}
