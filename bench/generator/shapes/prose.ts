import type { Block } from '../blocks.js'
import type { Grid } from '../grids.js'
import type { Rng } from '../rng.js'

/** Writes the lines of one table. */
export type TableWriter = (grid: Grid) => string[]

/** Writes a report as plain lines; `gap` puts an empty line between paragraphs. */
export function writeLines(blocks: Block[], table: TableWriter, gap: boolean): string[] {
  return blocks.flatMap((block) => {
    const lines = block.kind === 'table' ? table(block.grid) : [block.text]
    return gap || block.kind === 'table' ? [...lines, ''] : lines
  })
}

/** The line a page ends with, in one of the usual manners. */
export function pageMarks(rng: Rng, bare = true): (page: number, pages: number) => string {
  const marks = [
    (page: number) => `- ${page} -`,
    (page: number) => `— ${page} —`,
    (page: number, pages: number) => `第 ${page} 页 共 ${pages} 页`,
    (page: number, pages: number) => `第${page}页/共${pages}页`,
    (page: number, pages: number) => `${page}/${pages}`,
    (page: number) => `${page}`,
  ]
  return rng.pick(bare ? marks : marks.slice(0, -1))
}

/** Cuts lines into pages and puts a page mark after each. */
export function paginate(
  lines: string[],
  perPage: number,
  rng: Rng,
  page: { blank: boolean; bare: boolean },
): string[] {
  const mark = pageMarks(rng, page.bare)
  const pages = Math.ceil(lines.length / perPage)
  return Array.from({ length: pages }, (_, at) => {
    const part = lines.slice(at * perPage, (at + 1) * perPage)
    const number = mark(at + 1, pages)
    return page.blank ? [...part, '', number, ''] : [...part, number]
  }).flat()
}

/** The width of a text on a terminal, where Chinese characters take two places. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0)
}

/** Puts the lines of a cell on one line. */
export function flat(text: string, joint = ''): string {
  return text.replaceAll('\n', joint)
}
