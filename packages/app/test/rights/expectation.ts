import type { Result } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import type { Role } from '../../src/rights/roles.js'
import type { Place, Tree } from '../people/tree.js'

/** What is expected of one use case that takes an actor: who may, and how it is tried. */
export type Expectation = {
  readonly useCase: string
  /**
   * Which roles may, where they are held in the authority that the thing belongs to (own), the one above it (parent), one beside it (sibling), or one of
   * another branch (foreign). Nobody else may. `self`: everybody, because it is one's own affair alone.
   */
  readonly may: Readonly<Partial<Record<Place, readonly Role[]>>> | 'self'
  /** Prepares what is needed as the administrator of the region, and tries it on the authority `own` as `actor`. */
  readonly attempt: (tree: Tree, actor: Actor) => Promise<Result<unknown>>
}

const kept = new WeakMap<Tree['places'], Map<string, Promise<unknown>>>()

/** What `make` prepared, once: whoever is refused has changed nothing, so it serves the next who tries. */
export function prepared<T>(
  { places }: Pick<Tree, 'places'>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const all = kept.get(places) ?? new Map<string, Promise<unknown>>()
  kept.set(places, all)
  const found = all.get(key) ?? make()
  all.set(key, found)
  // Only `make` of this key writes here.
  return found as Promise<T>
}

/** After something was done: what was prepared is used up. */
export function prepareAnew({ places }: Pick<Tree, 'places'>): void {
  kept.delete(places)
}

/** The same roles in the authority itself and in the one above. */
export function hereAndAbove(...roles: readonly Role[]): Expectation['may'] {
  return { own: roles, parent: roles }
}
