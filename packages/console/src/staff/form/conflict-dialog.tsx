import { Button } from 'antd'
import { Dialog } from '../../ui/dialog.js'

/** What two people made of one thing. */
export type Conflict = {
  readonly message: string
  /** Of the thing as it stands now. */
  readonly version: number
  readonly rows: readonly {
    readonly label: string
    readonly mine: string
    readonly theirs: string
  }[]
}

/** Both versions side by side; nothing is overwritten before somebody has seen both. */
export function ConflictDialog({
  conflict: { message, rows },
  onMine,
  onTheirs,
  onClose,
}: {
  readonly conflict: Conflict
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly onClose: () => void
}) {
  return (
    <Dialog title="他人已先更改" onClose={onClose}>
      <p>{message}</p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="scroll" tabIndex={0} aria-label="两个版本的对照">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">您填写的</th>
                <th scope="col">现在的内容</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, mine, theirs }) => (
                <tr key={label} className={mine === theirs ? '' : 'differs'}>
                  <th scope="row">{label}</th>
                  <td>{mine || '（空）'}</td>
                  <td>{theirs || '（空）'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className="actions">
        <Button type="primary" onClick={onMine}>
          以我填写的为准，重新提交
        </Button>
        <Button onClick={onTheirs}>采用现在的内容</Button>
        <Button onClick={onClose}>返回修改</Button>
      </div>
    </Dialog>
  )
}
