import type { Balance } from './live-sums.js'

/** The balance of each column as it stands now (表三: 第一项加第二项之和，等于第三项加第四项之和). */
export function Balances({ balances }: { readonly balances: readonly Balance[] }) {
  return (
    <div className="balances">
      <p>勾稽关系：第一项加第二项，等于第三项第（七）目加第四项</p>
      <ul>
        {balances.map(({ column, left, right }) => {
          const isKnown = left !== null && right !== null
          const isWrong = isKnown && left !== right
          return (
            <li key={column} className={isWrong ? 'wrong' : ''}>
              {column}：{left ?? '？'}
              {isWrong ? '≠' : '＝'}
              {right ?? '？'}
              {isWrong && <span className="hidden">，不相符</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
