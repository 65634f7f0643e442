import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import { AUTHORITY_LEVELS, type AuthorityDetails, type AuthorityLevel } from './authority.js'

/** From the highest. */
const RANKS: readonly AuthorityLevel[] = ['province', 'city', 'county', 'township']

/** Refused where a government would stand below an authority of a lower level. Other authorities of a higher level may have offices there. */
export async function refuseRank(
  tx: Transaction<Schema>,
  { name, kind, level }: Pick<AuthorityDetails, 'name' | 'kind' | 'level'>,
  parentId: string,
): Promise<Result<null, Refusal<'authority.wrong'>>> {
  if (kind !== 'government') return ok(null)
  const parent = await tx
    .selectFrom('authority')
    .select(['name', 'level'])
    .where('id', '=', parentId)
    .executeTakeFirstOrThrow()
  // The check of the column holds the same names.
  const above = parent.level as AuthorityLevel
  if (RANKS.indexOf(level) >= RANKS.indexOf(above)) return ok(null)
  const [own, other] = [AUTHORITY_LEVELS[level], AUTHORITY_LEVELS[above]]
  return refuse(
    'authority.wrong',
    `“${name}”为${own}人民政府，不能在${other}的“${parent.name}”之下。请核对层级和上级机关。`,
  )
}
