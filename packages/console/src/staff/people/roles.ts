import type { RoleLine } from '@gongkai/web'
import { useEffect, useState } from 'react'
import { type Answer, call } from '../api/call.js'

type Roles = readonly RoleLine[]

/** They are the same for everybody, and a long list names them on every line: asked for once. */
let asked: Promise<Answer<Roles>> | null = null

/** The roles with what each is for; none until they are there. */
export function useRoles(): Roles {
  const [roles, setRoles] = useState<Roles>([])
  useEffect(() => {
    let isGone = false
    asked ??= call<Roles>('GET', '/roles')
    void asked.then((answer) => {
      if (!answer.ok) asked = null
      else if (!isGone) setRoles(answer.value)
    })
    return () => {
      isGone = true
    }
  }, [])
  return roles
}

/** The name of a role; dots until the names are there. */
export function roleName(roles: Roles, id: string): string {
  return roles.find((role) => role.id === id)?.label ?? (roles.length === 0 ? '…' : id)
}

/** For a choice: the roles by id. */
export function roleOptions(roles: Roles): Readonly<Record<string, string>> {
  return Object.fromEntries(roles.map(({ id, label }) => [id, label]))
}
