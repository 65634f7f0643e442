import { strToU8, zipSync } from 'fflate'

/** Text for an XML element or attribute. */
export function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** A part of an office file: where it is, what it is, and what refers to it. */
export interface Part {
  path: string
  type: string
  content: string
  relation?: { from: string; id: string; kind: string }
}

function relations(from: string, parts: Part[]): [string, string][] {
  const own = parts.filter(({ relation }) => relation?.from === from)
  if (own.length === 0) return []
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : ''
  const items = own.map(({ path, relation }) => {
    const target = path.startsWith(folder) ? path.slice(folder.length) : `/${path}`
    return `<Relationship Id="${relation?.id}" Type="${OFFICE}/relationships/${relation?.kind}" Target="${target}"/>`
  })
  const name = `${folder}_rels/${from.slice(folder.length)}.rels`
  return [
    [
      name,
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`,
    ],
  ]
}

/** Packs the parts of an office file; relations from '' are those of the package. */
export function packOffice(parts: Part[]): Uint8Array {
  const overrides = parts.map(
    ({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`,
  )
  const types = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  const origins = [...new Set(parts.flatMap(({ relation }) => (relation ? [relation.from] : [])))]
  const files: [string, string][] = [
    ['[Content_Types].xml', types],
    ...origins.flatMap((from) => relations(from, parts)),
    ...parts.map(({ path, content }): [string, string] => [path, HEAD + content]),
  ]
  return zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])), {
    mtime: new Date('2024-01-02T00:00:00'),
  })
}
