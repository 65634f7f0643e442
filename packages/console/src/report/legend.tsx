import type { CellState } from '@gongkai/report'
import { useSheet } from './sheet-context.js'

// biome-ignore format: table
const STATES: readonly (readonly [state: CellState, sample: string, words: string])[] = [
  ['blank',  '空',     '空白'],
  ['mark',   '/',      '符号'],
  ['text',   '文',     '文字'],
  ['unread', '未读出', ''],
]

/** What the marks in the report mean: those of findings always, of the others what there is. */
export function Legend() {
  const { report, corrections } = useSheet()
  const there = new Set(report.cells.map(({ state }) => state))
  return (
    <ul className="legend" aria-label="图例">
      <li>
        <mark className="error">文字</mark> 错误
      </li>
      <li>
        <mark className="warning">文字</mark> 警告
      </li>
      <li>
        <mark className="note">文字</mark> 提示
      </li>
      {corrections.length > 0 && (
        <li>
          <ins>文字</ins> 已更正
        </li>
      )}
      {STATES.filter(([state]) => there.has(state)).map(([state, sample, words]) => (
        <li key={state}>
          <span className={`sample is-${state}`}>{sample}</span> {words}
        </li>
      ))}
      {report.cells.some(({ inferred }) => inferred) && (
        <li>
          <span className="sample inferred">5</span> 推定
        </li>
      )}
    </ul>
  )
}
