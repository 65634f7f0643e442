/** 发文字号: the code of the authority and its series, the year, the number within it. */
export type DocumentNumber = { readonly code: string; readonly year: number; readonly no: number }

// GB/T 9704-2012, 7.2.5: code in Chinese, year of four digits in 六角括号, number without 第 and without leading zeros.
const SHAPE = /^\p{Script=Han}{2,20}〔((?:19|20)\d{2})〕[1-9]\d{0,5}号$/u

/** `云财公开〔2026〕12号`. */
export function documentNumberText({ code, year, no }: DocumentNumber): string {
  return `${code}〔${year}〕${no}号`
}

/** Whether `text` is written as a 发文字号 is. */
export function isDocumentNumber(text: string): boolean {
  return SHAPE.test(text)
}

/** The year that a 发文字号 states; null where it is not written as one. */
export function documentYear(text: string): number | null {
  const year = SHAPE.exec(text)?.[1]
  return year === undefined ? null : Number(year)
}
