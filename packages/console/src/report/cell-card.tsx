import { type Cell, type Correction, cellKey } from '@gongkai/report'
import { Button, Input } from 'antd'
import { type RefObject, useState } from 'react'
import { isOfCell } from '../state/amend.js'
import { Labelled } from '../ui/labelled.js'
import { contentText, placeText, STATE_NAMES } from '../words/words.js'
import { CardFrame } from './card-frame.js'
import { focusCell } from './focus.js'
import { useReport } from './report-context.js'

/** What was printed in a cell and where, what it was taken for, and the way to set it right. */
export function CellCard({
  cell,
  wrapper,
  onClose,
}: {
  readonly cell: Cell
  /** The box around table and card that the card is placed in. */
  readonly wrapper: RefObject<HTMLElement | null>
  readonly onClose: () => void
}) {
  const { item } = useReport()
  const correction = (item.saved.corrections ?? []).find((one) => isOfCell(one, cellKey(cell)))
  return (
    <CardFrame cell={cell} wrapper={wrapper} onClose={onClose}>
      <Facts cell={cell} correction={correction} />
      <CellForm key={cell.raw} cell={cell} correction={correction} />
    </CardFrame>
  )
}

function Facts({
  cell,
  correction,
}: {
  readonly cell: Cell
  readonly correction: Correction | undefined
}) {
  return (
    <dl>
      <dt>{correction ? '更正前' : '原文'}</dt>
      <dd className="raw">{(correction ? correction.from : cell.raw) || '（空）'}</dd>
      <dt>{correction ? '更正为' : '读作'}</dt>
      <dd>
        {contentText(cell)}（{STATE_NAMES[cell.state]}）
      </dd>
      <dt>位置</dt>
      <dd>{placeText(cell.at)}</dd>
      {cell.inferred && (
        <>
          <dt>推定</dt>
          <dd>原件的分隔不清，此数由勾稽关系推定属于本格，请对照原件核对。</dd>
        </>
      )}
      {cell.state === 'unread' && (
        <>
          <dt>说明</dt>
          <dd>未能确定本格的内容，数据可能在上列原文之中。请对照原件填写。</dd>
        </>
      )}
    </dl>
  )
}

function CellForm({
  cell,
  correction,
}: {
  readonly cell: Cell
  readonly correction: Correction | undefined
}) {
  const { correctCell, takeBack } = useReport()
  const [text, setText] = useState(cell.state === 'unread' ? '' : (cell.raw ?? ''))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        correctCell(cell, text, null)
        focusCell(cell)
      }}
    >
      <Labelled label="更正为（留空表示空白）">
        {(id) => <Input id={id} value={text} onChange={({ target }) => setText(target.value)} />}
      </Labelled>
      <div className="actions">
        <Button type="primary" size="small" htmlType="submit">
          保存更正
        </Button>
        {correction && (
          <Button size="small" onClick={() => takeBack(correction)}>
            撤销更正
          </Button>
        )}
      </div>
    </form>
  )
}
