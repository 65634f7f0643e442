import type { SavedReport } from '@gongkai/report'
import { toReport } from '../examples/to-report.js'
import { toSaved } from '../files/read-file.js'
import { chanceOf } from './chance.js'
import { type Figures, figuresOf, type Left, type Size } from './figures.js'
import { type InventedAuthority, REGION } from './tree.js'
import { wordsOf } from './words.js'

/** What is invented of an authority for one year. */
export type InventedReport = {
  readonly year: number
  readonly report: SavedReport
  readonly figures: Figures
}

/** The reports of an authority over consecutive years in good order: each goes on from the one before. */
export function inventReports(
  authority: Pick<InventedAuthority, 'name' | 'kind' | 'topics'>,
  years: readonly number[],
): readonly InventedReport[] {
  const chance = chanceOf(`${REGION} ${authority.name}`)
  const size = sizeOf(authority)
  let left: Left = { carried: [0, 0], valid: size === 'small' ? 0 : chance.number(3, 20) }
  return years.map((year) => {
    const { left: next, ...figures } = figuresOf(chance, size, left)
    left = next
    const day = chance.number(8, 25)
    const { name } = authority
    const report = toReport({
      ...{ name: `${name}${year}年政府信息公开工作年度报告`, authority: name, year },
      ...({ as: 'txt', form: '2021' } as const),
      ...wordsOf(chance, { ...authority, year, figures }),
      ...{ ...figures, planted: [], signedOn: `1月${day}日` },
    })
    return { year, figures, report: toSaved({ report, corrections: [], waivers: [] }, report) }
  })
}

function sizeOf({ kind }: Pick<InventedAuthority, 'kind'>): Size {
  if (kind === 'government') return 'large'
  return kind === 'fieldOffice' || kind === 'authorised' ? 'small' : 'middle'
}
