import { type Cell, refOf } from '@gongkai/report'
import type { RefObject } from 'react'
import { CardFrame } from '../../../report/card-frame.js'
import { focusCell } from '../../../report/focus.js'
import { contentText, STATE_NAMES } from '../../../words/words.js'
import { type AddRemark, RemarkForm } from './remark-form.js'

/** What stands in a cell, what was found about it, and a remark on it for whoever may make one. */
export function ReadCard({
  cell,
  wrapper,
  onClose,
  add,
}: {
  readonly cell: Cell
  readonly wrapper: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly add: AddRemark | null
}) {
  const back = () => {
    focusCell(cell)
    onClose()
  }
  return (
    <CardFrame cell={cell} wrapper={wrapper} onClose={onClose}>
      <p>
        {contentText(cell)}（{STATE_NAMES[cell.state]}）
      </p>
      {add && (
        <RemarkForm
          target={{ kind: 'cells', cells: [refOf(cell)] }}
          add={add}
          onSaid={back}
          onBack={back}
        />
      )}
    </CardFrame>
  )
}
