/** `- 3 -`, `第3页 共8页`, `3/8`, `— 12 —`: a page's number and nothing else. */
const PAGE_NUMBER =
  /^(?:[-–—－]+\s*\d{1,3}\s*[-–—－]+|第?\s*\d{1,3}\s*页\s*(?:[,，/／（(]?\s*共\s*\d{1,3}\s*页\s*[)）]?)?|\d{1,3}\s*[/／]\s*\d{1,3})$/

/** Whether a line or cell holds the number of a page and nothing else. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text.trim())
}

/** Whether a line holds a number of up to three digits and nothing else: a page's, where nothing like it stands beside it. */
export function isBareNumber(text: string): boolean {
  return /^\s*\d{1,3}\s*$/.test(text)
}
