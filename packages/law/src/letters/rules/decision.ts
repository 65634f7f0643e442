import { citationText, cite, citePlace } from '../../citation.js'
import { GROUNDS } from '../../requests/grounds.js'
import { findCitations, isCitationOf, wrongCitation } from '../articles.js'
import { LETTER_FIELDS } from '../letter-fields.js'
import { letterOf, letterSpec } from '../letter-kinds.js'
import { PART_DETAILS, PART_WORDS } from '../part-words.js'
import { type Found, type Given, LETTER, type LetterRule } from './rule.js'

// biome-ignore format: table
export const DECISION_RULES: readonly LetterRule[] = [
  {
    code: 'LTR-01',
    states: '文书的种类与登记的决定依据一致',
    basis: [cite('OGI-2019', 36)],
    severity: 'error',
    passes: { kind: 'refusal' },
    fails: { kind: 'doesNotExist', facts: { parts: [{ what: '2025年专项资金审批台账', ground: 'internalAffairs', reason: '该台账是内部工作流程的记录' }] } },
    check: kindOf,
  },
  {
    code: 'LTR-02',
    states: '该种文书应当载明的事项齐全',
    basis: [cite('OGI-2019', 36)],
    severity: 'error',
    passes: { kind: 'doesNotExist' },
    fails: { kind: 'doesNotExist', facts: { parts: [{ what: '2025年专项资金审批台账', ground: 'doesNotExist' }] } },
    check: missing,
  },
  {
    code: 'LTR-03',
    states: '没有留空待填的内容',
    basis: [citePlace('OFFICIAL-DOCS-2012', '公文拟制')],
    severity: 'error',
    passes: { kind: 'extensionNotice' },
    fails: { kind: 'extensionNotice', replace: ['需要向有关单位核对', '××'] },
    check: blanks,
  },
  {
    code: 'LTR-07',
    states: '引用的条款存在，且在成文之日施行',
    basis: [citePlace('OFFICIAL-DOCS-2012', '公文拟制')],
    severity: 'error',
    passes: { kind: 'notOurs' },
    fails: { kind: 'notOurs', replace: ['第三十六条第（五）项', '第三十六条第（九）项'] },
    check: citations,
  },
  {
    code: 'LTR-08',
    states: '文中引用每一部分的决定依据',
    basis: [cite('OGI-2019', 36)],
    severity: 'error',
    passes: { kind: 'partialDisclosure' },
    fails: { kind: 'refusal', replace: ['第十六条第一款', '第十四条'] },
    check: uncited,
  },
  {
    code: 'LTR-18',
    states: '法律规定的文字没有改动',
    basis: [cite('OGI-2019', 36)],
    severity: 'error',
    passes: { kind: 'correctionNotice' },
    fails: { kind: 'correctionNotice', replace: ['视为放弃申请', '视为同意'] },
    check: altered,
  },
  {
    code: 'LTR-21',
    states: '部分公开的决定逐部分登记：公开的内容，以及每一部分不公开的内容及其依据',
    basis: [cite('OGI-2019', 37)],
    severity: 'error',
    passes: { kind: 'partialDisclosure' },
    fails: { kind: 'partialDisclosure', facts: { parts: [{ what: '2025年农业专项资金安排情况表', ground: 'partlyDisclosed', where: '随本答复一并提供', reason: '其中载有企业的账户信息' }] } },
    check: unnamed,
  },
  {
    code: 'LTR-22',
    states: '告知政府信息不存在的，有收到申请后所作检索的记录',
    basis: [cite('OGI-2019', 36, undefined, 4)],
    severity: 'error',
    passes: { kind: 'doesNotExist' },
    fails: { kind: 'doesNotExist', facts: { searches: [] } },
    check: unsearched,
  },
]

function kindOf({ letter: { kind }, facts: { parts } }: Given): readonly Found[] {
  if (letterSpec(kind).grounds.length === 0) return []
  if (parts.length === 0)
    return [{ at: LETTER, message: '没有登记决定依据，不能出具答复，请先登记每一部分的决定。' }]
  const right = letterOf(parts.map(({ ground }) => ground))
  if (right === kind) return []
  const { title } = letterSpec(right)
  return [
    {
      at: { part: 'title' },
      message: `按登记的决定依据应当使用《${title}》，请更换文书种类或者核对决定依据。`,
    },
  ]
}

