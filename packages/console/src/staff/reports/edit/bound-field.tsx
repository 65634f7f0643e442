import { type Binding, type BoundPart, partText, type SavedReport } from '@gongkai/report'
import { useId, useState } from 'react'
import { cellText } from '../../../words/words.js'
import { BoundFigures } from './bound-figures.js'
import { BoundMarks } from './bound-marks.js'
import { retype } from './edited.js'
import { TextField } from './text-field.js'
import type { Draft } from './use-draft.js'

/** A part of the text whose figures can be bound to cells of the tables, and those that are. */
export function BoundField({
  part,
  document,
  edit,
}: {
  readonly part: BoundPart
  readonly document: SavedReport
  readonly edit: Draft['edit']
}) {
  const [said, setSaid] = useState('')
  const listId = useId()
  const text = partText(document, part) ?? ''
  const bindings = (document.bindings ?? []).filter((one) => one.part === part)
  const type = (typed: string, caret: number) =>
    edit((before) => {
      const { report, dropped } = retype(before, part, typed, caret)
      if (dropped.length > 0) setSaid(dropped.map((one) => droppedText(text, one)).join(''))
      return report
    })
  return (
    <TextField
      part={part}
      value={text}
      describedBy={bindings.length > 0 ? listId : undefined}
      marks={bindings.length > 0 && <BoundMarks {...{ text, bindings, document }} />}
      onType={type}
    >
      <BoundFigures {...{ part, document, bindings, edit, listId, said }} onSay={setSaid} />
    </TextField>
  )
}

function droppedText(text: string, { start, end, cell }: Binding): string {
  return `“${text.slice(start, end)}”已改动，不再随${cellText(cell)}变动。`
}
