import {
  addToCell,
  addToItem,
  type Plant,
  type Plants,
  plainRequests,
  setCell,
  valueAt,
} from './plot.js'

const carried: Plant = ({ truth, rng }) => {
  const column = '自然人'
  const received = valueAt(truth, '一', column)
  if (received === 0) return null
  const change = rng.int(1, Math.min(3, received))
  for (const at of [column, '总计']) {
    addToCell(truth, '一', at, -change)
    addToCell(truth, '二', at, change)
  }
  plainRequests(truth)
  return `二/${column}`
}

const valid: Plant = ({ truth, rng }) => {
  if (truth.form !== '2021') return null
  const before = valueAt(truth, '行政规范性文件', '现行有效件数')
  const after = before + rng.int(2, 15)
  setCell(truth, '行政规范性文件', '现行有效件数', after)
  for (const item of truth.sections) {
    item.text = item.text.replace(`现行有效${before}件`, `现行有效${after}件`)
  }
  return `行政规范性文件/现行有效件数 ${after}`
}

const items: Plant = ({ truth, rng }) => {
  if (truth.form !== '2019') return null
  const row = rng.pick([
    '行政许可',
    '其他对外管理服务事项',
    '行政处罚',
    '行政强制',
    '行政事业性收费',
  ])
  addToCell(truth, row, '上一年项目数量', rng.int(2, 20))
  return `${row}/上一年项目数量`
}

const pending: Plant = ({ truth, previous, rng }) => {
  if (previous === undefined) return null
  const row = rng.pick(['行政复议', '未经复议直接起诉', '复议后起诉'])
  const lost = valueAt(truth, row, '总计') + rng.int(1, 3)
  const known = valueAt(previous.truth, row, '尚未审结')
  setCell(previous.truth, row, '尚未审结', lost)
  addToCell(previous.truth, row, '总计', lost - known)
  plainRequests(previous.truth)
  return `${row}/总计`
}

const SENTENCES = [
  '全年开展政务公开专题学习#次，收集意见建议并逐项研究办理，持续改进公开工作的方式方法。',
  '组织干部职工#人次参加政务公开知识竞赛，营造学条例、用条例的良好氛围。',
  '依托政务服务大厅查阅点接待群众#人次，为群众提供信息查询和打印服务。',
]

const copied: Plant = ({ truth, previous, rng }) => {
  if (previous === undefined) return null
  const sentence = rng.pick(SENTENCES)
  const count = rng.int(3, 60)
  addToItem(previous.truth, 5, sentence.replace('#', `${count}`))
  return addToItem(truth, 5, sentence.replace('#', `${count + rng.int(1, 9)}`))
}

const jump: Plant = ({ truth, previous, rng }) => {
  if (previous === undefined) return null
  const column = truth.form === '2019' ? '处理决定数量' : '本年处理决定数量'
  const row = rng.pick(['行政许可', '行政处罚'])
  const before = valueAt(previous.truth, row, column)
  const after = before * rng.int(20, 60) + rng.int(3000, 9000)
  setCell(truth, row, column, after)
  return `${row}/${column} ${after}`
}

/** Mistakes that show only beside last year's report. */
export const YEAR_PLANTS: Plants = {
  'XYR-01': carried,
  'XYR-02': valid,
  'XYR-03': items,
  'XYR-04': pending,
  'XYR-05': copied,
  'XYR-06': jump,
}
