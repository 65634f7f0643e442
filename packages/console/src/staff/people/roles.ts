import type { RoleLine } from '@gongkai/web'
import { type Asked, useAsk } from '../api/use-ask.js'

/** The roles with what each is for. */
export function useRoles(): Asked<readonly RoleLine[]> {
  return useAsk<readonly RoleLine[]>('/roles')
}

/** The name of a role; its id until the names are there. */
export function roleName(asked: Asked<readonly RoleLine[]>, id: string): string {
  return asked.value?.find((role) => role.id === id)?.label ?? id
}

/** For a choice: the roles by id. */
export function roleOptions(asked: Asked<readonly RoleLine[]>): Readonly<Record<string, string>> {
  return Object.fromEntries((asked.value ?? []).map(({ id, label }) => [id, label]))
}
