import { dateText } from '@gongkai/law'
import { type Album, type CaseItem, fileItems } from './case-items.js'
import { CASE_TEMPLATE } from './case-template.js'
import { digestOf } from './digest.js'
import type { CaseBlock, CasePart, FiledCase, PrintedCase } from './filed-case.js'
import { typesetPictures } from './typeset-pictures.js'

/**
 * A case as one PDF/A-2b: index with page numbers, letters, ledger and log as text, pages of files as pictures at 200 dpi, each file with its
 * digest. What cannot be printed is named in its place and returned as a problem; so is a character that the fonts lack, printed as 〓.
 * Throws when typst fails: that is a fault.
 */
export async function printCase(filed: FiledCase): Promise<PrintedCase> {
  const { number, title, authority, filedOn } = filed
  const album: Album = { pictures: [], problems: [] }
  const parts: PrintedPart[] = []
  for (const part of filed.parts) parts.push(await printedPart(part, album))
  const content = { number, title, authority, filedOn: dateText(filedOn), parts }
  const { bytes, problems } = typesetPictures(CASE_TEMPLATE, content, filedOn, album.pictures)
  return { bytes, problems: [...album.problems, ...problems] }
}

type PrintedPart = {
  readonly title: string
  readonly date: string
  readonly files: readonly {
    readonly name: string
    readonly bytes: string
    readonly sha256: string
  }[]
  readonly items: readonly CaseItem[]
}

async function printedPart(part: CasePart, album: Album): Promise<PrintedPart> {
  const items = part.blocks.map(itemOf)
  for (const file of part.files) {
    if (file.isPrinted) items.push(...(await fileItems(file, album)))
  }
  const files = part.files.map(({ name, bytes }) => {
    return { name, bytes: `${bytes.length} 字节`, sha256: digestOf(bytes) }
  })
  return { title: part.title, date: part.date ? dateText(part.date) : '', files, items }
}

function itemOf(block: CaseBlock): CaseItem {
  if (block.kind === 'paragraph') {
    return { kind: 'paragraph', text: block.text, align: block.align ?? 'indented' }
  }
  const rows = [block.head, ...block.rows]
  const cells = rows.flatMap((row, y) => row.map((text, x) => ({ x, y, w: 1, h: 1, text })))
  const columns = Math.max(1, ...rows.map((row) => row.length))
  return { kind: 'table', columns, hasHead: true, cells }
}
