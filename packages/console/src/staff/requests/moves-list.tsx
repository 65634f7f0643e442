import type { CorrectionMoves } from '@gongkai/web'
import { dayText } from '../words/authority-words.js'
import { REGISTERED, STAGES } from '../words/request-words.js'

/** What moves with a correction, as it stands and as it will. */
export function MovesList({ moves }: { readonly moves: CorrectionMoves }) {
  const day = (on: string | null) => (on ? dayText(on) : '未定')
  const rows = [
    ['收到之日', day(moves.receivedOn.before), day(moves.receivedOn.after)],
    ['阶段', STAGES[moves.stage.before], STAGES[moves.stage.after]],
    ['答复期限', day(moves.dueOn.before), day(moves.dueOn.after)],
    ['下一事项的日期', day(moves.nextOn.before), day(moves.nextOn.after)],
    ['统计表的列', moves.column.before, moves.column.after],
  ] as const
  const moved = rows.filter(([, before, after]) => before !== after)
  return (
    <>
      <p>更正{moves.changed.map((field) => `“${REGISTERED[field] ?? field}”`).join('、')}。</p>
      {moved.length === 0 ? (
        <p>期限和统计都没有变动。</p>
      ) : (
        <table className="plain-table">
          <caption>随之变动</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">现在</th>
              <th scope="col">更正后</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(([label, before, after]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>更正前的内容和原因留在这件申请中。</p>
    </>
  )
}
