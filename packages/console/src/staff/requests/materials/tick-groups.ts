/** Fewer of one kind are ticked one by one. */
const FEW = 3

/** What is ticked together: many of one kind, in the order of the first; all others by themselves. */
export function groupsOf(
  kinds: readonly string[],
  count: number,
): readonly (readonly [number, ...number[]])[] {
  const alike = (at: number) => kinds.flatMap((kind, other) => (kind === kinds[at] ? other : []))
  return Array.from({ length: count }, (_, at) => alike(at)).flatMap((group, at) => {
    if (group.length <= FEW) return [[at] as const]
    const [first, ...others] = group
    return first === at ? [[first, ...others] as const] : []
  })
}
