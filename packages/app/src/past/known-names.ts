import { isSameAuthority } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { Proposal } from './past-item.js'

/** A name that an authority has or had. */
export type KnownName = {
  readonly authorityId: string
  /** The name as it is registered now, or was registered last. */
  readonly name: string
  readonly known: string
  readonly how: 'full' | 'short' | 'former'
}

/** Every name, full, short and former, of an authority and of those below it, dissolved ones too. */
export async function knownNames(
  tx: Transaction<Schema>,
  authorityId: string,
): Promise<readonly KnownName[]> {
  const { rows } = await sql<KnownName>`
    with here as (select id, name, short_name from authority
      where tenant_id = current_tenant() and ${authorityId}::uuid = any (path))
    select id as "authorityId", name, name as known, 'full' as how from here
    union all select id, name, short_name, 'short' from here where short_name is not null
    union all select h.id, h.name, c.name_before, 'former' from here h
      join authority_change c on c.tenant_id = current_tenant() and c.authority_id = h.id and c.kind = 'renamed'`.execute(
    tx,
  )
  return rows
}

export type Recognised = {
  /** Whom the name means for certain; null where it does not say. */
  readonly targetId: string | null
  readonly proposals: readonly Proposal[]
}

const ORDER = ['full', 'short', 'former'] as const
/** So many close names are proposed, each alike in so much of its pairs of characters. */
const MOST_CLOSE = 3
const LEAST_ALIKE = 0.6

/** Which authority a printed name means: exactly one by its full name, else by its short, else by a former one. What is only close is proposed. */
export function recogniseName(printed: string | null, names: readonly KnownName[]): Recognised {
  const wanted = bare(printed ?? '')
  if (wanted === '') return { targetId: null, proposals: [] }
  for (const how of ORDER) {
    const exact = once(names.filter((one) => one.how === how && bare(one.known) === wanted))
    const [first, ...others] = exact
    if (first) return { targetId: others.length === 0 ? first.authorityId : null, proposals: exact }
  }
  const close = names
    .map((one) => ({ one, alike: alikeness(wanted, bare(one.known)) }))
    .filter(({ alike }) => alike >= LEAST_ALIKE)
    .toSorted((a, b) => b.alike - a.alike)
    .map(({ one }) => ({ ...one, how: 'close' as const }))
  return { targetId: null, proposals: once(close).slice(0, MOST_CLOSE) }
}

function once(names: readonly (Omit<KnownName, 'how'> & Pick<Proposal, 'how'>)[]): Proposal[] {
  const byId = new Map(names.toReversed().map((one) => [one.authorityId, one]))
  const first = names.filter((one) => byId.get(one.authorityId) === one)
  return first.map(({ authorityId, name, how }) => ({ authorityId, name, how }))
}

function bare(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '')
}

/** 1 where one is the end of the other; else how much of their pairs of characters they share (Dice). */
function alikeness(a: string, b: string): number {
  if (isSameAuthority(a, b)) return 1
  const [one, other] = [pairs(a), pairs(b)]
  const shared = one.filter((pair) => other.includes(pair)).length
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length)
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}
