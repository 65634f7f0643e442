export { CITED_ARTICLES } from './articles.js'
export { checkLetter, LETTER_RULES } from './check-letter.js'
export { composeLetter } from './compose-letter.js'
export { type DocumentNumber, documentNumberText, isDocumentNumber } from './document-number.js'
export { exampleFacts, NATIONAL_LETTER_LAW } from './example-facts.js'
export type {
  Consultation,
  ConsultedParty,
  DecidedPart,
  EarlierLetter,
  LetterAuthority,
  LetterFacts,
  LetterLaw,
  LetterRequest,
  RequestCourse,
  SearchRecord,
  SentNotice,
} from './facts.js'
export { type FeeLine, feeLines } from './fee-lines.js'
export { LETTER_FIELDS, type LetterField } from './letter-fields.js'
export {
  type Approval,
  LETTER_KINDS,
  LETTERS,
  type LetterKind,
  type LetterTo,
  letterOf,
  letterSpec,
  OWED_PAPERS,
} from './letter-kinds.js'
export {
  BLANK,
  dateText,
  type LetterParagraph,
  type LetterRow,
  type LetterText,
} from './letter-text.js'
export { PART_DETAILS, PART_WORDS, type PartDetail, searchedAltogether } from './part-words.js'
export { REVIEW_BODIES, type ReviewedBody } from './review-bodies.js'
export { runLetterExample } from './rules/example.js'
export { noticeBefore } from './rules/notice.js'
export type {
  LetterCase,
  LetterExample,
  LetterFinding,
  LetterPlace,
  LetterRule,
} from './rules/rule.js'
