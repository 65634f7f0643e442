import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  checkLetter,
  composeLetter,
  documentNumberText,
  exampleFacts,
  FEE_BANDS,
  feeByItem,
  feeByPage,
  feeLines,
  GROUNDS,
  type Ground,
  inForce,
  isDocumentNumber,
  LETTER_KINDS,
  LETTERS,
  type LetterKind,
  letterOf,
  localDate,
  NATIONAL_LETTER_LAW,
  PART_GROUNDS,
} from '../../src/index.js'

const compose = (kind: LetterKind) => composeLetter(kind, exampleFacts(kind), NATIONAL_LETTER_LAW)

describe('决定依据与文书种类', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, grounds: Ground[], kind: LetterKind][] = [
    ['全部公开',                     ['disclosed'],                        'disclosure'],
    ['已经主动公开',                 ['published', 'disclosed'],           'disclosure'],
    ['一部分公开，一部分不公开',     ['disclosed', 'thirdPartyRights'],    'partialDisclosure'],
    ['一部分公开，其余不存在',       ['doesNotExist', 'disclosed'],        'partialDisclosure'],
    ['国家秘密',                     ['stateSecret'],                      'refusal'],
    ['两项理由均不公开',             ['internalAffairs', 'doesNotExist'],  'refusal'],
    ['行政查询事项',                 ['specialAccess'],                    'specialAccess'],
    ['不存在',                       ['doesNotExist'],                     'doesNotExist'],
    ['逾期未缴费',                   ['feeUnpaid'],                        'abandoned'],
    ['撤回',                         ['withdrawn'],                        'closure'],
  ]
  for (const [situation, grounds, kind] of ROWS) {
    it(`${situation}：${LETTERS[kind].title}`, () => assert.equal(letterOf(grounds), kind))
  }

  it('每一依据恰有一种文书，没有依据的不能出具', () => {
    const told = LETTER_KINDS.flatMap((kind) => LETTERS[kind].grounds as readonly Ground[])
    assert.deepEqual(told.toSorted(), Object.keys(GROUNDS).toSorted())
    assert.throws(() => letterOf([]), RangeError)
  })
})

describe('各种文书按事实生成，没有差错', () => {
  assert.equal(LETTER_KINDS.length, 29)
  for (const kind of LETTER_KINDS) {
    it(LETTERS[kind].title, () => {
      const of = { facts: exampleFacts(kind), thirdParties: ['云岭青禾食品有限公司'] }
      assert.deepEqual(checkLetter(compose(kind), of, NATIONAL_LETTER_LAW), [])
    })
  }

  for (const ground of PART_GROUNDS) {
    it(`决定：${GROUNDS[ground].title}`, () => {
      const kind = letterOf([ground])
      const notice = exampleFacts('abandoned').notice
      const facts = { ...exampleFacts(kind, [ground]), ...(notice && { notice }) }
      const letter = composeLetter(kind, facts, NATIONAL_LETTER_LAW)
      assert.deepEqual(checkLetter(letter, { facts, thirdParties: [] }, NATIONAL_LETTER_LAW), [])
    })
  }
})

describe('各部分依据不同的决定', () => {
  it('任意两项依据都有一种文书，生成后没有差错', () => {
    const { notice } = exampleFacts('abandoned')
    for (const pair of PART_GROUNDS.flatMap((one) =>
      PART_GROUNDS.map((other) => [one, other] as const),
    )) {
      const kind = letterOf(pair)
      const facts = { ...exampleFacts(kind, pair), ...(notice && { notice }) }
      const letter = composeLetter(kind, facts, NATIONAL_LETTER_LAW)
      const findings = checkLetter(letter, { facts, thirdParties: [] }, NATIONAL_LETTER_LAW)
      assert.deepEqual(findings, [], pair.join('、'))
    }
  })
})

