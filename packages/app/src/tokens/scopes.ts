import type { Holding } from '../context.js'
import type { Action } from '../rights/rights.js'
import type { Role } from '../rights/roles.js'

/** What a token may be made for: it stands in one role, and does of what that role may only these actions. */
export type ScopeSpec = {
  readonly label: string
  readonly role: Role
  readonly actions: readonly Action[]
}

/**
 * Whoever administers an authority gives reading (`auditor`); of the other roles nobody gives what is not his own there.
 * None of them decides: what is returned, accepted, published or withdrawn, and who holds what, is a person's affair. The roles are
 * named a second time in the database, which lets a token hold no other.
 */
// biome-ignore format: table
export const SCOPES = {
  read:                { label: '查阅：人员、年度报告、记录、后台任务', role: 'auditor',            actions: ['person.read', 'event.read', 'collection.read', 'job.read'] },
  'reports:write':     { label: '编制、报送年度报告',                   role: 'disclosureOfficer',  actions: ['report.draft', 'report.waive', 'report.submit'] },
  'collections:write': { label: '组织、汇总年度报告',                   role: 'supervisingOfficer', actions: ['collection.open', 'collection.read', 'collection.merge'] },
} as const satisfies Record<string, ScopeSpec>

export type Scope = keyof typeof SCOPES

/** The scopes in the order of the table. */
export const SCOPE_IDS = Object.keys(SCOPES) as readonly Scope[]

/** The scopes that who holds this may give a token of an authority which he administers: not as a deputy, and not from above. */
export function scopesToGive(holdings: readonly Holding[], authorityId: string): readonly Scope[] {
  const own = holdings.filter((one) => one.onBehalfOf === null && one.authorityId === authorityId)
  return SCOPE_IDS.filter((scope) => {
    const { role } = SCOPES[scope]
    return role === 'auditor' || own.some((one) => one.role === role)
  })
}
