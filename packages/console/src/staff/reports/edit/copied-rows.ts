import { laidOut, rowsOf } from './paste.js'

/** The rows that a clipboard holds; none where it holds a single value, which the field takes in itself. Some copy a table without its plain text. */
export function copiedRows(clipboard: DataTransfer): readonly (readonly string[])[] {
  const plain = clipboard.getData('text/plain')
  if (/[\t\n]/.test(plain.trim())) return rowsOf(plain)
  const rows = rowsOfPage(clipboard.getData('text/html'))
  return plain === '' || rows.flat().length > 1 ? rows : []
}

function rowsOfPage(html: string): readonly (readonly string[])[] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  const rows = [...(table?.rows ?? [])].map((row) =>
    [...row.cells].map(({ textContent, colSpan, rowSpan }) => {
      return { text: textContent ?? '', colSpan, rowSpan }
    }),
  )
  return laidOut(rows)
}
