import { chineseNumber, cite } from '../../citation.js'
import type { RemedyClause } from '../../requests/remedies.js'
import { EXAMPLE_AUTHORITY } from '../example-facts.js'
import { letterSpec } from '../letter-kinds.js'
import { clauseOf } from '../remedy-words.js'
import { REVIEW_BODIES } from '../review-bodies.js'
import { type Found, type Given, LETTER, type LetterPlace, type LetterRule } from './rule.js'

const RECONSIDERATION = [
  cite('RECONSIDERATION-2023', 23, 1, 4),
  cite('RECONSIDERATION-2023', 23, 2),
]

// biome-ignore format: table
export const REMEDY_RULES: readonly LetterRule[] = [
  {
    code: 'LTR-09',
    states: '救济途径按决定依据告知：不予公开的应当先申请行政复议，程序性文书不告知',
    basis: RECONSIDERATION,
    severity: 'error',
    passes: { kind: 'refusal' },
    fails: { kind: 'refusal', replace: ['应当先', '可以'] },
    check: route,
  },
  {
    code: 'LTR-10',
    states: '救济期限与法律规定一致',
    basis: [cite('RECONSIDERATION-2023', 20, 1), cite('LITIGATION-2017', 45), cite('LITIGATION-2017', 46, 1)],
    severity: 'error',
    passes: { kind: 'doesNotExist' },
    fails: { kind: 'doesNotExist', replace: ['6个月内', '3个月内'] },
    check: periods,
  },
  {
    code: 'LTR-11',
    states: '行政复议机关与机关的类型一致',
    basis: [cite('RECONSIDERATION-2023', 24)],
    severity: 'error',
    passes: { kind: 'refusal' },
    fails: { kind: 'refusal', facts: { authority: { ...EXAMPLE_AUTHORITY, reviewBody: '嘉禾市财政局' } } },
    check: reviewBody,
  },
  {
    code: 'LTR-12',
    states: '告知有管辖权的人民法院',
    basis: [cite('LITIGATION-2017', 15), cite('LITIGATION-2017', 18)],
    severity: 'error',
    passes: { kind: 'disclosure' },
    fails: { kind: 'disclosure', facts: { authority: { ...EXAMPLE_AUTHORITY, name: '云岭县人民政府', reviewedAs: 'government', reviewBody: '嘉禾市人民政府' } } },
    check: court,
  },
]

type Remedy = { readonly clause: RemedyClause; readonly text: string; readonly at: LetterPlace }

/** The clause that the letter must print and the words that stand for it; null where it prints none or has none. */
function remedyOf({ letter, facts, law }: Given): Remedy | null {
  const clause = clauseOf(letter.kind, facts, facts.on ?? facts.request.receivedOn, law)
  const index = letter.paragraphs.findIndex(({ text }) => MENTION.test(text))
  if (!clause || index < 0) return null
  const said = letter.paragraphs.filter(({ text }) => MENTION.test(text)).map(({ text }) => text)
  return { clause, text: said.join(''), at: { part: 'paragraph', index } }
}

const MENTION = /申请行政复议|提起行政诉讼/
// The choice between the two ways, which refusals no longer have.
const DIRECT = /直接(?:依法)?向[^；。]*(?:提起行政诉讼|起诉)|(?:也可以|或者)[^；。]*提起行政诉讼/

function route(given: Given): readonly Found[] {
  const { letter, pieces } = given
  if (!letterSpec(letter.kind).remedy)
    return pieces
      .filter(({ text }) => MENTION.test(text))
      .map(({ at }) => ({
        at,
        message: '程序性文书不单独申请行政复议或者提起行政诉讼，请删去救济途径。',
      }))
  const remedy = remedyOf(given)
  if (!remedy)
    return [
      { at: LETTER, message: '没有告知救济途径，请补充行政复议和行政诉讼的途径、期限和机关。' },
    ]
  const { clause, text, at } = remedy
  if (clause.route === 'reconsiderationFirst')
    return !text.includes('应当先') || DIRECT.test(text)
      ? [
          {
            at,
            message:
              '不予公开的决定应当告知先申请行政复议，对行政复议决定不服的再提起行政诉讼；不得告知可以直接起诉。',
          },
        ]
      : []
  return text.includes('应当先') || !text.includes('行政复议') || !DIRECT.test(text)
    ? [
        {
          at,
          message:
            '该决定可以申请行政复议，也可以直接提起行政诉讼，请告知两种途径，不得限定先申请行政复议。',
        },
      ]
    : []
}

function periods(given: Given): readonly Found[] {
  const remedy = remedyOf(given)
  if (!remedy) return []
  const { clause, text, at } = remedy
  const says = (n: number, unit: string) =>
    text.includes(`${n}${unit}`) || text.includes(`${chineseNumber(n)}${unit}`)
  const lacks = [
    ...(says(clause.reconsiderationDays, '日内')
      ? []
      : [`申请行政复议的期限应为${clause.reconsiderationDays}日`]),
    ...(says(clause.suitAfterDays, '日内')
      ? []
      : [`行政复议后起诉的期限应为${clause.suitAfterDays}日`]),
    ...(clause.suitMonths === null || says(clause.suitMonths, '个月内')
      ? []
      : [`直接起诉的期限应为${clause.suitMonths}个月`]),
  ]
  return lacks.map((lack) => ({ at, message: `${lack}，请更正。` }))
}

function reviewBody(given: Given): readonly Found[] {
  const remedy = remedyOf(given)
  const { authority } = given.facts
  if (!remedy || authority.reviewBody === null) return []
  const { name, by } = REVIEW_BODIES[authority.reviewedAs]
  const isOwn = authority.reviewBody === authority.name && !REVIEWS_ITSELF.has(authority.reviewedAs)
  if (!name.test(authority.reviewBody) || isOwn)
    return [
      {
        at: remedy.at,
        says: authority.reviewBody,
        message: `对${authority.name}的决定，行政复议机关应为${by}，登记的是${authority.reviewBody}，请核对机关信息。`,
      },
    ]
  if (remedy.text.includes(authority.reviewBody)) return []
  return [{ at: remedy.at, message: `行政复议机关应为${authority.reviewBody}，请更正。` }]
}

const REVIEWS_ITSELF = new Set(['province', 'stateDepartment'])

function court(given: Given): readonly Found[] {
  const remedy = remedyOf(given)
  const { authority } = given.facts
  if (!remedy || authority.court === null) return []
  if (
    REVIEW_BODIES[authority.reviewedAs].intermediateCourt &&
    !authority.court.endsWith('中级人民法院')
  )
    return [
      {
        at: remedy.at,
        says: authority.court,
        message: `以${authority.name}为被告的第一审案件由中级人民法院管辖，登记的是${authority.court}，请核对机关信息。`,
      },
    ]
  if (!authority.court.endsWith('法院'))
    return [
      {
        at: remedy.at,
        says: authority.court,
        message: `登记的“${authority.court}”不是法院名称，请核对机关信息。`,
      },
    ]
  if (remedy.text.includes(authority.court)) return []
  return [{ at: remedy.at, message: `行政诉讼管辖法院应为${authority.court}，请更正。` }]
}
