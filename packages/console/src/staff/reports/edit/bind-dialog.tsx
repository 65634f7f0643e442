import {
  type Cell,
  cellKey,
  cellsFor,
  FORMS,
  isOfficialForm,
  type PrintedNumber,
  type ReportForm,
  type SavedReport,
} from '@gongkai/report'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import { Labelled } from '../../../ui/labelled.js'
import { cellText } from '../../../words/words.js'

/** Chooses the cell that a number of the text follows: first those that hold the same, then every other that holds a number. */
export function BindDialog({
  number,
  document,
  onBind,
  onClose,
}: {
  readonly number: PrintedNumber
  readonly document: SavedReport
  readonly onBind: (cell: Cell) => void
  readonly onClose: () => void
}) {
  const { same, others } = cellsFor(document, number)
  const all = [...same, ...others]
  const [key, setKey] = useState(same[0] ? cellKey(same[0]) : '')
  const chosen = all.find((cell) => cellKey(cell) === key)
  const options = (label: string, cells: readonly Cell[]) =>
    cells.length > 0 && (
      <optgroup label={label}>
        {cells.map((cell) => (
          <option key={cellKey(cell)} value={cellKey(cell)}>
            {optionText(cell, document.form)}
          </option>
        ))}
      </optgroup>
    )
  return (
    <Dialog title={`将“${number.raw}”绑定到单元格`} onClose={onClose}>
      {all.length === 0 ? (
        <p>表格中还没有可以绑定的数字。空白、符号和未读出的单元格不能绑定，请先填写表格。</p>
      ) : (
        <Labelled label="单元格">
          {(id) => (
            <select
              id={id}
              className="select"
              value={key}
              onChange={({ target }) => setKey(target.value)}
            >
              {!chosen && <option value="">请选择</option>}
              {options(`等于${number.raw}的单元格`, same)}
              {options('其他有数字的单元格', others)}
            </select>
          )}
        </Labelled>
      )}
      <p className="about" role="status">
        {chosen && others.includes(chosen)
          ? `正文中的“${number.raw}”将改为该单元格的数字。`
          : '绑定后，该单元格的数字改变时，正文随之改变。'}
      </p>
      <div className="actions">
        <Button type="primary" disabled={!chosen} onClick={() => chosen && onBind(chosen)}>
          绑定
        </Button>
        <Button onClick={onClose}>返回</Button>
      </div>
    </Dialog>
  )
}

/** `7：表三 一·总计（一、本年新收政府信息公开申请数量）`. */
function optionText(cell: Cell, form: ReportForm): string {
  const rows = isOfficialForm(form) ? FORMS[form].blocks.flatMap((block) => block.rows) : []
  const label = rows.find(({ row }) => row === cell.row)?.label ?? cell.row
  return `${cell.raw?.trim()}：${cellText(cell)}${label === cell.row ? '' : `（${label}）`}`
}
