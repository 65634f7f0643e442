import type { Anchor } from './chain.js'
import type { Expected } from './expected.js'
import { rowsByWords, runsOf } from './near-labels.js'
import type { Stream } from './stream.js'

/** The chain with the places put in where the label of one of its rows is printed once more. */
export function withRepeatedRows(
  stream: Stream,
  chain: readonly Anchor[],
  expected: readonly Expected[],
): Anchor[] {
  const rows = rowsByWords(chain, expected)
  return chain.flatMap((anchor, i) => {
    const next = chain[i + 1]
    const again: Anchor[] = []
    for (const run of runsOf(stream, anchor.end, next?.start ?? stream.chars.length)) {
      const row = rows.get(stream.chars.slice(run.start, run.end))
      if (row) again.push({ ...row, ...run })
      else if (!next) break
    }
    return [anchor, ...again]
  })
}
