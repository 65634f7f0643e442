/**
 * Works on up to `width` items at the same time and gives the results in the order of the items. The next item is
 * taken only when a result has been taken: many items need no more memory than few. Throws what the first in order throws; however it ends, nothing is
 * under way any more.
 */
export async function* mapInOrder<T, U>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const underway: Promise<U>[] = []
  const begin = (item: T) => {
    const one = work(item)
    // Whoever takes its result hears of it; where one before it fails nobody takes it.
    one.catch(() => {})
    underway.push(one)
  }
  try {
    for await (const item of items) {
      begin(item)
      const [first] = underway
      if (first && underway.length >= width) {
        yield await first
        underway.shift()
      }
    }
    for (const one of underway) yield await one
  } finally {
    await Promise.allSettled(underway)
  }
}
