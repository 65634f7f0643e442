import { cellKey, type SavedReport } from '@gongkai/report'

/** Whether two versions hold the same: what a person typed, not how it was read. */
export function saysTheSame(a: SavedReport, b: SavedReport): boolean {
  return printed(a) === printed(b)
}

function printed({ title, intro, sections, cells, signature }: SavedReport): string {
  const texts = sections.map(({ heading, text }) => [heading, text])
  return JSON.stringify([
    title,
    intro,
    texts,
    cells.map((one) => [cellKey(one), one.raw]),
    signature,
  ])
}
