import type { RemediesPage } from '@gongkai/web'
import { CountedSheet } from '../requests/counted-sheet.js'
import { RemedyTable } from './remedy-table.js'

/** The reconsiderations and suits that one number of Table 4 counts. */
export function CountedRemediesPage() {
  return (
    <CountedSheet<RemediesPage>
      table="remedies"
      title={(row, column) => `表四 ${row}·${column}所统计的复议、诉讼`}
    >
      {({ remedies }) => (remedies.length === 0 ? null : <RemedyTable remedies={remedies} />)}
    </CountedSheet>
  )
}