function missing({ letter: { kind }, facts }: Given): readonly Found[] {
  const { fields, remedy, grounds } = letterSpec(kind)
  const lacks = fields
    .filter((field) => !LETTER_FIELDS[field].isGiven(facts))
    .map((field) => LETTER_FIELDS[field].title)
  const ofParts = (grounds.length > 0 ? facts.parts : []).flatMap((part) =>
    PART_WORDS[part.ground].needs
      .filter((detail) => part[detail] === undefined || part[detail] === '')
      .map((detail) => `“${part.what}”的${PART_DETAILS[detail]}`),
  )
  const { reviewBody, court } = facts.authority
  const ofRemedy = remedy
    ? [...(reviewBody ? [] : ['行政复议机关']), ...(court ? [] : ['行政诉讼管辖法院'])]
    : []
  return [...lacks, ...ofParts, ...ofRemedy].map((what) => ({
    at: LETTER,
    message: `缺少${what}，请补充登记。`,
  }))
}

// ×× and XX (not the xxgk of an address), empty brackets, underscores, and words that office drafts leave in such places.
const BLANKS =
  /×{2,}|(?<![A-Za-z./-])[xX]{2,}(?![A-Za-z./-])|〔\s*〕|（\s*）|[_＿]{2,}|待填|待补充|\?\?|？？/u

function blanks({ pieces, letter }: Given): readonly Found[] {
  const left = pieces.flatMap(({ at, text }) => {
    const says = BLANKS.exec(text)?.[0]
    return says ? [{ at, says, message: `文中留有待填的“${says}”，请填写或者删去。` }] : []
  })
  const undated = letter.signature.date === null && letterSpec(letter.kind).to !== 'file'
  return undated
    ? [...left, { at: { part: 'signature' }, message: '没有成文日期，请填写。' }]
    : left
}

function citations({ pieces, facts: { on, request } }: Given): readonly Found[] {
  const day = on ?? request.receivedOn
  return pieces.flatMap(({ at, text }) =>
    findCitations(text, day).flatMap((cited): Found[] => {
      const wrong = wrongCitation(cited, day)
      if (wrong) return [{ at, says: cited.text, message: `引用的${cited.text}${wrong}，请核对。` }]
      if (cited.instrument) return []
      return [
        {
          at,
          says: cited.text,
          severity: 'note',
          message: `《${cited.title}》不在系统的法规数据中，请自行核对${cited.text}是否存在并有效。`,
        },
      ]
    }),
  )
}

function uncited({ letter, facts: { parts, on, request } }: Given): readonly Found[] {
  if (letterSpec(letter.kind).to === 'file') return []
  const found = letter.paragraphs.flatMap(({ text }) =>
    findCitations(text, on ?? request.receivedOn),
  )
  return parts.flatMap(({ ground, what }) => {
    const { basis } = GROUNDS[ground]
    if (basis.article === undefined || found.some((one) => isCitationOf(one, basis))) return []
    return [
      { at: LETTER, message: `“${what}”的决定依据${citationText(basis)}没有在文中引用，请补充。` },
    ]
  })
}

/** What is withheld is known by its own ground: the review of secrecy and the remedy follow from it. */
function unnamed({ facts: { parts } }: Given): readonly Found[] {
  return parts
    .filter(({ ground }) => ground === 'partlyDisclosed')
    .map(({ what }) => ({
      at: LETTER,
      message: `“${what}”只登记为部分公开，没有写明不公开的是哪一部分、依据什么。请把公开的内容登记为一部分，把不公开的内容按各自的依据另行登记。`,
    }))
}

function unsearched({ facts: { parts, searches, request } }: Given): readonly Found[] {
  const told = parts.filter(({ ground }) => ground === 'doesNotExist')
  if (told.length === 0) return []
  if (searches.length === 0)
    return told.map(({ what }) => ({
      at: LETTER,
      message: `告知“${what}”不存在，但本件没有检索记录。请在申请的页面登记检索记录，文书的检索情况由其写成。`,
    }))
  if (searches.some(({ on }) => on >= request.receivedOn)) return []
  return [
    {
      at: LETTER,
      severity: 'warning',
      message: '检索都在收到申请之前。请就本件申请再行检索并登记，或者说明为什么不需要。',
    },
  ]
}

function altered({ letter, composed }: Given): readonly Found[] {
  const present = new Set(letter.paragraphs.map(({ text }) => text))
  const isStrange = ({ text }: { readonly text: string }) =>
    !composed.paragraphs.some((one) => one.text === text)
  return composed.paragraphs.flatMap(({ kind, text }) => {
    if (kind === 'own' || present.has(text)) return []
    const index = letter.paragraphs.findIndex((one) => one.kind === kind && isStrange(one))
    const at = index < 0 ? LETTER : ({ part: 'paragraph', index } as const)
    return [
      {
        at,
        message: `法律规定的文字被改动或者删去，应为：“${text}”。需要改变的，请更正登记的事项。`,
      },
    ]
  })
}
