import { ok, type Result } from '@gongkai/law'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { inflatePart, listZip, type ZipEntry } from '../guards/zip.js'
import { hasText } from '../has-text.js'
import type { DocumentRefusal, Source } from '../source.js'
import { parseXml, type XmlElement, xmlAttribute, xmlChild, xmlChildren } from '../xml/parse.js'
import { readNumbering } from './numbering.js'
import { readStyles } from './styles.js'
import { type Walk, walkContent } from './walk.js'

/**
 * A Word file as it is read on paper: automatic numbers written out, deleted and hidden text, headers, footers and
 * notes left out, tables with their spans.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<Source, DocumentRefusal>> {
  const zip = listZip(bytes)
  if (!zip.ok) return zip
  const main = mainPart(bytes, zip.value)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const document = readPart(bytes, zip.value.get(main))
  if (!document.ok) return document
  const styles = optionalPart(bytes, zip.value.get(`${folder}styles.xml`))
  if (!styles.ok) return styles
  const numbering = optionalPart(bytes, zip.value.get(`${folder}numbering.xml`))
  if (!numbering.ok) return numbering
  return readDocument(document.value, styles.value, numbering.value)
}

function readDocument(
  document: XmlElement,
  stylesPart: XmlElement | null,
  numberingPart: XmlElement | null,
): Result<Source, DocumentRefusal> {
  const body = xmlChild(document, 'body')
  if (!body) return REFUSALS.damaged('Word 文件中没有正文')
  const styles = readStyles(stylesPart)
  const numbering = readNumbering(numberingPart, styles)
  const counts = { paragraphs: 0, tables: 0 }
  const walk: Walk = { styles, numbering, residue: [], problems: [], fields: [], ...counts }
  const blocks = walkContent(body, walk)
  if (!blocks.some(hasText) && walk.problems.length === 0) return REFUSALS.noText('，可能只有图片')
  return ok({ kind: 'docx', blocks, residue: walk.residue, problems: walk.problems })
}

/** The path of the main part as the package's relations name it; nearly always `word/document.xml`. */
function mainPart(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): string {
  const usual = 'word/document.xml'
  if (entries.has(usual)) return usual
  const relations = readPart(bytes, entries.get('_rels/.rels'))
  if (!relations.ok) return usual
  const main = xmlChildren(relations.value, 'Relationship').find((relation) =>
    xmlAttribute(relation, 'Type')?.endsWith('/officeDocument'),
  )
  return (main && xmlAttribute(main, 'Target')?.replace(/^\//, '')) || usual
}

function optionalPart(
  bytes: Uint8Array,
  entry: ZipEntry | undefined,
): Result<XmlElement | null, DocumentRefusal> {
  return entry ? readPart(bytes, entry) : ok(null)
}

/** One XML part, its size and its rows weighed before it is parsed. */
function readPart(
  bytes: Uint8Array,
  entry: ZipEntry | undefined,
): Result<XmlElement, DocumentRefusal> {
  if (!entry) return REFUSALS.damaged('Word 文件中没有正文')
  if (entry.isEncrypted) return REFUSALS.encrypted()
  if (entry.inflated > LIMITS.partBytes) return REFUSALS.inflatesTooFar()
  const part = inflatePart(bytes, entry)
  if (!part) return REFUSALS.damaged('压缩内容校验不符')
  const text = new TextDecoder(partEncoding(part)).decode(part)
  if (countRows(text) > LIMITS.tableRows) return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
  const root = parseXml(text)
  if (typeof root !== 'string') return ok(root)
  if (root === 'too-deep') return REFUSALS.tooDeep()
  return REFUSALS.damaged(
    root === 'doctype' ? '正文中含有外部实体声明（DTD），不是正常的 Word 文件' : '正文内容不完整',
  )
}

function partEncoding(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le'
  return part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function countRows(text: string): number {
  let rows = 0
  for (const _ of text.matchAll(/<(?:\w+:)?tr[\s>]/g)) rows++
  return rows
}