describe('单看文书也看得出没有逾期、由谁作出', () => {
  it('补正、缴费、延长写入答复；撤并之前的答复写原机关', () => {
    const facts = exampleFacts('disclosure')
    const [correctedOn, paidOn] = [localDate('2026-01-09'), localDate('2026-01-12')]
    const extendedTo = localDate('2026-03-10')
    const consulted = [{ from: localDate('2026-01-14'), through: localDate('2026-01-20') }]
    const course = { correctedOn, paidOn, consulted, extendedTo, postponedTo: extendedTo }
    const told = { ...facts.request, course, madeTo: '云岭县农业局', madeToUntil: paidOn }
    const earlier = { number: '云农公开〔2026〕1号', on: localDate('2026-01-08') }
    const letter = (on: string) =>
      composeLetter(
        'disclosure',
        {
          ...{ ...facts, request: told },
          anew: { earlier: { ...earlier, on: localDate(on) }, order: null },
        },
        NATIONAL_LETTER_LAW,
      )
    const texts = letter('2026-01-08').paragraphs.map(({ text }) => text)
    assert.match(texts[1] ?? '', /^云岭县农业局此前作出的答复（2026年1月8日/)
    assert.equal(
      texts[2],
      '云岭县农业局于2026年1月9日收到你的补正，答复期限自该日起重新计算；你于2026年1月12日缴纳信息处理费，答复期限自缴费后重新计算；2026年1月14日至2026年1月20日征求意见，所需时间不计算在答复期限内；答复期限已经依法延长至2026年3月10日；已经依法确定延迟至2026年3月10日以前答复。',
    )
    assert.match(letter('2026-01-13').paragraphs[1]?.text ?? '', /^本机关此前作出的答复/)
  })
})

describe('期限届满以后要求补正、缴费的', () => {
  it('文书不再许诺重新计算答复期限', () => {
    const told = (kind: 'correctionNotice' | 'feeNotice', isLate: boolean) => {
      const facts = exampleFacts(kind)
      const { on } = facts
      assert.ok(on)
      const dueOn = isLate ? localDate('2020-01-02') : on
      const request = { ...facts.request, dueOn }
      const { paragraphs } = composeLetter(kind, { ...facts, request }, NATIONAL_LETTER_LAW)
      return paragraphs.some(({ text }) => /答复期限自.*计算/.test(text))
    }
    for (const kind of ['correctionNotice', 'feeNotice'] as const)
      assert.deepEqual([told(kind, false), told(kind, true)], [true, false])
  })
})

describe('填写时带了句号、换了行', () => {
  it('文书里只有一个句号，不换行', () => {
    const facts = exampleFacts('refusal')
    const [part] = facts.parts
    assert.ok(part)
    const request = { ...facts.request, wanted: '养护合同。\n验收单。' }
    const parts = [{ ...part, reason: '该流转单只记录内部流程。 ' }]
    const letter = composeLetter('refusal', { ...facts, request, parts }, NATIONAL_LETTER_LAW)
    const text = letter.paragraphs.map((one) => one.text).join('')
    assert.match(text, /申请内容为：养护合同。 验收单。经审查.*理由：该流转单只记录内部流程。你/)
    assert.doesNotMatch(text, /。。|\n/)
  })
})

describe('不误报', () => {
  it('网址中的xxgk和日期、特殊需要儿童、资金用途、申请人自己写明的第三方、窗口的手机', () => {
    const base = exampleFacts('disclosure')
    const request = { ...base.request, wanted: '云岭青禾食品有限公司领取补助的情况' }
    const where =
      '网站http://www.yunling.example/xxgk/2025/11/18/t20251118.html，或者联系窗口13900000000'
    const parts = [
      { what: '特殊需要儿童资金申请用途和《公报》2025-11期', ground: 'disclosed', where },
    ] as const
    const facts = { ...base, request, parts }
    const letter = composeLetter('disclosure', facts, NATIONAL_LETTER_LAW)
    const of = { facts, thirdParties: ['云岭青禾食品有限公司'] }
    const said = checkLetter(letter, of, NATIONAL_LETTER_LAW)
    assert.deepEqual(
      said.map(({ rule, severity }) => [rule, severity]),
      [['LTR-16', 'note']],
    )
  })
})

