import { addToItem, type Plant, type Plants, replaceItem, valueAt } from './plot.js'

const againstTable: Plant = ({ truth, rng }) => {
  const received = valueAt(truth, '一', '总计')
  const reviews = valueAt(truth, '行政复议', '总计')
  const more = rng.int(1, 9)
  return rng.pick([
    () => {
      const wrong = `共收到政府信息公开申请${received + more}件`
      replaceItem(truth, 2, `${truth.year}年，${wrong}。`)
      return wrong
    },
    () => {
      const wrong = `因政府信息公开被申请行政复议${reviews + more}件`
      replaceItem(truth, 2, `${truth.year}年收到政府信息公开申请${received}件，${wrong}。`)
      return wrong
    },
    () => {
      const [row, column] =
        truth.form === '2019'
          ? ['规范性文件', '本年新制作数量']
          : ['行政规范性文件', '本年制发件数']
      const wrong = `制发${row}${valueAt(truth, row ?? '', column ?? '') + more}件`
      replaceItem(truth, 1, `${truth.year}年，${wrong}，均按规定公开。`)
      replaceItem(truth, 3, '严格执行保密审查制度，做到逐条审查、全程留痕。')
      return wrong
    },
  ])()
}

const plainPlatform = (plot: Parameters<Plant>[0]): void => {
  replaceItem(plot.truth, 4, '安排专人维护政府信息公开平台，及时更新各栏目内容。')
}

const parts: Plant = (plot) => {
  const { truth, rng } = plot
  const site = rng.int(50, 400)
  const wechat = rng.int(30, 200)
  const total = site + wechat + rng.int(1, 30)
  const wrong = `全年主动公开政府信息${total}条，其中门户网站${site}条、微信公众号${wechat}条`
  replaceItem(truth, 1, `${wrong}。`)
  plainPlatform(plot)
  return wrong
}

const shares: Plant = (plot) => {
  const { truth, rng } = plot
  const total = rng.int(80, 400)
  const first = rng.int(20, total - 20)
  const percent = (part: number, by = 0): string => `${((part / total) * 100 + by).toFixed(1)}%`
  const by = rng.pick([-6, 5, 7.5, 10])
  const wrong = `政策文件类${total - first}条，占${percent(total - first, by)}`
  replaceItem(
    truth,
    1,
    `全年通过门户网站公开信息${total}条。其中，机构职能类${first}条，占${percent(first)}；${wrong}。`,
  )
  plainPlatform(plot)
  return wrong
}

const twice: Plant = ({ truth, rng }) => {
  const site = rng.int(60, 500)
  const other = site + rng.int(2, 40)
  replaceItem(truth, 1, `全年通过门户网站主动公开信息${site}条。`)
  replaceItem(truth, 4, `规范栏目设置，全年通过门户网站主动公开信息${other}条。`)
  return `全年通过门户网站主动公开信息${other}条`
}

const missing: Plant = ({ truth, rng }) =>
  addToItem(
    truth,
    4,
    rng.pick([
      '通过微博、微信公众号等平台共发布信息，拓宽了公开渠道。',
      '全年通过电子显示屏发布信息条，方便群众了解政策。',
      '全年共举办政府开放日活动次，受到群众欢迎。',
    ]),
  )

const fuzzy: Plant = ({ truth, rng }) => {
  const count = rng.int(31, 98)
  const wrong = rng.pick([
    `更新公开栏${count}余次`,
    `接受群众咨询${count}余人次`,
    `张贴公告近${count}余份`,
  ])
  addToItem(truth, 4, `${wrong}。`)
  return wrong
}

/** Mistakes in the numbers of the text. */
export const NUMBER_PLANTS: Plants = {
  'NUM-01': againstTable,
  'NUM-02': parts,
  'NUM-03': shares,
  'NUM-04': twice,
  'NUM-05': missing,
  'NUM-06': fuzzy,
}
