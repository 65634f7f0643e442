import type { PartKey, Target } from '@gongkai/report'

/** A stretch of a part's text that is about to have another length. */
export type TextChange = {
  readonly part: PartKey
  readonly start: number
  readonly end: number
  /** Characters that what stands behind moves by. */
  readonly by: number
}

/** Where `target` stands after the change; null where the change touches it and it has to be found anew. */
export function moveTarget(target: Target, change: TextChange): Target | null {
  if (target.kind !== 'text' || target.part !== change.part) return target
  if (target.end <= change.start && target.start < change.start) return target
  if (target.start < change.end || target.start === change.start) return null
  return { ...target, start: target.start + change.by, end: target.end + change.by }
}

/** The things whose targets survive the change, each with its new one. */
export function moveTargets<T extends { readonly target: Target }>(
  things: readonly T[],
  change: TextChange,
): T[] {
  return things.flatMap((thing) => {
    const target = moveTarget(thing.target, change)
    return target ? [{ ...thing, target }] : []
  })
}
