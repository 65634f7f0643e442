import { type Answer, call } from './call.js'
import { withQuery } from './path.js'

type Values = Readonly<Record<string, string | null | undefined>>

type Page = { readonly next: string | null }

/** So many rows a question: the most that every list gives. */
const LIMIT = '200'

/** All pages of a list, one after the other; refused with the first that is. */
export async function allPages<P extends Page>(
  path: string,
  values: Values,
): Promise<Answer<readonly P[]>> {
  const pages: P[] = []
  for (let after: string | null = null; ; ) {
    const page: Answer<P> = await call<P>(
      'GET',
      withQuery(path, { ...values, after, limit: LIMIT }),
    )
    if (!page.ok) return page
    pages.push(page.value)
    after = page.value.next
    if (after === null) return { ok: true, value: pages }
  }
}

/** A table as CSV (RFC 4180): UTF-8 with a byte order mark, which spreadsheets go by. What they would take for a formula stands behind an apostrophe. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) => row.map(field).join(','))
  return `\ufeff${[...lines, ''].join('\r\n')}`
}

function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
