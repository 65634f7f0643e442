import type { AuthorityTree, TreeNode } from '@gongkai/web'
import { createContext, useContext, useMemo } from 'react'
import { type Asked, useAsk } from '../api/use-ask.js'

/** The tree of the existing authorities, for choosing and for showing names. */
export type Register = {
  readonly nodes: readonly TreeNode[]
  readonly nameOf: (id: string) => string | null
  /** The ids from the root down to it, itself included. A dissolved authority stands in no tree: itself alone. */
  readonly pathOf: (id: string) => readonly string[]
  readonly asked: Asked<AuthorityTree>
}

/** Asks for the tree; nothing is asked while nobody is signed in. */
export function useLoadRegister(isSignedIn: boolean): Register {
  const asked = useAsk<AuthorityTree>(isSignedIn ? '/authorities/tree' : null)
  return useMemo(() => toRegister(asked), [asked])
}

function toRegister(asked: Asked<AuthorityTree>): Register {
  const nodes = asked.value?.nodes ?? []
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const pathOf = (id: string): readonly string[] => {
    const node = byId.get(id)
    if (!node) return [id]
    return [...(node.parentId === null ? [] : pathOf(node.parentId)), id]
  }
  return { nodes, asked, pathOf, nameOf: (id) => byId.get(id)?.name ?? null }
}

export const RegisterContext = createContext<Register | null>(null)

/** The tree of all existing authorities. */
export function useRegister(): Register {
  const register = useContext(RegisterContext)
  if (!register) throw new Error('the register is not provided')
  return register
}
