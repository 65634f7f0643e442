import { Alert, Button } from 'antd'
import { isRead, nameOf } from '../state/item.js'
import { staleItems } from '../state/use-checking.js'
import type { WorkspaceHandle } from '../state/use-workspace.js'
import { FORM_NAMES } from '../words/words.js'
import { ConditionsPanel } from './conditions-panel.js'
import { DownloadMenu } from './download-menu.js'
import { focusFindings } from './focus.js'
import { useReport } from './report-context.js'
import { Verdict } from './verdict.js'

/** What report this is, what came of it, what it was held against, and the ways on from here. */
export function ReportHead({
  workspace: { items, dispatch, add },
  show,
}: {
  readonly workspace: WorkspaceHandle
  readonly show: (id: string | null) => void
}) {
  const { item } = useReport()
  const { saved, restored, checkFailure } = item
  const isStale = staleItems(items).some(({ id }) => id === item.id)
  return (
    <section className="report-head" aria-label="报告概况">
      <Ways ids={items.filter(isRead).map(({ id }) => id)} at={item.id} show={show} />
      <div className="title-line">
        <h1 id="report-title" tabIndex={-1}>
          {nameOf(saved, item.name)}
        </h1>
        <DownloadMenu isStale={isStale} />
      </div>
      <p className="meta">
        {item.name}
        <span>{FORM_NAMES[saved.form]}</span>
        {saved.sha256 && (
          <span className="digest" title={saved.sha256}>
            SHA-256 {saved.sha256.slice(0, 12)}…
          </span>
        )}
      </p>
      <Verdict isStale={isStale} />
      {restored > 0 && (
        <Alert type="info" showIcon title={`已恢复本机保存的${restored}处更正和忽略记录。`} />
      )}
      {checkFailure && (
        <Alert
          type="error"
          showIcon
          title={`没有完成核对，下列结果是更正前的：${checkFailure.message}`}
          action={
            <Button
              size="small"
              onClick={() =>
                dispatch({
                  kind: 'amended',
                  item: { ...item, checkedKey: null, checkFailure: null },
                })
              }
            >
              重新核对
            </Button>
          }
        />
      )}
      <ConditionsPanel items={items} dispatch={dispatch} add={add} />
    </section>
  )
}

/** Back to the overview, and to the reports before and after this one. */
function Ways({
  ids,
  at,
  show,
}: {
  readonly ids: readonly string[]
  readonly at: string
  readonly show: (id: string | null) => void
}) {
  const index = ids.indexOf(at)
  const step = (to: number, name: string) => {
    const id = ids[to]
    return (
      <Button size="small" disabled={!id} onClick={() => id && show(id)}>
        {name}
      </Button>
    )
  }
  return (
    <nav className="ways" aria-label="报告之间">
      <Button size="small" onClick={() => show(null)}>
        ← 返回总表
      </Button>
      <Button size="small" className="to-findings" onClick={focusFindings}>
        看核对结果 ↓
      </Button>
      {ids.length > 1 && (
        <>
          {step(index - 1, '上一份')}
          {step(index + 1, '下一份')}
          <span>
            第{index + 1}份，共{ids.length}份
          </span>
        </>
      )}
    </nav>
  )
}
