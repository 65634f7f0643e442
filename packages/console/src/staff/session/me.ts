import type { Me } from '@gongkai/web'
import { createContext, useContext } from 'react'

type Action = Me['rights'][number]['action']

export const MeContext = createContext<Me | null>(null)

/** Who is signed in, on a page that is shown to nobody else. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in')
  return me
}

/** Whether the person may do `action` anywhere. */
export function mayAnywhere({ rights }: Me, action: Action): boolean {
  return rights.some((right) => right.action === action)
}

/** Whether the person may do `action` on an authority, given by the ids from the root down to it. The server decides; this hides what it would refuse. */
export function mayAt({ rights }: Me, action: Action, path: readonly string[]): boolean {
  return rights.some(
    (right) =>
      right.action === action &&
      (right.reach === 'below'
        ? path.includes(right.authorityId)
        : path.at(-1) === right.authorityId),
  )
}

/** The authorities in which the person may do `action` there and below, each once. */
export function reachOf({ rights }: Me, action: Action): readonly string[] {
  const found = rights.filter((right) => right.action === action)
  return [...new Set(found.map(({ authorityId }) => authorityId))]
}

export type { Action, Me }

export const SetMeContext = createContext<(me: Me | null) => void>(() => {})

/** Says who is signed in from now on; null for nobody. */
export function useSetMe(): (me: Me | null) => void {
  return useContext(SetMeContext)
}