describe('文书的文字', () => {
  it('不予公开答复书', () => {
    const { title, documentNumber, addressee, paragraphs, signature } = compose('refusal')
    assert.deepEqual(
      [...title, documentNumber, addressee, ...paragraphs.map(({ text }) => text), signature.date],
      [
        '云岭县财政局',
        '政府信息不予公开答复书',
        '云财公开〔2026〕12号',
        '林青禾',
        '本机关于2026年1月5日收到你提出的政府信息公开申请（申请编号：2026-017-0012，提交渠道：网上提交），申请内容为：2025年县级农业专项资金的安排和审批情况。',
        '经审查，现答复如下：',
        '“专项资金审批内部流转单”属于本机关的内部事务信息。根据《中华人民共和国政府信息公开条例》（国务院令第711号）第十六条第一款、第三十六条第（三）项，本机关决定不予公开。',
        '理由：该流转单只记录本机关的内部工作流程，不对外发生法律效力。',
        '你对本决定不服的，根据《中华人民共和国行政复议法》（2023年修订）第二十条第一款、第二十三条第一款第（四）项、《中华人民共和国行政诉讼法》（2017年修正）第四十五条，应当先自收到本文书之日起60日内向云岭县人民政府申请行政复议。',
        '对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向云岭县人民法院提起行政诉讼。',
        '2026年1月12日',
      ],
    )
  })

  it('没有查明的事项以××待填，检查时逐项指出', () => {
    const { extension: _, ...facts } = exampleFacts('extensionNotice')
    const letter = composeLetter('extensionNotice', facts, NATIONAL_LETTER_LAW)
    assert.match(letter.paragraphs.map(({ text }) => text).join(''), /延长××个工作日，至××届满/)
    const of = { facts, thirdParties: [] }
    const said = checkLetter(letter, of, NATIONAL_LETTER_LAW).map(
      ({ rule, at }) => `${rule} ${at.part}`,
    )
    assert.deepEqual(said, ['LTR-02 letter', 'LTR-03 paragraph', 'LTR-03 paragraph'])
  })

  it('拟稿人可以改写理由，不能改动法律规定的文字', () => {
    const of = { facts: exampleFacts('refusal'), thirdParties: [] }
    const letter = compose('refusal')
    const edit = (kind: string, text: string) => ({
      ...letter,
      paragraphs: letter.paragraphs.map((one) => (one.kind === kind ? { ...one, text } : one)),
    })
    const rules = (changed: typeof letter) =>
      checkLetter(changed, of, NATIONAL_LETTER_LAW).map(({ rule }) => rule)
    assert.deepEqual(rules(edit('own', '理由：该单据只供内部传阅。')), [])
    assert.deepEqual(rules(edit('remedy', '如有疑问，请与本机关联系。')), [
      'LTR-09',
      'LTR-18',
      'LTR-18',
    ])
  })
})

describe('按成文之日的法律', () => {
  it('2023年年底的不予公开可以直接起诉', () => {
    const facts = {
      ...exampleFacts('refusal'),
      on: localDate('2023-12-29'),
      request: { ...exampleFacts('refusal').request, receivedOn: localDate('2023-12-20') },
    }
    const { paragraphs } = composeLetter('refusal', facts, NATIONAL_LETTER_LAW)
    assert.match(
      paragraphs.at(-2)?.text ?? '',
      /也可以自收到本文书之日起6个月内直接向云岭县人民法院提起行政诉讼/,
    )
  })
})

describe('发文字号', () => {
  assert.equal(documentNumberText({ code: '云财公开', year: 2026, no: 7 }), '云财公开〔2026〕7号')
  // biome-ignore format: one case a line
  const ROWS: [text: string, right: boolean][] = [
    ['云财公开〔2026〕12号', true], ['云财公开〔2026〕012号', false], ['云财公开〔2026〕第12号', false], ['云财公开[2026]12号', false],
    ['云财公开（2026）12号', false], ['云财公开〔26〕12号', false], ['云财公开2026年12号', false], ['〔2026〕12号', false],
  ]
  for (const [text, right] of ROWS)
    it(`${text}：${right}`, () => assert.equal(isDocumentNumber(text), right))
})

describe('信息处理费的明细 国办函〔2020〕109号', () => {
  const bands = inForce(FEE_BANDS, localDate('2026-01-01')).value
  const sum = (way: 'byItem' | 'byPage', first: number, last: number) =>
    feeLines(bands, way, first, last).reduce((total, { yuan }) => total + yuan, 0)

  it('120页：30页不收费，70页每页10元，20页每页20元', () => {
    assert.deepEqual(feeLines(bands, 'byPage', 1, 120), [
      { from: 1, to: 30, yuanEach: 0, yuan: 0 },
      { from: 31, to: 100, yuanEach: 10, yuan: 700 },
      { from: 101, to: 120, yuanEach: 20, yuan: 400 },
    ])
  })

  it('明细之和等于收费总额', () => {
    assert.equal(sum('byPage', 1, 201), feeByPage(bands, 201))
    assert.equal(sum('byItem', 9, 52), feeByItem(bands, 9, 52))
  })
})
