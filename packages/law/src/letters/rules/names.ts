import { cite, citePlace } from '../../citation.js'
import { letterSpec } from '../letter-kinds.js'
import type { Found, Given, LetterRule } from './rule.js'
import { LETTER } from './rule.js'

// biome-ignore format: table
export const NAME_RULES: readonly LetterRule[] = [
  {
    code: 'LTR-13',
    states: '标题和落款使用机关全称',
    basis: [citePlace('GB-9704-2012', '发文机关署名')],
    severity: 'error',
    passes: { kind: 'disclosure' },
    fails: { kind: 'disclosure', letter: { signature: { name: '县财政局', date: '2026年1月12日' } } },
    check: authority,
  },
  {
    code: 'LTR-14',
    states: '主送申请人，文中的申请编号与登记一致',
    basis: [cite('OGI-2019', 29, 2)],
    severity: 'error',
    passes: { kind: 'repeated' },
    fails: { kind: 'repeated', replace: ['2026-017-0012', '2026-017-0021'] },
    check: request,
  },
  {
    code: 'LTR-15',
    states: '文中没有身份证件号码、手机号码、银行卡号',
    basis: [cite('OGI-2019', 15)],
    severity: 'error',
    passes: { kind: 'refusal' },
    fails: { kind: 'refusal', replace: ['内部工作流程', '经办人（电话13900000000）的工作流程'] },
    check: numbers,
  },
  {
    code: 'LTR-16',
    states: '文中没有案卷中第三方的名称；发给他人的文书没有申请人的姓名',
    basis: [cite('OGI-2019', 15), cite('OGI-2019', 32)],
    severity: 'error',
    passes: { kind: 'consultationNotice', thirdParties: ['云岭青禾食品有限公司'] },
    fails: { kind: 'refusal', replace: ['内部工作流程', '与云岭青禾食品有限公司的往来'], thirdParties: ['云岭青禾食品有限公司'] },
    check: others,
  },
  {
    code: 'LTR-17',
    states: '没有引用2007年条例的条款、期限和申请条件',
    basis: [cite('OGI-2019', 56)],
    severity: 'error',
    passes: { kind: 'thirdPartyConsultation' },
    fails: { kind: 'petition', replace: ['进行信访、投诉、举报等活动', '提出与自身生产、生活、科研等特殊需要无关的事项'] },
    check: oldText,
  },
]

function authority({ letter, facts }: Given): readonly Found[] {
  const { name } = facts.authority
  const wrong = (part: 'title' | 'signature', says: string): Found[] =>
    says === name ? [] : [{ at: { part }, says, message: `应当使用机关全称“${name}”，请更正。` }]
  return [...wrong('title', letter.title[0]), ...wrong('signature', letter.signature.name)]
}

// 2026-017-0012: year, authority, number within both; authorities from the thousandth on and numbers from the ten thousandth on are longer.
const REQUEST_NUMBER = /(?<!\d)(?:19|20)\d{2}-\d{3,}-\d{4,}(?!\d)/g

function request({ letter, pieces, facts }: Given): readonly Found[] {
  const { applicants, number } = facts.request
  const toApplicant = letterSpec(letter.kind).to === 'applicant'
  const unnamed = toApplicant ? applicants.filter((name) => !letter.addressee?.includes(name)) : []
  const others = pieces.flatMap(({ at, text }) =>
    [...text.matchAll(REQUEST_NUMBER)]
      .filter(([says]) => says !== number)
      .map(([says]) => ({
        at,
        says,
        message: `申请编号“${says}”与登记的${number}不一致，请核对。`,
      })),
  )
  const isNamed = pieces.some(({ text }) => text.includes(number))
  const needsNumber = toApplicant || letter.rows.length > 0
  return [
    ...unnamed.map((name) => ({
      at: { part: 'addressee' } as const,
      message: `主送中没有申请人“${name}”，请补充。`,
    })),
    ...others,
    ...(isNamed || !needsNumber
      ? []
      : [{ at: LETTER, message: `文中没有申请编号${number}，请补充。` }]),
  ]
}

