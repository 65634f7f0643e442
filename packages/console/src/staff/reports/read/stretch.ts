/**
 * Where what was selected on the screen stands in a text: the whole text where nothing was, where it is not in it, or where it is there
 * more than once and would not say which.
 */
export function stretchOf(
  text: string,
  selected: string,
): { readonly start: number; readonly end: number } {
  const whole = { start: 0, end: text.length }
  const words = selected.trim()
  if (words === '') return whole
  // The screen puts blanks and line feeds between paragraphs as it likes.
  const pattern = words.split(/\s+/).map(escaped).join('\\s*')
  const found = [...text.matchAll(new RegExp(pattern, 'g'))]
  const [one] = found
  if (!one || found.length > 1) return whole
  return { start: one.index, end: one.index + one[0].length }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
