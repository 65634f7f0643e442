import type { Chance } from './chance.js'
import type { Figures } from './figures.js'
import type { InventedAuthority } from './tree.js'

type Told = Pick<InventedAuthority, 'name' | 'topics'> & {
  readonly year: number
  readonly figures: Figures
}

/** The words of a report: no two authorities, and no two years, say it in the same way. */
export function wordsOf(chance: Chance, told: Told) {
  const { name, year } = told
  return {
    intro: `本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。如对本报告有疑问，请与${name}政府信息公开工作机构联系。`,
    texts: { 一: general(chance, told), 五: problems(chance, told), 六: other(chance) },
  }
}

function general(chance: Chance, { name, topics, year, figures }: Told): string {
  const [first, second, third] = topics
  const shown = [chance.number(8, 96), chance.number(3, 40), chance.number(2, 30)] as const
  const total = shown[0] + shown[1] + shown[2]
  const opening = chance.one([
    `${year}年，${name}围绕${first}和${second}两个重点，`,
    `${year}年，${name}把公开贯穿${first}工作全过程，`,
    `${year}年，${name}从群众关心的${second}、${third}入手，`,
    `${year}年，${name}结合${third}工作实际，`,
  ])
  const closing = chance.one([
    '依法做好政府信息公开工作。',
    '推动政府信息公开提质增效。',
    '稳步推进各项公开任务。',
    '政府信息公开工作取得新的进展。',
  ])
  return [
    opening + closing,
    `（一）主动公开。${turn(year, [
      `全年在县政府门户网站公开政府信息${total}条，其中${first}信息${shown[0]}条，${second}信息${shown[1]}条，${third}信息${shown[2]}条。`,
      `按内容分，${first}类${shown[0]}条，${second}类${shown[1]}条，${third}类${shown[2]}条，合计发布${total}条。`,
      `围绕${first}发布${shown[0]}条，围绕${second}发布${shown[1]}条，围绕${third}发布${shown[2]}条，三类共${total}条，均在规定时限内上网。`,
    ])}`,
    `（二）依申请公开。${requested(year, figures)}${figures.received > 0 ? chance.one([`申请内容以${first}居多。`, `申请多涉及${second}。`, `答复前均与申请人作了沟通。`, `${third}方面的申请有所增加。`]) : ''}`,
    `（三）政府信息管理。${chance.one([`对涉及${first}的文件逐件确定公开属性`, `把${second}信息纳入目录动态调整`, `由专人核对${third}信息的发布时限`, `每季度清理一次${first}栏目的过期信息`])}；${managed(year, figures)}`,
    `（四）政府信息公开平台建设。${chance.one([`在专栏中增设${second}栏目，全年更新${chance.number(12, 90)}次。`, `调整${first}专题的栏目设置，方便群众按事项查找。`, `在办事大厅设置公开查阅点，接待查阅${chance.number(5, 120)}人次。`, `开设${third}问答，解答群众提问${chance.number(4, 60)}条。`])}`,
    `（五）监督保障。${chance.one(['将公开工作列入年度考核', '明确一名负责人分管公开工作', '建立每月自查制度', '把公开要求写入岗位职责'])}，${turn(year, [`举办业务培训${chance.number(1, 4)}次；没有因政府信息公开工作被追究责任的情况。`, `参加上级组织的学习${chance.number(1, 4)}期，未发生责任追究情形。`, `全年讲评公开工作${chance.number(1, 4)}次，无人员因此被追责。`])}`,
  ].join('\n')
}

function requested(year: number, { received, carriedIn, answered, carriedOut }: Figures): string {
  if (received + carriedIn === 0)
    return turn(year, [
      '全年没有收到政府信息公开申请。',
      '申请渠道保持畅通，未收到申请。',
      '本年度新收申请为零，也没有上年结转的申请。',
    ])
  return turn(year, [
    `全年新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${answered}件，结转下年度继续办理${carriedOut}件。`,
    `上年结转${carriedIn}件，当年新收政府信息公开申请${received}件；已办结${answered}件，尚有${carriedOut}件结转下年度继续办理。`,
    `办结政府信息公开申请${answered}件（其中上年结转${carriedIn}件），新收${received}件，年末结转下年度${carriedOut}件。`,
  ])
}

function managed(year: number, { issued, repealed, valid }: Figures): string {
  if (issued + repealed === 0) return '没有制发和废止行政规范性文件。'
  return turn(year, [
    `制发行政规范性文件${issued}件，废止${repealed}件，现行有效${valid}件。`,
    `行政规范性文件新制发${issued}件、废止${repealed}件，年末现行有效${valid}件。`,
    `经清理，现行有效的行政规范性文件${valid}件，当年制发${issued}件，废止${repealed}件。`,
  ])
}

/** Said otherwise every year. */
function turn(year: number, ways: readonly [string, string, string]): string {
  return ways[year % ways.length] ?? ways[0]
}

function problems(chance: Chance, { topics }: Told): string {
  const [first, second, third] = topics
  const found = chance.some(
    [
      [`${first}信息的发布还不够及时`, `对${first}信息的发布设定到期提醒，逾期的当日督办`],
      [
        `${second}政策的解读以文字为主`,
        `丰富${second}政策的解读形式，制作图解${chance.number(2, 12)}期`,
      ],
      [`${third}栏目的内容偏少`, `充实${third}栏目，由业务股室每月供稿`],
      [
        `基层工作人员对${second}公开的范围把握不准`,
        `编印${second}公开范围清单，组织基层工作人员学习${chance.number(1, 5)}次`,
      ],
      [
        `公众参与${first}决策的渠道不多`,
        `拓宽公众参与${first}决策的渠道，公开征求意见${chance.number(1, 6)}次`,
      ],
      [`${third}数据更新慢`, `把${third}数据更新纳入月度检查`],
    ],
    2,
  )
  const [one, two] = [found[0] ?? [], found[1] ?? []]
  return `存在的主要问题：一是${one[0]}。二是${two[0]}。\n改进情况：一是${one[1]}。二是${two[1]}。`
}

function other(chance: Chance): string {
  return chance.one([
    '本年度没有发出信息处理费收费通知，没有收取信息处理费。',
    '本年度未发出收费通知，未收取信息处理费，无其他需要报告的事项。',
    '未收取信息处理费。没有其他需要报告的事项。',
  ])
}
