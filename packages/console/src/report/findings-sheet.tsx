import { nameOf } from '../state/item.js'
import { placeText, SEVERITY_NAMES, targetText } from '../words/words.js'
import { useReport } from './report-context.js'

/** The findings for paper; on the screen it is not there. */
export function FindingsSheet() {
  const { item, numbered, waived } = useReport()
  return (
    <section className="findings-sheet" aria-hidden="true">
      <h1>年度报告核对发现清单</h1>
      <p>
        {nameOf(item.saved, item.name)}（{item.name}）　规则版本 {item.check.ruleset}　共
        {numbered.length}条{waived.length > 0 ? `，另有${waived.length}条已注明理由忽略` : ''}
      </p>
      <table>
        <thead>
          <tr>
            {['序号', '程度', '规则', '位置', '问题', '原文', '应为', '依据'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ no, finding }) => (
            <tr key={no}>
              <td>{no}</td>
              <td>{SEVERITY_NAMES[finding.severity]}</td>
              <td>{finding.rule}</td>
              <td>
                {targetText(finding.target)}
                {finding.at && `，${placeText(finding.at)}`}
              </td>
              <td>{finding.message}</td>
              <td>{finding.says}</td>
              <td>{finding.shouldBe}</td>
              <td>{finding.basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
