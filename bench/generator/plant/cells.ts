import { blank, mark } from '../fill.js'
import { inventPurchases } from '../proactive-figures.js'
import {
  addToCell,
  cellAt,
  type Plant,
  type Plants,
  plainRequests,
  setCell,
  valueAt,
} from './plot.js'

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']

const empty: Plant = ({ truth, rng }) => {
  const zeros = truth.cells.filter(({ value }) => value === 0)
  if (zeros.length === 0) return null
  const cell = rng.pick(zeros)
  const raw = rng.pick(['', '', '/', '-', '—', '无'])
  if (raw === '') blank(cell)
  else mark(cell, raw)
  return `${cell.row}/${cell.column} ${raw}`.trim()
}

const noInteger: Plant = ({ truth, rng }) => {
  const column = truth.form === '2019' ? '处理决定数量' : '本年处理决定数量'
  const cell = cellAt(truth, rng.pick(['行政许可', '行政处罚', '行政强制']), column)
  if (cell === undefined) return null
  const change = cellAt(truth, '行政许可', '本年增/减')
  const count = rng.int(2, 60)
  return rng.pick([
    () => {
      if (change === undefined) return null
      Object.assign(change, { state: 'number', value: count, raw: `${count}` })
      return `${change.row}/${change.column} ${count}`
    },
    () => {
      Object.assign(cell, { value: count + 0.5, raw: `${count}.5` })
      return cell.raw
    },
    () => {
      Object.assign(cell, { value: -count, raw: `-${count}` })
      return cell.raw
    },
    () => {
      Object.assign(cell, { state: 'text', value: null, raw: `约${count}` })
      return cell.raw
    },
    () => {
      Object.assign(cell, { raw: `　${cell.raw}` })
      return `${cell.row}/${cell.column} 全角空格`
    },
  ])()
}

const money: Plant = ({ truth, current, rng }) => {
  const cell = truth.cells.find(({ column }) => /^(本年收费金额|采购总金额)/.test(column))
  if (cell === undefined) return null
  const [projects, amount] = inventPurchases(current.figures.size, rng)
  if (projects === undefined || amount === undefined) return null
  const old = truth.form === '2019'
  if (old) setCell(truth, '政府集中采购', '采购项目数量', projects)
  const unit = old ? null : '元'
  Object.assign(cell, { state: 'number', value: amount, unit, raw: `${amount}${unit ?? ''}` })
  return cell.raw
}

const balance: Plant = ({ truth, rng }) => {
  const column = rng.pick(APPLICANTS)
  const row = rng.pick(['二', '四'])
  const change = rng.int(1, 4)
  addToCell(truth, row, column, change)
  addToCell(truth, row, '总计', change)
  plainRequests(truth)
  return `${row}/${column}`
}

const columnSum: Plant = ({ truth, rng }) => {
  const rows = truth.cells.filter(({ row }) => row.startsWith('三') && row !== '三（七）')
  const { row } = rng.pick(rows)
  const column = rng.pick(APPLICANTS)
  const change = rng.int(1, 3)
  addToCell(truth, row, column, change)
  addToCell(truth, row, '总计', change)
  plainRequests(truth)
  return `${row}/${column}`
}

const rowSum: Plant = ({ truth, rng }) => {
  const totals = truth.cells.filter(
    ({ row, column }) => row.startsWith('三') && row !== '三（七）' && column === '总计',
  )
  const full = totals.filter(({ value }) => (value ?? 0) > 0)
  if (full.length === 0) return null
  const from = rng.pick(full)
  const to = rng.pick(totals.filter((cell) => cell !== from))
  // One total less and another more: only the sums across fail, not those down the column.
  addToCell(truth, from.row, '总计', -1)
  addToCell(truth, to.row, '总计', 1)
  plainRequests(truth)
  return `${from.row}/总计`
}

const remedySum: Plant = ({ truth, rng }) => {
  const row = rng.pick(['行政复议', '未经复议直接起诉', '复议后起诉'])
  if (rng.chance(0.5)) addToCell(truth, row, '总计', rng.int(1, 3))
  else addToCell(truth, row, '其他结果', rng.int(1, 2))
  plainRequests(truth)
  return row
}

const notPublished: Plant = ({ truth, rng }) => {
  if (truth.form !== '2019' || valueAt(truth, '规范性文件', '本年新制作数量') > 0) return null
  const made = rng.int(1, 4)
  setCell(truth, '规范性文件', '本年新制作数量', made)
  setCell(truth, '规范性文件', '本年新公开数量', 0)
  setCell(truth, '规范性文件', '对外公开总数量', 0)
  for (const item of truth.sections) {
    item.text = item.text
      .replace(/规范性文件0件/g, `规范性文件${made}件`)
      .replace(/现行有效\d+件/, '现行有效0件')
  }
  return `规范性文件 ${made}/0/0`
}

/** Mistakes within the tables of one year. */
export const CELL_PLANTS: Plants = {
  'CELL-01': empty,
  'CELL-02': noInteger,
  'CELL-03': money,
  'ARI-01': balance,
  'ARI-02': columnSum,
  'ARI-03': rowSum,
  'ARI-04': remedySum,
  'LOG-02': notPublished,
}
