import { chineseNumber } from '../citation.js'
import type { LocalDate } from '../local-date.js'
import type { LetterKind } from './letter-kinds.js'

/** `law` and `remedy` say what the law fixes and stay as they are; `own` may be worded anew by whoever drafts. */
export type LetterParagraph = { readonly kind: 'own' | 'law' | 'remedy'; readonly text: string }

/** A letter as it will be printed: text without any layout. */
export type LetterText = {
  readonly kind: LetterKind
  /** 发文机关 and title, each a line. */
  readonly title: readonly [issuer: string, title: string]
  readonly documentNumber: string | null
  /** 主送 without the colon; null on papers that stay in the file. */
  readonly addressee: string | null
  readonly paragraphs: readonly LetterParagraph[]
  /** Papers that are forms: label and entry; empty entries are filled in by hand. */
  readonly rows: readonly LetterRow[]
  /** 附件说明. */
  readonly attachments: readonly string[]
  /** 落款: 署名 and 成文日期, `2026年1月5日`. */
  readonly signature: { readonly name: string; readonly date: string | null }
  /** 附注: whom to ask. */
  readonly note: string | null
}

export type LetterRow = readonly [label: string, entry: string]

/** Stands where something is not known yet. A letter that holds one cannot be issued. */
export const BLANK = '××'

/** `2026年1月5日`, without zeros before month and day (GB/T 9704-2012, 7.3.5.4); {@link BLANK} for null. */
export function dateText(day: LocalDate | null): string {
  if (day === null) return BLANK
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

export const own = (text: string): LetterParagraph => ({ kind: 'own', text })
export const law = (text: string): LetterParagraph => ({ kind: 'law', text })

/** `text`, or {@link BLANK} where there is none. It stands within a sentence: on one line, and without a full stop of its own. */
export function orBlank(text: string | null | undefined): string {
  return unstopped(text ?? '') || BLANK
}

/** What was typed as a sentence, for a sentence that ends after it. */
export function unstopped(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[。；\s]+$/u, '')
}

/** `（一）`, `（二）` before each of several; nothing before a single one. */
export function numbered(lines: readonly string[]): readonly string[] {
  return lines.length < 2 ? lines : lines.map((line, at) => `（${chineseNumber(at + 1)}）${line}`)
}
