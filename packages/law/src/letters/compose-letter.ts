import { CHANNELS } from '../requests/receipt.js'
import { CONSULTING } from './compose-consultation.js'
import { composeDecision } from './compose-decision.js'
import { NOTICES } from './compose-notices.js'
import { RECORDS } from './compose-records.js'
import { documentNumberText } from './document-number.js'
import type { LetterFacts, LetterLaw } from './facts.js'
import { type LetterKind, letterSpec } from './letter-kinds.js'
import {
  dateText,
  law as fixed,
  type LetterParagraph,
  type LetterText,
  orBlank,
} from './letter-text.js'
import { clauseOf, remedyWords } from './remedy-words.js'
import { makerOf, receiverOf, type Words, youOf } from './words.js'

/**
 * The letter of `kind` made from what is known of the case, in official wording; articles and periods come from `law`. What is
 * not known yet stands as ×× and is found by `checkLetter`. Before it is dated, the law of the day of receipt is cited. For a
 * request from before the periods that `law` holds: RangeError.
 */
export function composeLetter(kind: LetterKind, facts: LetterFacts, law: LetterLaw): LetterText {
  const { authority, documentNumber, attachments, on } = facts
  const { title, to } = letterSpec(kind)
  const words: Words = { facts, law, you: youOf(facts), opening: openingOf(facts) }
  const { paragraphs = [], rows = [] } = bodyOf(kind, words)
  return {
    kind,
    title: [authority.name, title],
    documentNumber: documentNumber && documentNumberText(documentNumber),
    addressee: ADDRESSEES[to](facts),
    paragraphs: [...withAnew(paragraphs, facts), ...remedyOf(kind, words)],
    rows,
    attachments,
    signature: { name: authority.name, date: on && dateText(on) },
    note: rows.length === 0 ? noteOf(authority) : null,
  }
}

const ADDRESSEES: Readonly<
  Record<ReturnType<typeof letterSpec>['to'], (facts: LetterFacts) => string | null>
> = {
  applicant: ({ request }) => request.applicants.join('、'),
  thirdParty: ({ consultation, override }) => (override ?? consultation)?.whom ?? null,
  otherAuthority: ({ consultation, ownRecord }) => consultation?.whom ?? ownRecord?.other ?? null,
  section: ({ assistance }) => assistance?.whom ?? null,
  file: () => null,
}

type Body = { readonly paragraphs?: readonly LetterParagraph[]; readonly rows?: LetterText['rows'] }

function bodyOf(kind: LetterKind, words: Words): Body {
  const steps: Readonly<Partial<Record<LetterKind, (words: Words) => Body>>> = {
    ...NOTICES,
    ...CONSULTING,
    ...RECORDS,
  }
  return steps[kind]?.(words) ?? { paragraphs: composeDecision(words) }
}

/** What the decision takes the place of, after the paragraph that says which request it is about. */
function withAnew(
  [opening, ...rest]: readonly LetterParagraph[],
  facts: LetterFacts,
): readonly LetterParagraph[] {
  if (!opening) return []
  const { anew } = facts
  if (!anew) return [opening, ...rest]
  const { earlier, order } = anew
  const before = `${earlier ? makerOf(facts, earlier.on) : '本机关'}此前作出的答复${earlier ? `（${dateText(earlier.on)}，${earlier.number}）` : ''}`
  const why = order
    ? `，由${orBlank(order.body)}${order.caseNumber ? `（${order.caseNumber}）` : ''}责令重新作出`
    : '确有错误，本机关自行纠正'
  return [opening, fixed(`${before}${why}。现重新答复，此前的答复不再执行。`), ...rest]
}

/** The clause stands in every decision; it cannot be worded otherwise. */
function remedyOf(kind: LetterKind, { facts, law, you }: Words): readonly LetterParagraph[] {
  const clause = clauseOf(kind, facts, facts.on ?? facts.request.receivedOn, law)
  if (!clause) return []
  const whom = letterSpec(kind).to === 'thirdParty' ? '你方' : you
  return remedyWords(clause, facts, whom).map((text) => ({ kind: 'remedy', text }))
}

function openingOf(facts: LetterFacts): LetterParagraph {
  const { number, receivedOn, channel, wanted } = facts.request
  return fixed(
    `${receiverOf(facts)}于${dateText(receivedOn)}收到${youOf(facts)}提出的政府信息公开申请（申请编号：${orBlank(number)}，提交渠道：${CHANNELS[channel].title}），申请内容为：${orBlank(wanted)}。`,
  )
}

/** 附注: where and by which telephone whoever has a question finds the authority. */
function noteOf({ address, phone }: LetterFacts['authority']): string | null {
  const told = [address && `地址：${address}`, phone && `电话：${phone}`].filter(Boolean)
  return told.length > 0 ? `（${told.join('，')}）` : null
}
