import { type Binding, type SavedReport, stateOf } from '@gongkai/report'
import { linesOf, segments } from '../../../report/segments.js'

/** The text once more behind the field that it is typed in, its bound figures boxed; a screen reader is told by the list below. */
export function BoundMarks({
  text,
  bindings,
  document,
}: {
  readonly text: string
  readonly bindings: readonly Binding[]
  readonly document: SavedReport
}) {
  return (
    <div className="marks" aria-hidden="true">
      {linesOf(text).map((line) => (
        <div key={line.start} className="line">
          {segments(text, line, bindings).map(({ start, end, text: run, over: [binding] }) =>
            binding ? (
              <mark key={`${start}-${end}`} className={stateOf(document, binding)}>
                {run}
              </mark>
            ) : (
              run
            ),
          )}
        </div>
      ))}
    </div>
  )
}
