import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { COPIED_RULES } from '../../src/copied/index.js'
import type { TextExample } from '../../src/rule.js'
import { found, foundWords, ruleOf } from '../numbers/run.js'
import { FRESH, SOURCE_PASSAGES } from './passages.js'

const lastYear = ruleOf(COPIED_RULES, 'XYR-05')
const sibling = ruleOf(COPIED_RULES, 'SIB-01')

function previous(text: string, part = 'section/一'): NonNullable<TextExample['previous']> {
  return { year: 2022, parts: [{ part, text }] }
}

const [MARKET = '', FISHING = '', SCHOOL = '', ROAD = '', HERITAGE = ''] = SOURCE_PASSAGES

// biome-ignore format: one case a line
const FROM_LAST_YEAR: readonly (readonly [title: string, text: string, source: string, findings: readonly string[]])[] = [
  ['整段照抄', MARKET, MARKET, ['warning']],
  ['换了数字', FISHING.replace('36', '41').replace('1800', '2100'), FISHING, ['warning']],
  ['中间改一个分句', SCHOOL.replace('校门口', '传达室旁'), SCHOOL, ['warning']],
  ['只抄一句', `今年围绕营商环境开展工作。${ROAD.split('。')[0]}。`, ROAD, ['note']],
  ['断行不影响比对', HERITAGE.replace('讲解', '讲\n解'), HERITAGE, ['warning']],
  ['夹在新写的文字里', `${FRESH[0]}${MARKET}${FRESH[1]}`, `${ROAD}${MARKET}`, ['warning']],
]

describe('照抄上一年度报告', () => {
  for (const [title, text, source, findings] of FROM_LAST_YEAR) {
    it(title, () => {
      const drafts = found(lastYear, { text, previous: previous(source) })
      assert.deepEqual(
        drafts.map(({ severity }) => severity),
        findings,
      )
    })
  }
  it('换了数字时说明只换了数字', () => {
    const [draft] = found(lastYear, {
      text: FISHING.replace('36', '41'),
      previous: previous(FISHING),
    })
    assert.match(draft?.message ?? '', /与2022年报告“.*只换了数字/)
  })
  it('存在的问题照抄，三十五字即提示', () => {
    const text =
      '乡土信息挖掘不深，村级信息员流动频繁，上传材料常缺少拍摄地点说明，老年人检索仍有困难。'
    const parts = [{ part: 'section/五', text }]
    assert.deepEqual(foundWords(lastYear, { parts, previous: previous(text, 'section/五') }), [
      `warning：${text.slice(0, -1)}`,
    ])
  })
  it('没有上一年度报告时不判断', () => {
    const input = {
      parts: [],
      authority: null,
      year: 2023,
      facts: [],
      previous: null,
      siblings: [],
    }
    assert.deepEqual(
      lastYear.run(input, (derive) => derive(input)),
      { lacks: '上一年度报告' },
    )
    assert.deepEqual(
      sibling.run(input, (derive) => derive(input)),
      { lacks: '同年度其他机关的报告' },
    )
  })
})

/** What two reports may share because every report says it. */
const OFFICIAL: readonly string[] = [
  '根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》要求，编制本报告。',
  '本报告所列数据的统计期限自2023年1月1日起至12月31日止。',
  '如对本报告有疑问，请与云岭县财政局办公室联系，地址：云岭县人民路1号，邮编：900001，电话：0990-86021234。',
  '本年度未收到政府信息公开申请。',
  '未发生因政府信息公开引起的行政复议、行政诉讼。',
  '全年收到政府信息公开申请12件，予以公开6件，部分公开2件，不予公开1件。',
  '没有其他需要报告的事项。',
  '按照《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。',
  '坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。',
  '严格执行“三审三校”制度，坚持先审查、后公开，一事一审。',
  '以习近平新时代中国特色社会主义思想为指导，认真贯彻落实党的二十大精神。',
  '保障人民群众知情权、参与权、表达权和监督权，推进法治政府建设。',
  '政府信息公开工作取得了一定成效，但还存在一些不足。',
  '（一）主动公开情况。（二）依申请公开情况。（三）政府信息管理情况。',
  '在县委、县政府的坚强领导下，政务公开工作有序开展。',
  '下一步，我局将从以下方面改进。',
  '主要存在以下问题。',
  '结转下年度继续办理1件。',
  '信息处理费0元。',
  '法治政府建设不断推进，透明度不断提高。',
]

describe('官方通用表述不算照抄', () => {
  for (const text of OFFICIAL) {
    it(text, () => {
      const siblings = [{ name: '青溪区教育局', parts: [{ part: 'section/一', text }] }]
      assert.deepEqual(foundWords(lastYear, { text, previous: previous(text) }), [])
      assert.deepEqual(foundWords(sibling, { text, siblings }), [])
    })
  }
  it('通用表述连成全文也不提示', () => {
    const text = OFFICIAL.join('\n')
    assert.deepEqual(foundWords(lastYear, { text, previous: previous(text) }), [])
  })
  it('各写各的文字不提示', () => {
    for (const text of FRESH) {
      assert.deepEqual(
        foundWords(lastYear, { text, previous: previous(SOURCE_PASSAGES.join('')) }),
        [],
      )
    }
  })
})

describe('与其他机关的报告雷同', () => {
  const others = SOURCE_PASSAGES.map((text, number) => ({
    name: `嘉禾市${'甲乙丙丁戊'[number]}镇人民政府`,
    parts: [{ part: 'section/一', text }],
  }))
  for (const text of SOURCE_PASSAGES) {
    it(`找到来源 ${text.slice(0, 12)}`, () => {
      const [draft, ...rest] = found(sibling, { text: `${FRESH[0]}${text}`, siblings: others })
      assert.equal(rest.length, 0)
      assert.match(
        draft?.message ?? '',
        new RegExp(others[SOURCE_PASSAGES.indexOf(text)]?.name ?? ''),
      )
      assert.equal(draft?.says, text.slice(0, -1))
    })
  }
  it('机关名称换了仍能认出', () => {
    const text =
      '云岭县财政局在县财政局大厅增设触摸查询屏并配方言语音包，财政局窗口逐户回访残障人士，收集字号偏小、按钮过密等意见后调整版面。'
    const parts = [
      {
        part: 'section/一',
        text: text
          .replaceAll('云岭县财政局', '云岭县教育局')
          .replaceAll('县财政局', '县教育局')
          .replaceAll('财政局', '教育局'),
      },
    ]
    const siblings = [{ name: '云岭县教育局', parts }]
    assert.equal(found(sibling, { text, authority: '云岭县财政局', siblings }).length, 1)
  })
  it('自己的报告不算其他机关的', () => {
    const siblings = [{ name: '云岭县财政局', parts: [{ part: 'section/一', text: MARKET }] }]
    assert.deepEqual(found(sibling, { text: MARKET, authority: '云岭县财政局', siblings }), [])
  })
  it('多数机关都有的模板文字不算雷同', () => {
    const siblings = Array.from({ length: 10 }, (_, number) => ({
      name: `第${number}镇`,
      parts: [{ part: 'section/一', text: MARKET }],
    }))
    assert.deepEqual(found(sibling, { text: MARKET, siblings }), [])
  })
})
