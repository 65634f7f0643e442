import {
  addToItem,
  type Plant,
  type Plants,
  replaceWords,
  section,
  setCell,
  valueAt,
} from './plot.js'

const ownName: Plant = ({ truth, current, rng }) => {
  const { name, region, kind } = current.authority
  return rng.pick([
    () => {
      const office = name.slice(region.length)
      const place = region.replace(/^.{2,3}[市县](?=.)/, '')
      const wrong = place === region ? office.replace('人民政府', '政府') : place + office
      truth.signature = kind === 'government' && place === region ? `${region}政府` : wrong
      return truth.signature === name ? null : truth.signature
    },
    () => {
      const wrong = name.replace(/[梧屏溯陵州禾汀榆栾芷泠柘淙渚崤沚桥沐湫浦塬栅湾霞]/, (char) =>
        char === '州' ? '洲' : '周',
      )
      if (wrong === name) return null
      addToItem(truth, 3, `修订《${wrong}政府信息公开保密审查办法》。`)
      return wrong
    },
    () => {
      truth.signature = `${name}办公室`
      return truth.signature
    },
  ])()
}

const otherName: Plant = ({ truth, current, rng }) => {
  const { kind, regionWord, name } = current.authority
  const office = rng.pick(['审计', '统计', '水利', '教育'].filter((word) => !name.includes(word)))
  const place = rng.pick(['我市', '我县', '我省'].filter((word) => word !== regionWord))
  if (kind === 'department') {
    const wrong = `推动${office}局信息公开工作再上新台阶`
    addToItem(truth, 5, `${wrong}。`)
    return wrong
  }
  const wrong = `委托第三方机构对${place}政务公开工作进行评估`
  addToItem(truth, 5, `${wrong}。`)
  return wrong
}

const TYPOS = [
  ['针对上诉问题，加强督促整改。', '上诉'],
  ['求其是重点领域信息，做到及时公开。', '求其'],
  ['对全年公开任务进行统一布署。', '布署'],
  ['完善制度，按步就班推进各项工作。', '按步就班'],
  ['以经完成历史信息的清理。', '以经'],
  ['既使遇到节假日，也安排专人值守。', '既使'],
  ['严格按照法定其限办理各类事项。', '其限'],
  ['做到公开内容准确无误、渠道畅通无阻，确保权危发布。', '权危'],
] as const

const typo: Plant = ({ truth, rng }) => {
  const [sentence, wrong] = rng.pick(TYPOS)
  addToItem(truth, rng.pick([3, 5]), sentence)
  return wrong
}

const basis: Plant = ({ truth, rng }) => {
  return rng.pick([
    () => {
      const wrong = '国办公开办函〔2019〕60号'
      return truth.year >= 2021 && replaceWords(truth, '国办公开办函〔2021〕30号', wrong)
        ? wrong
        : null
    },
    () => {
      const wrong = '根据自身生产、生活、科研等特殊需要'
      addToItem(truth, 2, `公民、法人和其他组织可以${wrong}，提出政府信息公开申请。`)
      return wrong
    },
    () => {
      const wrong = '《中华人民共和国政府信息公开条例》（国务院令第492号）'
      addToItem(truth, 3, `按照${wrong}的规定，完善公开目录。`)
      return wrong
    },
  ])()
}

const slogan: Plant = ({ truth, rng }) =>
  addToItem(
    truth,
    1,
    rng.pick([
      '坚持“公开为原则，不公开为例外”，扩大公开范围。',
      '按照以公开为原则、不公开是例外的要求，做好信息发布。',
      '坚持“以公开为常规、不公开为例外”，主动接受监督。',
    ]),
  )

const time: Plant = ({ truth, current, rng }) =>
  addToItem(
    truth,
    1,
    rng.pick([
      '今年以来，公开渠道进一步拓宽。',
      '至今未发生信息泄密事件。',
      `${truth.year - 1}年，${current.authority.self}将政府信息公开列入全年工作要点。`,
      '截至目前，公开目录已全部更新。',
    ]),
  )

const term: Plant = ({ truth, rng }) => {
  const received = valueAt(truth, '一', '总计')
  return addToItem(
    truth,
    2,
    rng.pick([
      `共收到依申请公开信息${received}件。`,
      `收到政府信息公开申请${received}例。`,
      `办理政府信息公开申请项目${received}个。`,
      '公开人大建议提案办理结果6个。',
    ]),
  )
}

const logic: Plant = ({ truth, current, rng }) => {
  if (!current.authority.makesRules && rng.chance(0.5)) {
    const column = truth.form === '2019' ? '本年新制作数量' : '本年制发件数'
    const all = truth.form === '2019' ? '对外公开总数量' : '现行有效件数'
    setCell(truth, '规章', column, 1)
    setCell(truth, '规章', all, 1)
    if (truth.form === '2019') setCell(truth, '规章', '本年新公开数量', 1)
    return `规章/${column} 1`
  }
  if (valueAt(truth, '一', '总计') + valueAt(truth, '二', '总计') > 0) return null
  return addToItem(truth, 2, '对收到的申请均在法定期限内答复，并告知申请人救济途径和期限。')
}

const style: Plant = ({ truth, rng }) => {
  return rng.pick([
    () => {
      truth.title = truth.title.replace('年政府', '年度政府')
      return truth.title
    },
    () => {
      const wrong = '修订《政府信息公开保密审查制度》、《政府信息发布管理办法》。'
      return addToItem(truth, 3, wrong)
    },
    () => {
      const wrong = '强化督促检查,定期通报情况,推动问题整改.'
      return addToItem(truth, 5, wrong)
    },
    () => {
      const wrong = '（以下简称《管理办法》）'
      addToItem(truth, 3, `执行《政府信息发布管理办法》${wrong}，规范发布流程。`)
      return wrong
    },
    () => {
      const five = section(truth, '五')
      five.text = five.text.replace(/。(?=[^。]*$)/, '。。')
      return '。。'
    },
  ])()
}

/** Mistakes in the words of the text. */
export const WORD_PLANTS: Plants = {
  'NAME-01': ownName,
  'NAME-02': otherName,
  'TYPO-01': typo,
  'BAS-01': basis,
  'BAS-02': slogan,
  'YEAR-01': time,
  'TERM-01': term,
  'LOG-01': logic,
  'STY-01': style,
}
