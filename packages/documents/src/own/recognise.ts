import { CSV_COLUMNS } from './csv-columns.js'
import { XML_NAMESPACE } from './xml-format.js'

/** How much of a text is looked at to tell what it is. */
const HEAD = 4096

/**
 * Whether the text looks like one object of `gongkai read`, or like the beginning of one that was cut off; whether
 * it is one and whole, `readOwnJson` says.
 */
export function isOwnJson(text: string): boolean {
  if (!/^\ufeff?\s*\{/.test(text)) return false
  const head = text.slice(0, HEAD)
  const has = (within: string) => (field: string) => within.includes(`"${field}"`)
  return ['sha256', 'mediaType'].every(has(head)) || BODY_FIELDS.every(has(text))
}

const BODY_FIELDS = ['form', 'sections', 'cells', 'problems']

/** Whether the text is XML of our namespace, or was cut off before it could name it. */
export function isOwnXml(text: string): boolean {
  const head = text.slice(0, HEAD)
  if (!/^\ufeff?\s*</.test(head)) return false
  return /<annualReport[^>]*$/.test(head) || NAMED_ROOT.test(head)
}

const NAMED_ROOT = new RegExp(`annualReport[\\s\\S]*${XML_NAMESPACE}`)

/** Whether the first line holds the header of our CSV. */
export function isOwnCsv(text: string): boolean {
  const [first = ''] = text
    .slice(0, HEAD)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, 1)
  const names = new Set(first.replaceAll('"', '').split(','))
  return CSV_COLUMNS.every((column) => names.has(column))
}
