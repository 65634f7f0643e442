import { checkReport, readFile } from '@gongkai/app'
import type { AnnualReport, Finding } from '@gongkai/report'
import { percent, printTable } from '../table.js'
import { scoreFindings } from './score-findings.js'
import { readSeeds, type Seed } from './seed-truth.js'

/** The seeds: every cell, title, authority and year against the hand-read truth, and the sure findings. */
export async function benchSeeds(): Promise<void> {
  const rows: (string | number)[][] = []
  const findings: (readonly Finding[])[] = []
  for (const seed of readSeeds()) {
    const read = await readFile({ name: seed.name, bytes: seed.bytes })
    if (!read.ok) throw new Error(`${seed.name}: ${read.refusal.message}`)
    const right = rightCells(read.value, seed)
    rows.push([
      seed.name,
      seed.cells.size,
      percent(right, seed.cells.size),
      headOf(read.value, seed),
    ])
    findings.push(checkReport(read.value).findings)
  }
  if (rows.length === 0) {
    process.stdout.write('\nSeeds: not beside the repository, left out.\n')
    return
  }
  printTable(
    'Seeds: cells read right',
    ['seed', 'cells', 'right', 'title, authority, year, form'],
    rows,
  )
  const { sure, missed, controls, flagged } = scoreFindings(findings)
  printTable(
    'Seeds: findings',
    ['sure', 'missed', 'controls', 'flagged'],
    [[sure, missed.length, controls, flagged.length]],
  )
  for (const line of [...missed, ...flagged]) process.stdout.write(`  ${line}\n`)
}

function rightCells(report: AnnualReport, seed: Seed): number {
  return report.cells.filter(({ table, row, column, state, value, unit }) => {
    const truth = seed.cells.get(`${table}|${row}|${column}`)
    if (!truth) return false
    if (truth.value === null) return state === 'blank'
    return value === truth.value && (truth.unit === null || truth.unit === unit)
  }).length
}

function headOf({ title, authority, year, form }: AnnualReport, seed: Seed): string {
  const same = [
    title === seed.title,
    authority === seed.authority,
    year === seed.year,
    form === seed.form,
  ]
  return same.map((one) => (one ? 'right' : 'WRONG')).join(' ')
}
