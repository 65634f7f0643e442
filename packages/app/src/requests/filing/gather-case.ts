import {
  APPLICANT_KINDS,
  CHANNELS,
  CLOCK_STEPS,
  type ClockStep,
  citationText,
  dateText,
  dayLedger,
  GROUNDS,
} from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Platform, today } from '../../context.js'
import { readLaw } from '../../overlays/read-law.js'
import type { Schema } from '../../storage/schema.js'
import { IDENTITY_KINDS, openPerson } from '../applicant.js'
import { wholesOf } from '../joins/join.js'
import { originalOf } from '../materials/read-materials.js'
import { clockOf } from '../reckon.js'
import { FILE_PURPOSES, type RequestFile } from '../request.js'
import { SUPPLY_FORMS, SUPPLY_WAYS } from '../wanted.js'
import { dayOf, type Part, tablePart } from './case-part.js'
import { REQUEST_EVENTS } from './event-titles.js'
import type { GatheredCase } from './filing.js'
import { afterParts } from './gather-after.js'
import { courseParts } from './gather-course.js'
import { letterParts } from './gather-letters.js'

type Tx = Transaction<Schema>

/** A request with all that belongs into its case, in the order of the index, as it stands today. */
export async function gatherCase(
  tx: Tx,
  platform: Platform,
  request: RequestFile,
): Promise<GatheredCase> {
  const { requestNumber: number, authority } = request
  return {
    ...{ number, title: request.wanted, authority, filedOn: today(platform) },
    parts: [
      await factsPart(tx, platform, request),
      ...(await filesParts(tx, request)),
      ...(await letterParts(tx, platform, request)),
      ...(await materialParts(tx, request)),
      ...(await courseParts(tx, request, today(platform))),
      ...(await afterParts(tx, request)),
      await stepsPart(tx, request),
      ...(await ledgerPart(tx, platform, request)),
      await logPart(tx, request),
    ],
  }
}

async function factsPart(tx: Tx, platform: Platform, request: RequestFile): Promise<Part> {
  const people = await tx
    .selectFrom('request_person')
    .selectAll()
    .where('request_id', '=', request.id)
    .orderBy('place')
    .execute()
  const told = people.map(({ place, part, name, id_kind, sealed }) => {
    const rest = sealed && openPerson(platform.key, { requestId: request.id, no: place }, sealed)
    const label = part === 'agent' ? '代理人' : '申请人'
    if (!name || !rest) return [label, '个人信息已按规定删除']
    const kind = IDENTITY_KINDS[id_kind as keyof typeof IDENTITY_KINDS]
    const contact = [rest.contactName, rest.phone, rest.email, rest.address, rest.postalCode]
    return [label, [name, `${kind}${rest.idNumber}`, ...contact].filter(Boolean).join('，')]
  })
  const rows = [
    ['申请编号', request.requestNumber],
    ['原编号', request.originalNumber],
    ['申请人类别', APPLICANT_KINDS[request.applicantKind].title],
    ...told,
    ['所需信息', request.wanted],
    ['名称、文号', [request.title, request.number].filter(Boolean).join('，')],
    ['获取方式', `${SUPPLY_FORMS[request.form]}，${SUPPLY_WAYS[request.way]}`],
    ['提交渠道', CHANNELS[request.channel].title],
    ['到达、收到', `${dateText(request.arrivedOn)}到达，${dateText(request.receivedOn)}收到`],
    ['凭据', [request.proof, request.confirmedHow].filter(Boolean).join('；')],
    [
      '办结',
      `${dateText(request.closedOn)}，${request.countedUnder ? GROUNDS[request.countedUnder].title : ''}`,
    ],
  ]
  return tablePart('申请登记', request.arrivedOn, ['项目', '内容'], filledRows(rows))
}

function filledRows(rows: readonly (readonly (string | null | undefined)[])[]) {
  return rows.flatMap(([label = '', text]) => (text ? [[label ?? '', text]] : []))
}

async function filesParts(tx: Tx, { id }: RequestFile): Promise<Part[]> {
  const rows = await tx
    .selectFrom('request_file')
    .selectAll()
    .where('request_id', 'in', [id, ...(await wholesOf(tx, id))])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ title: `${FILE_PURPOSES[row.purpose] ?? '材料'}：${row.name}`, date: dayOf(row.added_at) },
    ...{ blocks: [], letter: null },
    files: [{ id: row.id, name: row.name, isPrinted: true }],
  }))
}

/** The documents as they came: what was withheld of them is seen against what went with the letters. */
async function materialParts(tx: Tx, { id }: RequestFile): Promise<Part[]> {
  const rows = await tx
    .selectFrom('request_material')
    .selectAll()
    .where('request_id', '=', id)
    .where('state', '<>', 'removed')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{
      title: `拟公开材料原件：${row.name}`,
      date: dayOf(row.added_at),
      blocks: [],
      letter: null,
    },
    files: [{ ...originalOf(row), isPrinted: true }],
  }))
}

async function stepsPart(tx: Tx, { id }: RequestFile): Promise<Part> {
  const rows = await tx
    .selectFrom('request_step')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy('no')
    .execute()
  const told = rows.map(({ step, note, struck_reason }) => [
    ...[dateText(step.on), CLOCK_STEPS[step.name].title],
    [stepText(step), note].filter(Boolean).join('；'),
    struck_reason ? `已更正：${struck_reason}` : '',
  ])
  return tablePart('办理步骤', null, ['日期', '步骤', '说明', '更正'], told)
}

async function ledgerPart(tx: Tx, platform: Platform, request: RequestFile): Promise<Part[]> {
  const known = await clockOf(tx, request, await readLaw(tx, platform))
  if (!known) return []
  const days = dayLedger(known.clock, known.law, today(platform))
  const told = days.map(({ date, count, why, source }) => [
    ...[dateText(date), count === null ? '' : String(count), why, citationText(source)],
  ])
  return [tablePart('期限逐日台账', today(platform), ['日期', '第几日', '计算情况', '依据'], told)]
}

/** What a step says besides its name and its day. */
function stepText(step: ClockStep): string {
  const parts = [
    'consultation' in step && step.consultation,
    step.name === 'extend' && `延长${step.days}个工作日`,
    'until' in step && step.until && `期限至${dateText(step.until)}`,
  ]
  return parts.filter(Boolean).join('，')
}

/** The database tells it to whoever handles the request; the whole log is for others. */
async function logPart(tx: Tx, { id }: RequestFile): Promise<Part> {
  const { rows } = await sql<{ at: Date; name: string; person: string | null }>`
    select * from log_of_request(${id})`.execute(tx)
  const told = rows.map(({ at, name, person }) => [
    ...[instantText(at), REQUEST_EVENTS[name] ?? `其他办理（${name}）`, person ?? ''],
  ])
  return tablePart('办理记录', null, ['时间', '事项', '办理人'], told)
}

const CHINA_MS = 8 * 3_600_000

/** `2026-01-05 09:30`, in China. */
function instantText(instant: Date): string {
  return new Date(instant.getTime() + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ')
}
