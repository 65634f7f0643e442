/** Who did something: the person, and for whom as a deputy; null in an own right. */
export type Doer = { readonly personId: string; readonly onBehalfOf: string | null }

/**
 * Separation of duties: who drafted does not approve. It holds for the person and for whom the person stands in, on either side:
 * a deputy does not approve for the absent drafter, nor the drafter what a deputy drafted in the drafter's place.
 */
export function mayDecide(
  drafters: readonly Doer[],
  { personId }: Pick<Doer, 'personId'>,
  onBehalfOf: string | null,
): boolean {
  const drafted = drafters.flatMap((one) => [one.personId, one.onBehalfOf])
  return !drafted.includes(personId) && (onBehalfOf === null || !drafted.includes(onBehalfOf))
}
