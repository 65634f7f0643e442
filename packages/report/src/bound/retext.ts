import { type PartKey, partText } from '../reading/annual-report.js'
import type { Binding, BoundReport } from './binding.js'
import { numberOf } from './follow.js'

/** The bindings that stand after something was changed, and those that fell with it. */
export type Bindings = {
  readonly kept: readonly Binding[]
  readonly dropped: readonly Binding[]
}

/**
 * The bindings of `before` in `after`, of which the text of one part was typed anew: those behind the change move along, those whose own
 * figure changed fall. `caret` is where the cursor stood after the change: where a text repeats itself it tells which of two was changed.
 */
export function moveBindings(
  before: BoundReport,
  after: BoundReport,
  part: PartKey,
  caret: number,
): Bindings {
  const change = changeOf(partText(before, part) ?? '', partText(after, part) ?? '', caret)
  const kept: Binding[] = []
  const dropped: Binding[] = []
  for (const binding of before.bindings ?? []) {
    const moved = binding.part === part ? move(binding, change) : binding
    const isSame = moved && numberOf(after, moved)?.raw === numberOf(before, binding)?.raw
    if (isSame) kept.push(moved)
    else dropped.push(binding)
  }
  return { kept, dropped }
}

/** A stretch of the text before that was replaced, and by how much the text grew. */
type Change = { readonly start: number; readonly end: number; readonly by: number }

function move(binding: Binding, { start, end, by }: Change): Binding | null {
  if (binding.end <= start) return binding
  if (binding.start < end) return null
  return { ...binding, start: binding.start + by, end: binding.end + by }
}

/** The least stretch that differs; of several equally short ones that which ends at the cursor. */
function changeOf(before: string, after: string, caret: number): Change {
  const least = Math.min(before.length, after.length)
  const prefix = alike(least, (at) => before[at] === after[at])
  const suffix = alike(least, (at) => before.at(-1 - at) === after.at(-1 - at))
  const behind = Math.min(suffix, after.length - caret)
  const ahead = Math.min(prefix, least - behind)
  const isLeast = ahead + behind >= Math.min(least, prefix + suffix)
  const start = isLeast ? ahead : prefix
  const end = before.length - (isLeast ? behind : Math.min(suffix, least - prefix))
  return { start, end, by: after.length - before.length }
}

function alike(most: number, isAlike: (at: number) => boolean): number {
  let count = 0
  while (count < most && isAlike(count)) count += 1
  return count
}
