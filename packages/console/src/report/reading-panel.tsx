import type { AnnualReport, NotAssessable, Problem, Residue } from '@gongkai/report'
import { placeText, RESIDUE_NAMES } from '../words/words.js'
import { useSheet } from './sheet-context.js'

/** What could not be judged, what could not be read, and what was taken out of the text. */
export function ReadingPanel({
  report: { problems, residue },
  notAssessable,
}: {
  readonly report: Pick<AnnualReport, 'problems' | 'residue'>
  readonly notAssessable: readonly NotAssessable[]
}) {
  return (
    <div className="reading">
      <section>
        <h3>无法判断的规则（{notAssessable.length}）</h3>
        {notAssessable.length === 0 ? (
          <p className="nothing">每条规则都作出了判断。</p>
        ) : (
          <NotAssessableList entries={notAssessable} />
        )}
      </section>
      <section>
        <h3>读取中的问题（{problems.length}）</h3>
        {problems.length === 0 ? (
          <p className="nothing">读取中没有遇到问题。</p>
        ) : (
          <ul>{problems.map(toProblemEntry)}</ul>
        )}
      </section>
      <section>
        <h3>未计入正文的残留（{residue.length}）</h3>
        {residue.length === 0 ? (
          <p className="nothing">没有页码、导航栏等残留。</p>
        ) : (
          <ul>{residue.map(toResidueEntry)}</ul>
        )}
      </section>
    </div>
  )
}

/** Rules that lack the same thing stand together. */
function NotAssessableList({ entries }: { readonly entries: readonly NotAssessable[] }) {
  const { rules } = useSheet()
  const byReason = [...Map.groupBy(entries, ({ reason }) => reason)]
  return byReason.map(([reason, lacking]) => (
    <div key={reason} className="lacking">
      <p>{reason}</p>
      <ul>
        {lacking.map(({ rule }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one rule may lack the same thing twice
          <li key={`${rule}-${at}`}>
            <span className="code">{rule}</span> {rules.get(rule)}
          </li>
        ))}
      </ul>
    </div>
  ))
}

function toProblemEntry({ code, at, message }: Problem, index: number) {
  return (
    <li key={`${code}-${index}`}>
      {message}
      {at && <span className="about">（{placeText(at)}）</span>}
    </li>
  )
}

function toResidueEntry({ kind, text, at }: Residue, index: number) {
  return (
    <li key={`${kind}-${index}`}>
      <span className="code">{RESIDUE_NAMES[kind]}</span> {text}
      {at && <span className="about">（{placeText(at)}）</span>}
    </li>
  )
}
