import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, refuse } from '@gongkai/law'
import type { Actor, Holding, Platform } from '../../context.js'
import { allowAt } from '../../rights/allow.js'
import { transact, type Work } from '../../storage/transact.js'
import type { Authority } from '../authority.js'
import { toAuthority, toColumns } from '../authority-row.js'
import { difference } from '../details.js'
import { lockRegister } from '../register.js'
import type { PlannedRow } from './plan.js'
import { outcomeOf, type Preview, toPreview } from './preview.js'
import { type ImportInput, listOf, planOf } from './preview-import.js'

export type ImportAuthorities = {
  readonly input: ImportInput
  /** That of the preview which the person agreed to. */
  readonly digest: string
}

/** The list would do something else than what was shown: what it would do now goes with it. */
export type ImportChanged = Refusal<'import.changed'> & { readonly preview: Preview }

/** Carries out what a preview showed, all of it or nothing, with an event for each authority. A list that is imported again changes nothing. */
export async function importAuthorities(
  platform: Platform,
  actor: Actor,
  { input, digest }: ImportAuthorities,
) {
  const list = await listOf(input)
  if (!list.ok) return list
  return transact(platform, actor, async (work) => {
    await lockRegister(work.tx, platform)
    const plan = await planOf(work.tx, platform, actor, list.value)
    const preview = toPreview(plan, list.value)
    if (preview.digest !== digest) return { ok: false, refusal: changed(preview) } as const
    if (preview.counts.wrong > 0) return WRONG
    await addAll(
      work,
      platform,
      actor,
      plan.filter((one) => outcomeOf(one) === 'added'),
    )
    for (const one of plan) {
      if (outcomeOf(one) === 'changed') await change(work, actor, one)
    }
    return ok(preview.counts)
  })
}

function changed(preview: Preview): ImportChanged {
  const message = '预览之后机关登记或者文件有了变动，本次没有导入。请核对新的预览后再确认。'
  return { code: 'import.changed', message, preview }
}

const WRONG = refuse('import.wrong-rows', '表中还有错误的行，没有导入任何内容。请更正后重新预览。')

type Placed = { readonly planned: PlannedRow; readonly parent: Pick<Authority, 'id' | 'path'> }

// A statement takes 65 535 values; a row has 23.
const MOST_ROWS = 1000

/** Level by level: what a policy lets stand below must be there before. */
async function addAll(
  work: Work,
  platform: Platform,
  actor: Actor,
  rows: readonly PlannedRow[],
): Promise<void> {
  // In the order of the rows: siblings are listed by their ids.
  const ids = rows.map(() => randomUUIDv7()).toSorted()
  const idOf = new Map(rows.map(({ row }, index) => [row, ids[index] ?? '']))
  const added = new Map<number, Authority>()
  let waiting = rows
  while (waiting.length > 0) {
    const placed = waiting.flatMap((planned): Placed[] => {
      const parent = parentOf(planned, added)
      return parent ? [{ planned, parent }] : []
    })
    const level = placed.slice(0, MOST_ROWS)
    for (const [row, authority] of await addLevel(work, platform, actor, level, idOf)) {
      added.set(row, authority)
    }
    const rest = waiting.filter(({ row }) => !added.has(row))
    if (rest.length === waiting.length) throw new Error('a row of the import has no place')
    waiting = rest
  }
}

function parentOf({ parent }: PlannedRow, added: ReadonlyMap<number, Authority>) {
  if (!parent) return undefined
  return 'row' in parent ? added.get(parent.row) : parent.authority
}

async function addLevel(
  { tx, record }: Work,
  { tenantId }: Platform,
  actor: Actor,
  level: readonly Placed[],
  idOf: ReadonlyMap<number, string>,
): Promise<readonly (readonly [number, Authority])[]> {
  const values = level.map(({ planned, parent }) => ({
    tenant_id: tenantId,
    id: idOf.get(planned.row) ?? '',
    parent_id: parent.id,
    dissolved_on: null,
    ...toColumns(planned.details),
  }))
  const rows = await tx.insertInto('authority').values(values).returningAll().execute()
  const byId = new Map(rows.map((row) => [row.id, toAuthority(row)]))
  return level.flatMap(({ planned, parent }) => {
    const { row, details } = planned
    const authority = byId.get(idOf.get(row) ?? '')
    if (!authority) return []
    record({
      as: holdingFor(actor, 'authority.add', parent.path),
      name: 'authorityAdded',
      subject: { kind: 'authority', id: authority.id },
      authorityId: authority.id,
      detail: { parentId: parent.id, details, series: [], importedRow: row },
    })
    return [[row, authority] as const]
  })
}

async function change({ tx, record }: Work, actor: Actor, one: PlannedRow): Promise<void> {
  const { present, details, row } = one
  if (!present) return
  const { before, after } = difference(present, details)
  await tx
    .updateTable('authority')
    .set({ ...toColumns(details), version: present.version + 1 })
    .where('id', '=', present.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  record({
    as: holdingFor(actor, 'authority.change', present.path),
    name: 'authorityChanged',
    subject: { kind: 'authority', id: present.id },
    authorityId: present.id,
    detail: { before, after, importedRow: row },
  })
}

/** The plan has refused the row where there is none. */
function holdingFor(
  actor: Actor,
  action: 'authority.add' | 'authority.change',
  path: readonly string[],
): Holding {
  const allowed = allowAt(actor, action, { path })
  if (!allowed.ok) throw new Error(`${action} was planned without the right to it`)
  return allowed.value
}
