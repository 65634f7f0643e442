import type { RequestImportPreview } from '@gongkai/web'
import { dayText } from '../words/authority-words.js'

type Row = RequestImportPreview['rows'][number]

// biome-ignore format: table
const OUTCOMES: Readonly<Record<Row['outcome'], string>> = {
  wrong:   '有误',
  open:    '未办结',
  closed:  '已办结',
  present: '台账中已有，不再导入',
}

const ORDER = Object.keys(OUTCOMES)

/** What comes of each row of a list: the wrong ones first. */
export function ImportRows({ rows }: { readonly rows: readonly Row[] }) {
  const sorted = rows.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="每一行的结果，可左右滚动">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">原编号</th>
            <th scope="col">结果</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ row, originalNumber, outcome, errors, ...days }) => (
            <tr key={row} className={outcome}>
              <td className="count">{row}</td>
              <th scope="row">{originalNumber || '（没有原编号）'}</th>
              <td>{OUTCOMES[outcome]}</td>
              <td>
                {errors.map((error) => (
                  <p key={error} className="failure">
                    {error}
                  </p>
                ))}
                {outcome !== 'wrong' && <p>{daysText(days)}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