// Identity card of 18 characters; mobile phone of 11 digits; bank card of 16 to 19 digits that begins with 62.
const PERSONAL = [
  [
    '公民身份号码',
    /(?<![\dA-Za-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/,
  ],
  ['手机号码', /(?<![\d-])1[3-9]\d{9}(?!\d)/],
  ['银行卡号', /(?<!\d)62\d{2}(?: ?\d{4}){3}(?: ?\d{1,3})?(?!\d)/],
] as const

/** Telephones of offices that the letter itself must name are none of a person. */
function numbers({ pieces, facts }: Given): readonly Found[] {
  const { authority, fee, parts } = facts
  const contacts = parts.map(({ other }) => (other === 'unknown' ? null : other?.contact))
  const offices = [authority.phone, fee?.howToPay, ...contacts, ...parts.map(({ where }) => where)]
  return pieces.flatMap(({ at, text }) =>
    PERSONAL.flatMap(([what, shape]) => {
      const says = shape.exec(text)?.[0]
      if (!says || offices.some((one) => one?.includes(says))) return []
      return [{ at, says: masked(says), message: `文中有${what}${masked(says)}，请删去或者遮盖。` }]
    }),
  )
}

const masked = (text: string) =>
  `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`

function others({ letter, pieces, facts, thirdParties, consulted = [] }: Given): readonly Found[] {
  const { request, consultation, override } = facts
  const { to } = letterSpec(letter.kind)
  const isTheirs = to !== 'applicant' && to !== 'file'
  const reader = isTheirs ? [(override ?? consultation)?.whom] : request.applicants
  const strangers = isTheirs ? [...thirdParties, ...request.applicants] : thirdParties
  // Sections and other authorities may have to know of whom it is.
  const asked = to === 'applicant' || to === 'thirdParty' ? consulted : []
  const hidden = [...new Set([...strangers, ...asked])].filter(
    (name) => name.length > 1 && !reader.includes(name),
  )
  return pieces.flatMap(({ at, text }) =>
    hidden
      .filter((name) => text.includes(name))
      .map((name) => ({
        ...{ at, says: name },
        ...(!strangers.includes(name) && ({ severity: 'warning' } as const)),
        ...strangerNamed(name, !isTheirs && request.wanted.includes(name)),
      })),
  )
}

/** A name that the applicant wrote himself tells him nothing new. */
function strangerNamed(name: string, isAsked: boolean): Pick<Found, 'message' | 'severity'> {
  if (isAsked)
    return {
      severity: 'note',
      message: `文中出现第三方“${name}”，申请人在申请中已经写明，请确认有必要保留。`,
    }
  return { message: `文中出现“${name}”，该文书的收件人不应当知悉，请删去或者改用不能识别的称谓。` }
}

// What the Regulations of 2007 asked and said, and its articles on replies and on parts, which number other things since 2019.
const OLD = [
  [/国务院令第492号/, '2007年公布的条例已经失效'],
  [
    /生产、生活、科研[^，。]{0,8}需要|自身[^，。]{0,8}特殊需要|三需要/,
    '现行条例不要求申请人具有生产、生活、科研等特殊需要',
  ],
  [/(?:15|十五)个工作日(?:内|之内)(?:予以|作出)?答复/, '现行条例的答复期限不是15个工作日'],
  [/所需(?:政府)?信息的?用途/, '现行条例不要求说明所需信息的用途'],
  [
    /信息公开条例》(?:（[^）]*）)?第二十[一二四六]条[^。]*(?:答复|不予公开|不存在|区分|提供)/,
    '所引条款是2007年条例的序号',
  ],
] as const

function oldText({ pieces }: Given): readonly Found[] {
  return pieces.flatMap(({ at, text }) =>
    OLD.flatMap(([shape, why]) => {
      const says = shape.exec(text)?.[0]
      return says ? [{ at, says, message: `“${says}”：${why}，请按现行条例改写。` }] : []
    }),
  )
}
