/** Where something stands in its source, by what the medium can say. Lines, columns, pages, tables, rows count from 1. */
export type Place =
  | {
      readonly kind: 'line'
      readonly line: number
      readonly column: number
      readonly endLine: number
      readonly endColumn: number
    }
  | {
      readonly kind: 'page'
      readonly page: number /** Points from the top left: x0, y0, x1, y1. */
      readonly box: readonly [number, number, number, number]
    }
  | {
      readonly kind: 'paragraph'
      readonly paragraph: number /** Characters from the start of the paragraph. */
      readonly start: number
      readonly end: number
    }
  | {
      readonly kind: 'table'
      readonly table: number
      readonly row: number
      readonly column: number
    }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly cell: string }
  | {
      readonly kind: 'field' /** JSON pointer, XML path or CSV line of our own formats. */
      readonly path: string
    }
