import { type BoundReport, type PartKey, partText, stateOf } from '@gongkai/report'
import { focusCell } from '../../../report/focus.js'
import { useSheet } from '../../../report/sheet-context.js'
import { boundText } from '../bound-text.js'

/** The figures of a part that follow cells, for who reads: each leads to its cell, and one that says another number than its cell is marked. */
export function BoundList({ part }: { readonly part: PartKey }) {
  const sheet = useSheet()
  const report: BoundReport = { ...sheet.report, bindings: sheet.bindings ?? [] }
  const bindings = (sheet.bindings ?? []).filter((one) => one.part === part)
  if (bindings.length === 0) return null
  const text = partText(report, part) ?? ''
  return (
    <div className="bound">
      <ul aria-label="随单元格变动的数字">
        {bindings.map((one) => {
          const state = stateOf(report, one)
          return (
            <li key={one.start}>
              <button
                type="button"
                className={`figure ${state}`}
                onClick={() => focusCell(one.cell)}
              >
                {text.slice(one.start, one.end)}
                <span className="hidden">，到所绑定的单元格</span>
              </button>
              <span className={state === 'differs' ? 'failure' : undefined}>
                {boundText(report, one)}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
