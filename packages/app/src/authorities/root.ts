import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Authority } from './authority.js'

export type RootRefusal = Refusal<'authority.root'>

/** The authority at the root carries the register of its region: it stays where it is. */
export function refuseRoot({ name, parentId }: Authority): Result<null, RootRefusal> {
  if (parentId !== null) return ok(null)
  return refuse('authority.root', `“${name}”是本地区最上级的机关，不能划转、合并、分设或者撤销。`)
}
