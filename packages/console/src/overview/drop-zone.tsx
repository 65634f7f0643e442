import { Alert, Button } from 'antd'
import { useState } from 'react'
import { fetchExamples } from '../api.js'
import type { Failure } from '../state/item.js'
import { FileButton } from '../ui/file-button.js'
import { useDrop } from '../ui/use-drop.js'

/** Where reports come in: dropped anywhere on the page, chosen, or the examples. */
export function DropZone({
  add,
  isEmpty,
}: {
  readonly add: (files: readonly File[]) => unknown
  /** Nothing has been loaded yet: the zone is the page, and says what can be done. */
  readonly isEmpty: boolean
}) {
  const isOver = useDrop(add)
  return (
    <section
      className={`drop-zone${isEmpty ? ' empty' : ''}${isOver ? ' over' : ''}`}
      aria-label="载入报告"
    >
      <p className="lead">
        {isOver ? '松开鼠标，开始读取' : '把年度报告拖到这里，可以一次多份或整个文件夹'}
      </p>
      <div className="actions">
        <FileButton className="primary" multiple onFiles={add}>
          选择文件…
        </FileButton>
        <ExampleButton add={add} />
      </div>
      <p className="hint">
        支持 docx、doc、pdf（有文字层）、html、xlsx、xls、txt、md，以及本工具保存的
        json、xml、csv；每份不超过 50 MB。
      </p>
    </section>
  )
}

function ExampleButton({ add }: { readonly add: (files: readonly File[]) => unknown }) {
  const [isLoading, setLoading] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const load = async () => {
    setLoading(true)
    const answer = await fetchExamples()
    setLoading(false)
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) add(answer.value)
  }
  return (
    <>
      <Button loading={isLoading} onClick={() => void load()}>
        载入示例
      </Button>
      {failure && <Alert type="error" title={failure.message} />}
    </>
  )
}
