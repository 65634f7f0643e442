import type { RequestImportPreview } from '@gongkai/web'
import { ImportRows } from '../form/import-rows.js'
import { dayText } from '../words/authority-words.js'

type Row = RequestImportPreview['rows'][number]

// biome-ignore format: table
const OUTCOMES: Readonly<Record<Row['outcome'], string>> = {
  wrong:   '有误',
  open:    '未办结',
  closed:  '已办结',
  present: '台账中已有，不再导入',
}

/** What comes of each row of a list of requests. */
export function RequestRows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ImportRows
      rows={rows}
      outcomes={OUTCOMES}
      named="原编号"
      nameOf={({ originalNumber }) => originalNumber}
      says={(row) => row.outcome !== 'wrong' && <p>{daysText(row)}</p>}
    />
  )
}

function daysText({ receivedOn, dueOn, closedOn }: Pick<Row, 'receivedOn' | 'dueOn' | 'closedOn'>) {
  return [
    receivedOn && `${dayText(receivedOn)}收到`,
    closedOn ? `${dayText(closedOn)}办结` : dueOn && `答复期限${dayText(dueOn)}`,
  ]
    .filter(Boolean)
    .join('，')
}
