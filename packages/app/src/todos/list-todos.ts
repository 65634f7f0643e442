import { ok, type Result } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import type { Actor, Holding, Platform } from '../context.js'
import { readLaw } from '../overlays/read-law.js'
import { withCarried } from '../rights/carried.js'
import { RIGHTS, type Right } from '../rights/rights.js'
import { LINK_HOURS } from '../sessions/links.js'
import { transact } from '../storage/transact.js'
import { AFTERWARDS } from './afterwards-sources.js'
import { LETTERS_WAITING } from './letter-sources.js'
import { ADMINISTRATION, AUDIT } from './region-sources.js'
import { REMEDIES } from './remedy-sources.js'
import { REQUESTS } from './request-sources.js'
import { below, type Places, type Source, type TodoRow } from './source.js'
import { TODO_KINDS, type Todo, type TodoKind } from './todo.js'

export type Todos = {
  /** Of each kind the most pressing. */
  readonly items: readonly Todo[]
  /** How many of each kind there are. */
  readonly counts: readonly { readonly kind: TodoKind; readonly count: number }[]
}

/** Of each kind so many are told. */
const MOST = 50

/** 待办: what waits for who asks, by what is held today; the earliest due date first. */
export async function listTodos(platform: Platform, actor: Actor): Promise<Result<Todos, never>> {
  return transact(platform, actor, async ({ tx }) => {
    const law = await readLaw(tx, platform)
    const holdings = await withCarried(tx, actor.holdings)
    const all: (readonly Row[])[] = []
    for (const [kind, source] of Object.entries(SOURCES)) {
      const places = placesOf(holdings, source)
      if (places.length === 0) continue
      const { rows } = await sql<Row>`
        select ${kind} as kind, t.*, count(*) over () as count from (${source.from(platform, places, law)}) t
        order by t."dueOn", t.since, t."authorityName" limit ${MOST}`.execute(tx)
      all.push(rows)
    }
    return ok({
      items: all.flat().map(toTodo),
      counts: all.flatMap(([first]) => (first ? [{ kind: first.kind, count: first.count }] : [])),
    })
  })
}

type Row = TodoRow & { readonly kind: TodoKind; readonly count: number }

/** The authorities in which something is held that allows `action`, or of that `only` this role. */
function placesOf(holdings: readonly Holding[], { action, role: only }: Source): Places {
  const { roles }: Right = RIGHTS[action]
  const held = holdings.filter(
    ({ role, actions }) =>
      roles.includes(role) && (only ?? role) === role && (actions?.includes(action) ?? true),
  )
  return [...new Set(held.map(({ authorityId }) => authorityId))]
}

const SOURCES: Readonly<Record<TodoKind, Source>> = {
  ...REQUESTS,
  ...REMEDIES,
  ...AFTERWARDS,
  ...LETTERS_WAITING,
  rework: {
    action: 'report.draft',
    from: (platform, places) =>
      reports(platform, sql`r.state = 'returned' and ${own(places)}`, RETURNED),
  },
  write: {
    action: 'report.draft',
    from: (platform, places) =>
      reports(platform, sql`r.state in ('notStarted', 'draft') and ${own(places)}`, ASKED),
  },
  // What was drafted since the publication is put out by somebody else than its drafter.
  correction: {
    action: 'report.correct',
    from: (platform, places) =>
      reports(platform, sql`r.state = 'published' and ${own(places)} and ${DRAFTED}`, SAVED),
  },
  publish: {
    action: 'report.publish',
    from: (platform, places) =>
      reports(platform, sql`r.state = 'accepted' and ${own(places)}`, sql`null::timestamptz`),
  },
  review: {
    action: 'report.accept',
    from: (platform, places) =>
      reports(platform, sql`r.state = 'submitted' and ${below(places)}`, HANDED_IN),
  },
  late: {
    action: 'report.accept',
    from: (platform, places) =>
      reports(
        platform,
        sql`r.state in ('notStarted', 'draft', 'returned') and r.due_on < current_day() and ${below(places)}`,
        sql`null::timestamptz`,
      ),
  },
  invitation: { action: 'person.invite', from: invitations },
  ...ADMINISTRATION,
  ...AUDIT,
}

const own = (places: Places) => sql`r.authority_id = any (${places}::uuid[])`

const OF_REPORT = sql`v.tenant_id = r.tenant_id and v.report_id = r.id`
const DRAFTED = sql`exists (select from report_version v where ${OF_REPORT} and v.frozen_at is null)`
const SAVED = sql`(select v.saved_at from report_version v where ${OF_REPORT} and v.frozen_at is null)`
const HANDED_IN = sql`(select v.submitted_at from report_version v where ${OF_REPORT} and v.no = r.submitted_no)`
const ASKED = sql`(select c.opened_at from collection c where c.tenant_id = r.tenant_id and c.id = r.collection_id)`
const RETURNED = sql`(select max(m.made_at) from report_remark m where m.tenant_id = r.tenant_id and m.report_id = r.id)`

function reports(
  { tenantId }: Platform,
  condition: RawBuilder<unknown>,
  since: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select a.name || r.report_year || '年度报告' as what, null::integer as amount, null::text as path,
      r.id as "reportId", r.collection_id as "collectionId", null::uuid as "personId", a.id as "authorityId", a.name as "authorityName", r.due_on as "dueOn", ${since} as since
    from annual_report r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
    where r.tenant_id = ${tenantId} and ${condition}`
}

/** A person once, under the first authority of those that were meant; due is the day on which the link of the last invitation ends. */
function invitations({ tenantId }: Platform, places: Places): RawBuilder<unknown> {
  return sql`select t.*, ((t.since + ${LINK_HOURS.invitation}::integer * interval '1 hour') at time zone 'Asia/Shanghai')::date as "dueOn" from (
    select distinct on (p.id) p.name as what, null::integer as amount, null::text as path, null::uuid as "reportId", null::uuid as "collectionId",
      p.id as "personId", a.id as "authorityId", a.name as "authorityName",
      (select max(e.happened_at) from event e where e.tenant_id = p.tenant_id and e.subject_kind = 'person' and e.subject_id = p.id::text
        and e.name in ('personInvited', 'personInvitedAgain')) as since
    from person p
    join assignment s on s.tenant_id = p.tenant_id and s.person_id = p.id and (s.until is null or s.until >= current_day())
    join authority a on a.tenant_id = s.tenant_id and a.id = s.authority_id
    where p.tenant_id = ${tenantId} and p.state = 'invited' and ${below(places)}
    order by p.id, a.place) t`
}

function toTodo({ what, amount, count: _, ...row }: Row): Todo {
  const source: Source = SOURCES[row.kind]
  const title = source.title?.({ ...row, what, amount }) ?? `${what}：${TODO_KINDS[row.kind]}`
  return { ...row, title }
}
