import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  citationText,
  exampleFacts,
  LETTER_RULES,
  type LetterExample,
  localDate,
  runLetterExample,
} from '../../src/index.js'

const CODES = Array.from({ length: 25 }, (_, at) => `LTR-${String(at + 1).padStart(2, '0')}`)
const SEVERITIES = ['error', 'warning', 'note'] as const

describe('文书检查规则目录', () => {
  it('has every code once', () => {
    assert.deepEqual(
      LETTER_RULES.map(({ code }) => code),
      CODES,
    )
  })

  for (const rule of LETTER_RULES) {
    it(`${rule.code} ${rule.states}：合格的例子没有发现，不合格的例子有发现`, () => {
      assert.deepEqual(runLetterExample(rule.passes, [rule]), [])
      const findings = runLetterExample(rule.fails, [rule])
      assert.ok(findings.length > 0)
      for (const { message } of findings) assert.match(message, /\p{Script=Han}.*[。]$/u)
      const gravest = SEVERITIES.find((one) => findings.some(({ severity }) => severity === one))
      assert.equal(gravest, rule.severity)
      for (const basis of rule.basis) assert.match(citationText(basis), /^《.+》/)
    })
  }
})

const AUTHORITY = exampleFacts('refusal').authority
const PART = { what: '专项资金审批台账', ground: 'doesNotExist' } as const

