import type { RequestsPage } from '@gongkai/web'
import { CountedSheet } from './counted-sheet.js'
import { RequestTable } from './request-table.js'

/** The requests that one number of Table 3 counts. */
export function CountedPage() {
  return (
    <CountedSheet<RequestsPage>
      table="requests"
      title={(row, column) => `表三 ${row}·${column}所统计的申请`}
    >
      {({ requests }) => (requests.length === 0 ? null : <RequestTable requests={requests} />)}
    </CountedSheet>
  )
}
