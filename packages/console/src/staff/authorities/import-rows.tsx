import type { ImportPreview } from '@gongkai/web'

type Row = ImportPreview['rows'][number]

// biome-ignore format: table
const OUTCOMES: Readonly<Record<Row['outcome'], string>> = {
  wrong:     '有误',
  added:     '增加',
  changed:   '更正',
  unchanged: '不变',
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
            <th scope="col">机关名称</th>
            <th scope="col">结果</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ row, name, outcome, errors, changes }) => (
            <tr key={row} className={outcome}>
              <td className="count">{row}</td>
              <th scope="row">{name || '（没有名称）'}</th>
              <td>{OUTCOMES[outcome]}</td>
              <td>
                {errors.map((error) => (
                  <p key={error} className="failure">
                    {error}
                  </p>
                ))}
                {changes.map(({ label, before, after }) => (
                  <p key={label}>{`${label}：${before ?? '（空）'} → ${after ?? '（空）'}`}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