describe('各规则还能查出', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, example: LetterExample, code: string, says: RegExp][] = [
    ['补正告知书附了救济途径',       { kind: 'correctionNotice', replace: ['视为放弃申请', '可以申请行政复议；视为放弃申请'] }, 'LTR-09', /程序性文书/],
    ['可以选择的决定限定先行复议',   { kind: 'doesNotExist', replace: ['可以自收到本文书之日起60日内', '应当先自收到本文书之日起60日内'] }, 'LTR-09', /两种途径/],
    ['引用已经失效的2007年条例',     { kind: 'refusal', replace: ['国务院令第711号', '国务院令第492号'] }, 'LTR-07', /已经失效/],
    ['引用不存在的条',               { kind: 'refusal', replace: ['第十六条第一款', '第六十六条'] }, 'LTR-07', /没有该条（共56条）/],
    ['理由中以简称引用不存在的项',   { kind: 'refusal', replace: ['该流转单', '依照《政府信息公开条例》第三十六条第九项，该流转单'] }, 'LTR-07', /《政府信息公开条例》第三十六条第九项该条没有该项/],
    ['理由中以“《条例》”引用不存在的条', { kind: 'refusal', replace: ['该流转单', '依照《条例》第66条，该流转单'] }, 'LTR-07', /没有该条（共56条）/],
    ['并列引用的第二条不存在',       { kind: 'refusal', replace: ['第二十三条第一款第（四）项', '第一百二十三条'] }, 'LTR-07', /没有该条（共90条）/],
    ['引用尚未核对的文件',           { kind: 'refusal', replace: ['只记录', '依《云岭县档案管理办法》第三条只记录'] }, 'LTR-07', /请自行核对/],
    ['2007年的答复条款',             { kind: 'refusal', replace: ['第十六条第一款', '第二十一条第（二）项的规定，所申请信息不予公开；第十六条第一款'] }, 'LTR-17', /2007年条例的序号/],
    ['15个工作日内答复',             { kind: 'extensionNotice', replace: ['不能在该期限内答复', '不能在15个工作日内答复'] }, 'LTR-17', /不是15个工作日/],
    ['理由中有公民身份号码',         { kind: 'refusal', replace: ['该流转单', '办理人110101199001010015的流转单'] }, 'LTR-15', /公民身份号码110\*+0015/],
    ['理由中有银行卡号',             { kind: 'refusal', replace: ['该流转单', '付至6222021234567894的流转单'] }, 'LTR-15', /银行卡号/],
    ['发给第三方的文书写了申请人',   { kind: 'thirdPartyConsultation', replace: ['该信息可能', '林青禾申请的信息可能'] }, 'LTR-16', /林青禾/],
    ['答复写了被征求意见的人',       { kind: 'refusal', replace: ['内部工作流程', '与云岭青禾食品有限公司的往来'], consulted: ['云岭青禾食品有限公司'] }, 'LTR-16', /云岭青禾食品有限公司/],
    ['没有征求意见就以第三方权益不予公开', { kind: 'partialDisclosure', facts: { consultations: [] } }, 'LTR-24', /“受补助企业的账户信息”，但没有登记“书面征求意见”/],
    ['没有要求说明理由就不予处理',   { kind: 'beyondReason', facts: { steps: [] } }, 'LTR-25', /没有登记“要求说明理由”/],
    ['没有收到补正就说仍不明确',     { kind: 'stillUnclear', facts: { steps: [] } }, 'LTR-25', /没有登记“收到补正”/],
    ['来函何时收到没有登记就答复',   { kind: 'disclosure', facts: { consultations: [{ whom: 'coMaker', isOpen: true, limit: null }] } }, 'LTR-24', /共同制作机关.*期限尚未起算/],
    ['主送漏了共同申请人',           { kind: 'disclosure', letter: { addressee: '林某' } }, 'LTR-14', /主送中没有申请人“林青禾”/],
    ['检索日期晚于成文日期',         { kind: 'doesNotExist', facts: { parts: [{ ...PART, search: { on: localDate('2026-01-20'), systems: ['档案系统'], words: ['台账'], files: ['2025年文书档案'], persons: ['办公室'] } }] } }, 'LTR-05', /检索“专项资金审批台账”的日期晚于成文日期/],
    ['第一千个以后的机关的编号',     { kind: 'repeated', replace: ['2026-017-0012', '2026-1017-10012'] }, 'LTR-14', /2026-1017-10012/],
    ['补正期限未到就视为放弃',       { kind: 'abandoned', facts: { notice: { number: '云财公开〔2025〕91号', on: localDate('2026-01-06'), servedOn: localDate('2026-01-06'), until: localDate('2026-01-20') } } }, 'LTR-05', /尚未届满/],
    ['补正告知书没有送达就视为放弃', { kind: 'abandoned', facts: { sentNotices: [{ kind: 'correctionNotice', number: null, on: null, servedOn: null, until: null }] } }, 'LTR-23', /不能视为放弃/],
    ['逾期答复',                     { kind: 'disclosure', facts: { on: localDate('2026-02-03') } }, 'LTR-06', /2026年2月3日晚于该文书的期限2026年2月2日/],
    ['正文的文号有误',               { kind: 'repeated', replace: ['云财公开〔2025〕86号', '云财公开〔2025〕086号'] }, 'LTR-04', /不编虚位/],
    ['正文的日期写法',               { kind: 'repeated', replace: ['2025年11月18日', '2025年11月08日'] }, 'LTR-19', /书写不规范/],
    ['县政府自己复议自己',           { kind: 'refusal', facts: { authority: { ...AUTHORITY, reviewedAs: 'government', name: '云岭县人民政府', reviewBody: '云岭县人民政府' } } }, 'LTR-11', /上一级人民政府/],
    ['没有登记复议机关',             { kind: 'refusal', facts: { authority: { ...AUTHORITY, reviewBody: null } } }, 'LTR-02', /缺少行政复议机关/],
    ['没有说明能否确定负责的机关',   { kind: 'notOurs', facts: { parts: [{ what: '验收资料', ground: 'notOurs', reason: '不是本机关制作' }] } }, 'LTR-02', /负责公开的机关/],
    ['没有成文日期',                 { kind: 'disclosure', facts: { on: null } }, 'LTR-03', /没有成文日期/],
  ]
  for (const [situation, example, code, says] of ROWS) {
    it(situation, () => {
      const found = runLetterExample(example, LETTER_RULES).filter(({ rule }) => rule === code)
      assert.ok(found.length > 0)
      assert.match(found[0]?.message ?? '', says)
    })
  }
})
