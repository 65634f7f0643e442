import type { ReactNode } from 'react'

type Row<Outcome extends string> = {
  readonly row: number
  readonly outcome: Outcome
  readonly errors: readonly string[]
}

/** What comes of each row of a list from Excel, in the order of `outcomes`: the wrong ones first. */
export function ImportRows<Outcome extends string, R extends Row<Outcome>>({
  rows,
  outcomes,
  named,
  nameOf,
  says,
}: {
  readonly rows: readonly R[]
  readonly outcomes: Readonly<Record<Outcome, string>>
  /** What a row is known by. */
  readonly named: string
  readonly nameOf: (row: R) => string
  /** Beside its errors. */
  readonly says: (row: R) => ReactNode
}) {
  const order = Object.keys(outcomes)
  const sorted = rows.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="每一行的结果，可左右滚动">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">{named}</th>
            <th scope="col">结果</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.row} className={one.outcome}>
              <td className="count">{one.row}</td>
              <th scope="row">{nameOf(one) || `（没有${named}）`}</th>
              <td>{outcomes[one.outcome]}</td>
              <td>
                {one.errors.map((error) => (
                  <p key={error} className="failure">
                    {error}
                  </p>
                ))}
                {says(one)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
