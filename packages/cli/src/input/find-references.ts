import { type References, siblingOf, subordinateOf } from '@gongkai/app/toolkit'
import { readReports } from './read-reports.js'
import type { PoolOptions } from './run-pool.js'

/**
 * What the files of a run are held against: of last year's reports where they are and whose, of the siblings their
 * text, of the subordinates their cells.
 */
export async function findReferences(
  named: Readonly<Record<keyof References, readonly string[]>>,
  options: PoolOptions,
): Promise<References> {
  const previous = await readReports(named.previous, options)
  const siblings = await readReports(named.siblings, options)
  const subordinates = await readReports(named.subordinates, options)
  return {
    previous: previous.reports.map(({ file, report: { authority, year } }) => {
      return { ...file, authority, year }
    }),
    siblings: siblings.reports.map(({ report }) => siblingOf(report)),
    subordinates: subordinates.reports.map(({ report }) => subordinateOf(report)),
  }
}
