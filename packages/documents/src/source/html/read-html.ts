import { ok, type Result } from '@gongkai/law'
import { type Decoded, decode } from '../decode/decode.js'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { hasText } from '../has-text.js'
import type { Block, DocumentRefusal, Source } from '../source.js'
import { readMeta } from './meta.js'
import { isElement, parseHtml, TooDeep } from './parse.js'
import { hideByClass } from './style-sheet.js'
import { type Walk, walkPage } from './walk.js'

/** A page as a browser shows it, brought down to lines and grids; menus, forms and the like are listed as residue. */
export async function readHtml(bytes: Uint8Array): Promise<Result<Source, DocumentRefusal>> {
  return readDecodedHtml(decode(bytes))
}

/** The same for a text that is decoded already. Refused before it is parsed where it has too many rows. */
export function readDecodedHtml({ text, problems }: Decoded): Result<Source, DocumentRefusal> {
  if (countRows(text) > LIMITS.tableRows) return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
  const page = readPage(text, newWalk())
  if (!page) return REFUSALS.tooDeep()
  const { blocks, residue, meta } = page
  if (!blocks.some(hasText)) return REFUSALS.noText('，可能要联网才能显示')
  const source = { kind: 'html', blocks, residue, problems } as const
  return ok(meta ? { ...source, meta } : source)
}

/**
 * The blocks of a piece of HTML inside another text, its tables counted on from those of `walk`. Null where it nests too
 * deep or has too many rows.
 */
export function htmlBlocks(text: string, walk: Walk): readonly Block[] | null {
  return countRows(text) > LIMITS.tableRows ? null : (readPage(text, walk)?.blocks ?? null)
}

/** The counters of a page that is yet to be read. */
export function newWalk(): Walk {
  return { paragraphs: 0, tables: 0, residue: [] }
}

/** Few pages hide anything by a style sheet of their own: the others are spared the search. */
const STYLED = /<style[\s>][^<]*(?:none|hidden|mso-hide)/i

function readPage(text: string, walk: Walk) {
  try {
    const document = parseHtml(text)
    if (STYLED.test(text)) hideByClass(document)
    const blocks = document.childNodes.filter(isElement).flatMap((root) => walkPage(root, walk))
    return { blocks, residue: walk.residue, meta: readMeta(document) }
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
}

function countRows(text: string): number {
  let rows = 0
  for (const _ of text.matchAll(/<tr[\s/>]/gi)) rows++
  return rows
}
