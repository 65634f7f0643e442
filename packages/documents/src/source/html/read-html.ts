import { ok, type Result } from '@gongkai/law'
import { type Decoded, decode } from '../decode/decode.js'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import type { Block, DocumentRefusal, Source } from '../source.js'
import { readMeta } from './meta.js'
import { isElement, parseHtml, TooDeep } from './parse.js'
import { walkPage } from './walk.js'

/** A page as a browser shows it, brought down to lines and grids; menus, forms and the like are listed as residue. */
export async function readHtml(bytes: Uint8Array): Promise<Result<Source, DocumentRefusal>> {
  return readDecodedHtml(decode(bytes))
}

/** The same for a text that is decoded already. Refused before it is parsed where it has too many rows. */
export function readDecodedHtml({ text, problems }: Decoded): Result<Source, DocumentRefusal> {
  if (countRows(text) > LIMITS.tableRows) return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
  try {
    const document = parseHtml(text)
    const walk = { paragraphs: 0, tables: 0, residue: [] }
    const blocks = document.childNodes.filter(isElement).flatMap((root) => walkPage(root, walk))
    const meta = readMeta(document)
    const source = { kind: 'html', blocks, residue: walk.residue, problems } as const
    return ok(meta ? { ...source, meta } : source)
  } catch (error) {
    if (error instanceof TooDeep) return REFUSALS.tooDeep()
    throw error
  }
}

/** The blocks of a piece of HTML inside another text. Null where it nests too deep. */
export function htmlBlocks(text: string): readonly Block[] | null {
  const result = readDecodedHtml({ text, encoding: 'utf-8', problems: [] })
  return result.ok ? result.value.blocks : null
}

function countRows(text: string): number {
  let rows = 0
  for (const _ of text.matchAll(/<tr[\s/>]/gi)) rows++
  return rows
}
