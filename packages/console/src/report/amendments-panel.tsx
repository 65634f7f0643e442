import { type Correction, isWaived } from '@gongkai/report'
import { Alert, Button } from 'antd'
import { rejectedCorrections } from '../state/shown.js'
import { ConfirmButton } from '../ui/confirm-button.js'
import { cellText, partText } from '../words/words.js'
import { useReport } from './report-context.js'

/** Every correction and waiver, each to be taken back. */
export function AmendmentsPanel() {
  const { item, discardAll } = useReport()
  const { corrections = [], waivers = [] } = item.saved
  if (corrections.length + waivers.length === 0) {
    return (
      <p className="nothing">
        还没有更正或忽略。可以在“发现”中采纳更正，或者点表格中的单元格直接更正。
      </p>
    )
  }
  return (
    <div className="amendments">
      {rejectedCorrections(item.saved).map(({ correction, reason }) => (
        <Alert
          key={JSON.stringify(correction.target)}
          type="warning"
          showIcon
          title={`${placeOf(correction)}：${reason}`}
        />
      ))}
      {corrections.length > 0 && (
        <section>
          <h3>更正（{corrections.length}）</h3>
          <ul>
            {corrections.map((correction) => (
              <CorrectionEntry key={JSON.stringify(correction.target)} correction={correction} />
            ))}
          </ul>
        </section>
      )}
      {waivers.length > 0 && <Waived />}
      <ConfirmButton
        title="全部撤销？"
        text={`${corrections.length}处更正和${waivers.length}条忽略将全部撤销，报告恢复为读取时的内容。没有下载 JSON 的，撤销后无法找回。`}
        action="全部撤销"
        onConfirm={discardAll}
        size="small"
      >
        全部撤销
      </ConfirmButton>
    </div>
  )
}

function CorrectionEntry({ correction }: { readonly correction: Correction }) {
  const { takeBack } = useReport()
  const place = placeOf(correction)
  return (
    <li>
      <p className="about">{place}</p>
      <p className="says">
        <del>{correction.from || '（空）'}</del> → <ins>{correction.to || '（空）'}</ins>
      </p>
      {correction.reason && <p className="about">{correction.reason}</p>}
      <Button size="small" onClick={() => takeBack(correction)}>
        撤销更正<span className="hidden">：{place}</span>
      </Button>
    </li>
  )
}

function Waived() {
  const { item, waived, unwaive } = useReport()
  const { waivers = [] } = item.saved
  return (
    <section>
      <h3>忽略（{waived.length}）</h3>
      <ul>
        {waived.map((finding) => (
          <li key={`${finding.rule}${JSON.stringify(finding.target)}`}>
            <p>
              <span className="code">{finding.rule}</span> {finding.message}
            </p>
            <p className="about">
              理由：{waivers.find((waiver) => isWaived(finding, [waiver]))?.reason}
            </p>
            <Button size="small" onClick={() => unwaive(finding)}>
              恢复<span className="hidden">：{finding.message}</span>
            </Button>
          </li>
        ))}
      </ul>
      {waivers.length > waived.length && (
        <p className="about">
          另有{waivers.length - waived.length}条忽略所对应的问题已经不再出现。
        </p>
      )}
    </section>
  )
}

function placeOf({ target }: Correction): string {
  return target.kind === 'cell' ? cellText(target.cell) : partText(target.part)
}
