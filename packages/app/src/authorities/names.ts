import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { nameKey } from '../names/tidy-name.js'
import type { Schema } from '../storage/schema.js'
import type { AuthorityDetails } from './authority.js'

export type TakenRefusal = Refusal<'authority.name-taken' | 'authority.credit-code-taken'>

/** Refuses a name or a credit code that another existing authority of the region has; blanks and width make no other name. */
export async function refuseTaken(
  tx: Transaction<Schema>,
  { name, creditCode }: Pick<AuthorityDetails, 'name' | 'creditCode'>,
  ownId: string | null,
): Promise<Result<null, TakenRefusal>> {
  const key = nameKey(name)
  const rows = await tx
    .selectFrom('authority')
    .select(['name', 'name_key'])
    .where('dissolved_on', 'is', null)
    .where((where) =>
      where.or([where('name_key', '=', key), where('credit_code', '=', creditCode)]),
    )
    .$if(ownId !== null, (query) => query.where('id', '<>', ownId))
    .execute()
  const same = rows.find((row) => row.name_key === key)
  if (same) return refuse('authority.name-taken', nameTaken(same.name, name))
  const [other] = rows
  return other ? refuse('authority.credit-code-taken', creditCodeTaken(other.name)) : ok(null)
}

/** What is said of a name that is taken. */
function nameTaken(registered: string, name: string): string {
  if (registered !== name) return sameToTheEye(registered)
  return `已有名为“${name}”的机关。请核对名称，或者直接更正已有的登记。`
}

/** What is said of a name that differs from a registered one only in what the eye does not tell apart. */
export function sameToTheEye(registered: string): string {
  return `已登记“${registered}”，与填写的名称只差空格、全角半角或者大小写。请使用登记的名称。`
}

/** What is said of a credit code that is taken by the authority of this name. */
export function creditCodeTaken(name: string): string {
  return `这个统一社会信用代码已登记在“${name}”名下。请与证书核对。`
}
