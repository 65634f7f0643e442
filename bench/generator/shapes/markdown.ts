import type { Block } from '../blocks.js'
import { encode } from '../encode.js'
import { fullRows } from '../grid-rows.js'
import type { Grid } from '../grids.js'
import { htmlTable } from './html-parts.js'
import { flat } from './prose.js'
import { type Page, simpleShape } from './shape.js'

function markdownTable(rows: string[][]): string[] {
  const lines = rows.map((row) => `| ${row.join(' | ')} |`)
  const width = rows[0]?.length ?? 0
  const rule = `|${' --- |'.repeat(width)}`
  return [lines[0] ?? '', rule, ...lines.slice(1)]
}

function writeMarkdown(blocks: Block[], table: (grid: Grid) => string[]): Page {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'table') return [...table(block.grid), '']
    if (block.kind === 'title') return [`# ${block.text}`, '']
    if (block.kind === 'heading') return [`${'#'.repeat(block.level + 1)} ${block.text}`, '']
    return [block.text, '']
  })
  return { bytes: encode(lines.join('\n'), 'utf-8'), extension: 'md' }
}

/** Markdown tables with every label. */
export const markdown = simpleShape('md-tables', ({ blocks, rng }) => {
  const covered = rng.pick<'empty' | 'repeat'>(['empty', 'repeat'])
  const joint = rng.pick(['', ' ', '<br>'])
  return writeMarkdown(blocks, (grid) =>
    markdownTable(fullRows(grid, covered).map((row) => row.map((text) => flat(text, joint)))),
  )
})

/** Markdown tables that lost group labels, captions or the head on conversion. */
export const markdownLost = simpleShape('md-lost-labels', ({ blocks, rng }) => {
  const lost = {
    groups: rng.chance(0.6),
    captions: rng.chance(0.5),
    heads: rng.chance(0.4),
  }
  const page = writeMarkdown(blocks, (grid) => {
    const rows = grid.rows
      .filter((row) => !(lost.captions && row[0]?.role === 'caption'))
      .map((row) =>
        row.map((cell) =>
          lost.groups && cell.rowspan > 1 && cell.role === 'label' ? { ...cell, text: '' } : cell,
        ),
      )
    const kept = lost.heads && grid.table === 'requests' ? rows.slice(2) : rows
    const cut = rows.length - kept.length
    const thinner = kept.map((row, y) => (y === 0 && cut > 0 ? lastHead(row) : row))
    const slim = { ...grid, rows: thinner, headRows: Math.max(0, grid.headRows - cut) }
    return markdownTable(fullRows(slim, 'empty').map((row) => row.map((text) => flat(text))))
  })
  const names = Object.entries(lost).filter(([, gone]) => gone)
  return { ...page, noise: names.map(([name]) => `lost-${name}`) }
})

function lastHead(row: Grid['rows'][number]): Grid['rows'][number] {
  const around = (text: string, colspan: number) =>
    ({ text, role: 'head', colspan, rowspan: 1 }) as const
  return [around('', 3), around('自然人', 1), ...row, around('总计', 1)]
}

/** Markdown whose tables are HTML. */
export const markdownHtml = simpleShape('md-html-tables', ({ blocks }) =>
  writeMarkdown(blocks, (grid) => [htmlTable(grid, {})]),
)
