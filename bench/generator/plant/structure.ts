import { SUPERVISION_PARAGRAPHS } from '../narrative/proactive.js'
import { addToItem, type Plant, type Plants, replaceItem, replaceWords, section } from './plot.js'

const numbering: Plant = ({ truth, rng }) => {
  const [no, heading] = rng.pick([
    ['一', '1、 总体情况'],
    ['二', '（二）主动公开政府信息情况'],
    ['五', '四、存在的主要问题及改进情况'],
    ['六', '五、其他需要报告的事项'],
  ] as const)
  section(truth, no).heading = heading
  return heading
}

const subheadings: Plant = ({ truth, rng }) => {
  const one = section(truth, '一')
  const [from, to] = rng.pick([
    ['（三）', '（一）'],
    ['（四）', '（三）'],
    ['（三）', ''],
    ['（五）', '（六）'],
  ] as const)
  const line = one.text.split('\n').find((text) => text.startsWith(from))
  if (line === undefined) return null
  const wrong = to + line.slice(from.length)
  one.text = one.text.replace(line, wrong)
  return wrong.slice(0, 12)
}

const headingWords: Plant = ({ truth, rng }) => {
  const [no, heading] = rng.pick([
    ['三', '三、收到和处理政府信息公开申请情况（无）'],
    ['四', '四、政府信息公开行政复议、行政诉讼情况（无）'],
    ['二', '二、主动公开信息情况'],
    ['五', '五、存在问题及改进措施'],
    ['六', '六、需要报告的其他事项'],
    ['四', '四、政府信息公开行政诉讼、行政复议情况'],
  ] as const)
  section(truth, no).heading = heading
  return heading
}

const promisedParts: Plant = ({ truth, rng }) => {
  const listed = /全文由.*?六个部分组成，/
  const promise = rng.pick([
    '全文由总体情况、主动公开政府信息情况、依申请公开政府信息情况、行政复议和行政诉讼情况、存在的问题及改进措施五个部分组成。',
    '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况等七个部分。',
  ])
  truth.intro = truth.intro.replace(listed, '') + promise
  return promise
}

const thinSection: Plant = ({ truth, rng }) => {
  const five = section(truth, '五')
  return rng.pick([
    () => {
      section(truth, '六').text = ''
      return section(truth, '六').heading
    },
    () => {
      five.text = '无。'
      return '无。'
    },
    () => {
      // The last measure goes, so that one problem stays without an answer.
      const shorter = five.text.replace(/\n?[二三]是[^是]*$/, '')
      if (shorter === five.text) return null
      five.text = shorter
      return '改进措施少于问题'
    },
  ])()
}

const misplaced: Plant = ({ truth, rng }) => {
  const wrong = rng.pick([
    `${truth.year}年，不断拓展主动公开的渠道，通过门户网站设置专题栏目，集中发布机构职能、财政预算决算、行政执法等信息，方便群众查询。`,
    '组织开展政府开放日活动，邀请居民代表走进办事大厅，了解办事流程；围绕惠民政策制作图解和短视频，在政务新媒体集中推送。',
    '扎实开展安全生产检查和环境整治行动，走访企业和群众，协调解决实际困难，营商环境得到改善。',
  ])
  section(truth, '六').text += `\n${wrong}`
  return wrong
}

const noAppraisal: Plant = ({ truth, current, rng }) => {
  if (current.authority.kind !== 'government') return null
  const plain = SUPERVISION_PARAGRAPHS.filter((text) => !/\{|考核|监督|责任/.test(text))
  const text = plain.length > 0 ? rng.pick(plain) : '加强队伍建设，工作人员的业务能力得到提升。'
  replaceItem(truth, 5, text)
  return '考核、评议、责任追究'
}

const signature: Plant = ({ truth, rng }) => {
  const iso = truth.signedOn ?? ''
  const [year, month, day] = iso.split('-')
  return rng.pick([
    () => {
      Object.assign(truth, { signature: '', signedText: '', signedOn: null })
      return '缺少落款'
    },
    () => {
      truth.signedText = iso
      return iso
    },
    () => {
      truth.signedText = `${year}年${month}月${day}日`.replace(/年(\d)月/, '年0$1月')
      return truth.signedText
    },
    () => {
      truth.signedText = `${year}.${month}.${day}`
      return truth.signedText
    },
    () => {
      Object.assign(truth, { signedText: '', signedOn: null })
      return '缺少日期'
    },
  ])()
}

const period: Plant = ({ truth, rng }) => {
  const last = truth.year - 1
  const said = new RegExp(`${truth.year}年1月1日(起?，?至)${truth.year}年12月31日`)
  if (rng.chance(0.5)) {
    truth.intro = truth.intro.replace(said, `${last}年1月1日$1${last}年12月31日`)
    return `${last}年1月1日`
  }
  truth.intro = '根据《中华人民共和国政府信息公开条例》要求，现公布本年度报告。'
  return '缺少数据统计期限'
}

const broken: Plant = ({ truth, rng }) => {
  const crumbs = `您当前的位置：首页>${truth.authority}>政府信息公开年报`
  return rng.pick([
    () => {
      truth.layout.relabel.push({ table: 'proactive', from: '规章', to: '[bookmark: _GoBack]规章' })
      return '[bookmark: _GoBack]规章'
    },
    () => {
      truth.layout.before.push(crumbs, crumbs)
      return crumbs
    },
    () => {
      const sentence = addToItem(truth, 4, '结合实际完善平台功能，方便公众查阅。')
      replaceWords(truth, sentence, '结合实际完善平台\n功能，方便公众查阅。')
      return '结合实际完善平台'
    },
  ])()
}

const renamed: Plant = ({ truth, rng }) => {
  return rng.pick([
    () => {
      truth.layout.relabel.push({ table: 'proactive', from: '行政强制', to: '行政强制措施及执行' })
      return '行政强制措施及执行'
    },
    () => {
      truth.layout.drop.push({ table: 'proactive', row: '行政强制' })
      for (const cell of truth.cells.filter(({ row }) => row === '行政强制')) {
        Object.assign(cell, { state: 'blank', value: null, unit: null, raw: '' })
      }
      return '缺少“行政强制”一行'
    },
    () => {
      truth.layout.swap.push({ table: 'proactive', first: '行政处罚', second: '行政强制' })
      return '行政强制在行政处罚之前'
    },
    () => {
      const to = '3.要求提供报刊书籍等公开出版物'
      truth.layout.relabel.push({ table: 'requests', from: '3.要求提供公开出版物', to })
      return to
    },
  ])()
}

const late: Plant = ({ truth, current, rng }) => {
  const month = current.authority.kind === 'government' ? rng.int(4, 6) : rng.int(2, 5)
  const day = rng.int(1, 28)
  const year = truth.year + 1
  const two = (value: number): string => `${value}`.padStart(2, '0')
  truth.signedOn = `${year}-${two(month)}-${two(day)}`
  truth.signedText = `${year}年${month}月${day}日`
  return truth.signedText
}

/** Mistakes of structure, form, signature and date. */
export const STRUCTURE_PLANTS: Plants = {
  'STR-01': numbering,
  'STR-02': subheadings,
  'STR-03': headingWords,
  'STR-04': promisedParts,
  'STR-05': thinSection,
  'STR-06': misplaced,
  'STR-07': noAppraisal,
  'STR-08': signature,
  'STR-09': period,
  'FMT-02': renamed,
  'FMT-03': broken,
  'PUB-01': late,
}
