import {
  type Binding,
  type BindingState,
  type BoundPart,
  bind,
  type Cell,
  numberAt,
  type PrintedNumber,
  partText,
  type SavedReport,
  stateOf,
  unbind,
} from '@gongkai/report'
import { Button } from 'antd'
import { useState } from 'react'
import { cellText, partText as partName } from '../../../words/words.js'
import { boundText } from '../bound-text.js'
import { focusPart } from '../use-findings.js'
import { BindDialog } from './bind-dialog.js'
import type { Draft } from './use-draft.js'

/** The figures of a part that follow cells, and the ways to bind another and to let one go. */
export function BoundFigures({
  part,
  document,
  bindings,
  edit,
  listId,
  said,
  onSay,
}: {
  readonly part: BoundPart
  readonly document: SavedReport
  /** Of this part. */
  readonly bindings: readonly Binding[]
  readonly edit: Draft['edit']
  readonly listId: string
  readonly said: string
  readonly onSay: (text: string) => void
}) {
  const [picked, setPicked] = useState<PrintedNumber | null>(null)
  const text = partText(document, part) ?? ''
  const pick = () => {
    const number = selectedNumber(part, text)
    onSay(number ? '' : '请先在正文中选中一个数字，或者把光标放在数字上，再绑定。')
    setPicked(number)
  }
  const onBind = (number: PrintedNumber, cell: Cell) => {
    edit((before) => bind(before, part, number, cell))
    onSay(`“${number.raw}”已绑定到${cellText(cell)}，以后随之变动。`)
    setPicked(null)
  }
  const letGo = (one: Binding) => {
    edit((before) => unbind(before, one))
    onSay(`“${text.slice(one.start, one.end)}”不再随${cellText(one.cell)}变动。`)
    focusPart(part, one.start, one.end)
  }
  return (
    <div className="bound">
      {bindings.length > 0 && (
        <ul id={listId} aria-label="随单元格变动的数字">
          {bindings.map((one) => (
            <BoundFigure
              key={one.start}
              digits={text.slice(one.start, one.end)}
              binding={one}
              state={stateOf(document, one)}
              says={boundText(document, one)}
              onLetGo={() => letGo(one)}
            />
          ))}
        </ul>
      )}
      <div className="actions">
        {/\p{Nd}/u.test(text) && (
          <Button size="small" onClick={pick}>
            绑定数字…<span className="hidden">（{partName(part)}）</span>
          </Button>
        )}
        <span role="status">{said}</span>
      </div>
      {picked && (
        <BindDialog
          number={picked}
          document={document}
          onBind={(cell) => onBind(picked, cell)}
          onClose={() => setPicked(null)}
        />
      )}
    </div>
  )
}

function BoundFigure({
  digits,
  binding: { part, start, end, cell },
  state,
  says,
  onLetGo,
}: {
  readonly digits: string
  readonly binding: Binding
  readonly state: BindingState
  readonly says: string
  readonly onLetGo: () => void
}) {
  return (
    <li>
      <button
        type="button"
        className={`figure ${state}`}
        onClick={() => focusPart(part, start, end)}
      >
        {digits}
        <span className="hidden">，到正文中的这一处</span>
      </button>
      <span>{says}</span>
      <Button size="small" onClick={onLetGo}>
        解除
        <span className="hidden">
          “{digits}”与{cellText(cell)}的绑定
        </span>
      </Button>
    </li>
  )
}

/** The number that is selected in the field of the part, or that the cursor stands at. */
function selectedNumber(part: BoundPart, text: string): PrintedNumber | null {
  const field = document.querySelector(`textarea[data-part="${CSS.escape(part)}"]`)
  if (!(field instanceof HTMLTextAreaElement)) return null
  return numberAt(text, field.selectionStart, field.selectionEnd)
}
