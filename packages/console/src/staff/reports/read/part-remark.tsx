import { type PartKey, partText, type Target } from '@gongkai/report'
import { Button } from 'antd'
import { useState } from 'react'
import { useSheet } from '../../../report/sheet-context.js'
import { Dialog } from '../../../ui/dialog.js'
import { partText as partName } from '../../../words/words.js'
import { type AddRemark, RemarkForm } from './remark-form.js'
import { stretchOf } from './stretch.js'

/** A remark on a part of the text: on what is selected in it, else on all of it. */
export function PartRemark({ part, add }: { readonly part: PartKey; readonly add: AddRemark }) {
  const { report } = useSheet()
  const [target, setTarget] = useState<Extract<Target, { kind: 'text' }> | null>(null)
  const text = partText(report, part) ?? ''
  if (text === '') return null
  const open = () => {
    const selected = getSelection()?.toString() ?? ''
    setTarget({ kind: 'text', part, ...stretchOf(text, selected) })
  }
  return (
    <div className="part-remark">
      <Button size="small" onClick={open}>
        提意见<span className="hidden">：{partName(part)}</span>
      </Button>
      {target && (
        <Dialog title={`对${partName(part)}的意见`} onClose={() => setTarget(null)}>
          <p className="quote">原文：“{text.slice(target.start, target.end)}”</p>
          <p className="about">只对其中几句提意见的，请先选中这几句，再选择“提意见”。</p>
          <RemarkForm
            target={target}
            add={add}
            onSaid={() => setTarget(null)}
            onBack={() => setTarget(null)}
          />
        </Dialog>
      )}
    </div>
  )
}
