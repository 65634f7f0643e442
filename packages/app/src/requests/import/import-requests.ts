import { createHash } from 'node:crypto'
import type { SheetRow } from '@gongkai/documents'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { holdLaw } from '../../overlays/read-law.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { addImported } from './add-imported.js'
import { type PlannedRequest, planRequests } from './plan.js'
import { type List, type ListRefusal, readRequests } from './read-list.js'

export type ImportRequests = {
  readonly authorityId: string
  readonly rows: readonly SheetRow[]
}

type Outcome = 'open' | 'closed' | 'present' | 'wrong'

/** What an import would do, row by row; nobody's name is in it. */
export type RequestsPreview = {
  /** Stands for all that the import would do; it is given back to have it done. */
  readonly digest: string
  readonly rows: readonly {
    readonly row: number
    readonly originalNumber: string
    readonly outcome: Outcome
    readonly receivedOn: LocalDate | null
    readonly dueOn: LocalDate | null
    readonly closedOn: LocalDate | null
    /** What is wrong and what to do, one sentence each. */
    readonly errors: readonly string[]
  }[]
  /** How many come as open and as closed, how many are in the register already, how many are wrong. */
  readonly counts: Readonly<Record<Outcome, number>>
  readonly ignored: readonly string[]
}

/** The list would do something else than what was shown: what it would do now goes with it. */
type Changed = Refusal<'import.changed'> & { readonly preview: RequestsPreview }

/** What importing requests from before the register would do; nothing is written. */
export async function previewRequests(
  platform: Platform,
  actor: Actor,
  command: ImportRequests,
): Promise<Result<RequestsPreview, RightRefusal | ListRefusal>> {
  const list = readRequests(command.rows)
  if (!list.ok) return list
  return transact<Result<RequestsPreview, RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allow(tx, actor, 'request.import', command.authorityId)
    if (!allowed.ok) return allowed
    return ok(toPreview(await planOf(tx, platform, command, list.value), list.value))
  })
}

/** 导入此前的申请: carries out what a preview showed, all of it or nothing, with an event for each. A list that is imported again adds nothing. */
export async function importRequests(
  platform: Platform,
  actor: Actor,
  { digest, ...command }: ImportRequests & { readonly digest: string },
): Promise<
  Result<RequestsPreview['counts'], RightRefusal | ListRefusal | Changed | typeof WRONG.refusal>
> {
  const list = readRequests(command.rows)
  if (!list.ok) return list
  return transact<Result<RequestsPreview['counts'], RightRefusal | Changed | typeof WRONG.refusal>>(
    platform,
    actor,
    async (work) => {
      const { tx } = work
      const { authorityId } = command
      const allowed = await allow(tx, actor, 'request.import', authorityId)
      if (!allowed.ok) return allowed
      const lock = `import ${platform.tenantId} ${authorityId}`
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx)
      const plan = await planOf(tx, platform, command, list.value)
      const preview = toPreview(plan, list.value)
      if (preview.digest !== digest) return { ok: false, refusal: changed(preview) } as const
      if (preview.counts.wrong > 0) return WRONG
      for (const one of plan.filter(({ isPresent }) => !isPresent)) {
        const requestId = await addImported(tx, platform, actor, authorityId, one)
        work.record({
          ...{ as: allowed.value, name: 'requestImported', authorityId },
          subject: { kind: 'request', id: requestId },
          detail: detailOf(one),
        })
      }
      return ok(preview.counts)
    },
  )
}

async function planOf(
  tx: Transaction<Schema>,
  platform: Platform,
  { authorityId }: ImportRequests,
  { rows }: List,
): Promise<readonly PlannedRequest[]> {
  const kept = await tx
    .selectFrom('request')
    .select('original_number as number')
    .where('authority_id', '=', authorityId)
    .where('original_number', 'is not', null)
    .execute()
  const present = new Set(kept.map(({ number }) => number ?? ''))
  const law = await holdLaw(tx, platform)
  return planRequests(rows, { law, today: today(platform), present })
}

function outcomeOf({ errors, isPresent, reckoned }: PlannedRequest): Outcome {
  if (isPresent) return 'present'
  if (errors.length > 0) return 'wrong'
  return reckoned?.closed_on ? 'closed' : 'open'
}

function toPreview(plan: readonly PlannedRequest[], { ignored }: List): RequestsPreview {
  const rows = plan.map((one) => ({
    ...{ row: one.row, originalNumber: one.originalNumber, outcome: outcomeOf(one) },
    receivedOn: one.reckoned?.received_on ?? null,
    dueOn: one.reckoned?.due_on ?? null,
    closedOn: one.reckoned?.closed_on ?? null,
    errors: one.isPresent ? [] : one.errors,
  }))
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  const counts = {
    ...{ open: count('open'), closed: count('closed') },
    ...{ present: count('present'), wrong: count('wrong') },
  }
  const digest = createHash('sha256').update(JSON.stringify(plan)).digest('hex')
  return { digest, rows, counts, ignored }
}

function detailOf({ row, originalNumber, steps, reckoned, values }: PlannedRequest) {
  const { received_on, due_on, closed_on } = reckoned ?? {}
  return {
    ...{ importedRow: row, originalNumber, channel: values.channel, steps },
    ...{ receivedOn: received_on, dueOn: due_on, closedOn: closed_on, ground: values.ground },
  }
}

function changed(preview: RequestsPreview): Changed {
  const message = '预览之后台账或者文件有了变动，本次没有导入。请核对新的预览后再确认。'
  return { code: 'import.changed', message, preview }
}

const WRONG = refuse('import.wrong-rows', '表中还有错误的行，没有导入任何内容。请更正后重新预览。')
