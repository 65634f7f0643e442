/**
 * Works on up to `width` items at the same time and gives the results in the order of the items. The next item is
 * taken only when a result has been taken: many items need no more memory than few.
 */
export async function* mapInOrder<T, U>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const underway: Promise<U>[] = []
  for await (const item of items) {
    underway.push(work(item))
    const [first] = underway
    if (first && underway.length >= width) {
      yield await first
      underway.shift()
    }
  }
  for (const one of underway) yield await one
}
