import { CSV_COLUMNS } from './csv-columns.js'
import { XML_NAMESPACE } from './xml-format.js'

/** How much of a text is looked at to tell what it is. */
const HEAD = 4096

/** Whether the text looks like one object of `gongkai read`; whether it is one, `readOwnJson` says. */
export function isOwnJson(text: string): boolean {
  const fields = ['form', 'sections', 'cells', 'problems']
  return /^\ufeff?\s*\{/.test(text) && fields.every((field) => text.includes(`"${field}"`))
}

/** Whether the text is XML of our namespace. */
export function isOwnXml(text: string): boolean {
  const head = text.slice(0, HEAD)
  return /^\ufeff?\s*</.test(head) && head.includes('annualReport') && head.includes(XML_NAMESPACE)
}

/** Whether the first line holds the header of our CSV. */
export function isOwnCsv(text: string): boolean {
  const [first = ''] = text
    .slice(0, HEAD)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, 1)
  const names = new Set(first.replaceAll('"', '').split(','))
  return CSV_COLUMNS.every((column) => names.has(column))
}
