import type { LocalDate } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'
import type { RequestFile } from '../request.js'

/** 并案: handled with another, which leads; 分案: a part of what came on one paper. */
export type JoinKind = 'handledWith' | 'partOf'

/** How a request is joined to another, and which one that is. */
export type RequestJoin = {
  readonly id: string
  readonly kind: JoinKind
  /** Whether the other one is handled with this, or is a part of it. */
  readonly isOfOther: boolean
  readonly other: Pick<
    RequestFile,
    'id' | 'requestNumber' | 'stage' | 'dueOn' | 'closedOn' | 'setAside'
  >
  /** Told to who handles the request. */
  readonly reason: string | null
  readonly by: string
  readonly at: Date
  readonly undone: {
    readonly by: string
    readonly at: Date
    readonly reason: string | null
  } | null
}

/** How a request is joined to others, the undone too, the oldest first. */
export async function joinsOf(
  tx: Transaction<Schema>,
  { id, isMasked }: Pick<RequestFile, 'id' | 'isMasked'>,
): Promise<readonly RequestJoin[]> {
  const rows = await tx
    .selectFrom('request_join as j')
    .innerJoin('request as r', (join) =>
      join
        .onRef('r.tenant_id', '=', 'j.tenant_id')
        .on(
          sql<boolean>`r.id = case when j.request_id = ${id} then j.other_id else j.request_id end`,
        ),
    )
    .selectAll('j')
    .select(['r.id as end_id', 'r.number', 'r.stage', 'r.due_on', 'r.closed_on', 'r.set_aside'])
    .where((on) => on.or([on('j.request_id', '=', id), on('j.other_id', '=', id)]))
    .orderBy('j.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, isOfOther: row.other_id === id },
    other: {
      ...{ id: row.end_id, requestNumber: row.number, stage: row.stage, dueOn: row.due_on },
      ...{ closedOn: row.closed_on, setAside: row.set_aside },
    },
    ...{ reason: isMasked ? null : row.reason, by: row.made_by, at: row.made_at },
    undone:
      row.undone_by && row.undone_at
        ? { by: row.undone_by, at: row.undone_at, reason: isMasked ? null : row.undone_reason }
        : null,
  }))
}

/** The nearest due date of those that are handled together with a request and are open, its own among them; null where it is handled alone. */
export async function groupDueOn(
  tx: Transaction<Schema>,
  { id }: Pick<RequestFile, 'id'>,
): Promise<LocalDate | null> {
  const { rows } = await sql<{ dueOn: LocalDate | null }>`
    with standing as (select request_id, other_id from request_join where kind = 'handledWith' and undone_at is null),
      leader as (select other_id as id from standing where ${id}::uuid in (request_id, other_id) limit 1)
    select min(r.due_on) as "dueOn" from request r, leader l
      where r.closed_on is null and (r.id = l.id or r.id in (select s.request_id from standing s where s.other_id = l.id))`.execute(
    tx,
  )
  return rows[0]?.dueOn ?? null
}

/** The requests that came on the same paper as this one, undone splits included. */
export async function splitWith(tx: Transaction<Schema>, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive paper as (
      select ${id}::uuid as id
      union select case when j.request_id = p.id then j.other_id else j.request_id end
        from request_join j join paper p on p.id in (j.request_id, j.other_id) where j.kind = 'partOf')
    select id from paper where id <> ${id}`.execute(tx)
  return rows.map((row) => row.id)
}

/** The requests that a part came from, on whose paper it stood; none of one that came by itself. */
export async function wholesOf(tx: Transaction<Schema>, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select j.other_id as id from request_join j where j.request_id = ${id} and j.kind = 'partOf' and j.undone_at is null
      union select j.other_id from request_join j join above a on a.id = j.request_id where j.kind = 'partOf' and j.undone_at is null)
    select id from above`.execute(tx)
  return rows.map((row) => row.id)
}
