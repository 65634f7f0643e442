import { type AnnualReport, cellKey } from '@gongkai/report'
import { type ReactNode, useMemo } from 'react'
import { cellText, partText } from '../../../words/words.js'
import { type Compared, compared, type Differing, sameEnds } from './compared.js'

/** What differs between two texts of a report: figures cell by cell, words paragraph by paragraph. */
export function ComparedTable({
  a,
  b,
  names,
}: {
  readonly a: AnnualReport
  readonly b: AnnualReport
  /** What the two are called. */
  readonly names: readonly [string, string]
}) {
  const { cells, words } = useMemo(() => compared(a, b), [a, b])
  return (
    <>
      <Part title="表格" rows={cells.map(toCellRow)} names={names} last="相差" />
      <Part title="文字" rows={words.map(toWordsRow)} names={names} />
    </>
  )
}

function Part({
  title,
  rows,
  names: [a, b],
  last,
}: {
  readonly title: string
  readonly rows: readonly ReactNode[]
  readonly names: readonly [string, string]
  readonly last?: string
}) {
  return (
    <>
      <h2>
        {title}（{rows.length}处不同）
      </h2>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="scroll" tabIndex={0} aria-label={`${title}的差异，可左右滚动`}>
          <table className="plain-table roomy compared">
            <thead>
              <tr>
                <th scope="col">位置</th>
                <th scope="col">{a}</th>
                <th scope="col">{b}</th>
                {last && <th scope="col">{last}</th>}
              </tr>
            </thead>
            <tbody>{rows}</tbody>
          </table>
        </section>
      )}
    </>
  )
}

function toCellRow({ cell, a, b, by }: Compared['cells'][number]) {
  return (
    <tr key={cellKey(cell)}>
      <th scope="row">{cellText(cell)}</th>
      <td>{a || '（空）'}</td>
      <td>{b || '（空）'}</td>
      <td className="count">{by === null ? '—' : by > 0 ? `+${by}` : by}</td>
    </tr>
  )
}

function toWordsRow({ part, a, b }: Compared['words'][number], index: number) {
  return (
    <tr key={`${part}-${index}`}>
      <th scope="row">{partText(part)}</th>
      <td>
        <Marked a={a} b={b} of="a" />
      </td>
      <td>
        <Marked a={a} b={b} of="b" />
      </td>
    </tr>
  )
}

/** One of two paragraphs, with what the other has not. */
function Marked({ a, b, of }: Differing & { readonly of: 'a' | 'b' }) {
  const text = of === 'a' ? a : b
  if (text === '') return '（无）'
  const { start, end } = sameEnds(a, b)
  const Mark = of === 'a' ? 'del' : 'ins'
  return (
    <>
      {text.slice(0, start)}
      <Mark>{text.slice(start, text.length - end)}</Mark>
      {text.slice(text.length - end)}
    </>
  )
}
