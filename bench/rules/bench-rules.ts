import { checkReport, RULES, readFile } from '@gongkai/app'
import type { Finding, SavedReport } from '@gongkai/report'
import { generateCorpus, type Sample } from '../generator/corpus.js'
import { printTable } from '../table.js'

/** Shapes that keep every word and cell, so that a miss is the rule's and not the reader's. */
const SHAPES = ['text-tab-cells', 'html-clean', 'docx-clean']

type Tally = { planted: number; hit: number; alarms: number; severe: number }

/** Planted mistakes found, rule by rule, and findings on clean reports. */
export async function benchRules(seed: number, perShape: number): Promise<void> {
  const rules = new Map<string, Tally>()
  const tallyOf = (rule: string) => {
    const tally = rules.get(rule) ?? { planted: 0, hit: 0, alarms: 0, severe: 0 }
    rules.set(rule, tally)
    return tally
  }
  const missed: string[] = []
  for await (const sample of generateCorpus({
    seed,
    perShape,
    shapes: SHAPES,
    planted: true,
    noise: false,
  })) {
    const findings = await findingsOf(sample)
    for (const { rule, says } of sample.truth.planted) {
      const tally = tallyOf(rule)
      tally.planted++
      if (findings.some((finding) => finding.rule === rule)) tally.hit++
      else missed.push(`${rule}: ${says}`)
    }
  }
  let clean = 0
  const alarms: string[] = []
  for await (const sample of generateCorpus({
    seed: seed + 1,
    perShape,
    shapes: SHAPES,
    fill: 'clean',
    noise: false,
  })) {
    clean++
    for (const { rule, severity, message, says } of await findingsOf(sample)) {
      const tally = tallyOf(rule)
      tally.alarms++
      if (severity !== 'note') tally.severe++
      alarms.push(`${rule} ${severity}: ${message} «${says ?? ''}»`)
    }
  }
  const known = new Set(RULES.map(({ code }) => code))
  const rows = [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, one]) => [
      rule,
      one.planted,
      one.hit,
      one.alarms,
      one.severe,
      known.has(rule) ? '' : 'no such rule',
    ])
  printTable(
    `Rules: planted mistakes found, and findings on ${clean} clean reports`,
    ['rule', 'planted', 'found', 'false alarms', 'above a note', ''],
    rows,
  )
  for (const line of new Set([...missed.slice(0, 40), ...alarms.slice(0, 40)]))
    process.stdout.write(`  ${line}\n`)
}

async function findingsOf({ document, previous }: Sample): Promise<readonly Finding[]> {
  const read = await readFile({ name: document.name, bytes: document.bytes })
  if (!read.ok) throw new Error(read.refusal.message)
  return checkReport(read.value, {
    previous: previous ? savedOf(previous.truth, read.value) : null,
  }).findings
}

/** Last year's truth as a reading. */
function savedOf(truth: Sample['truth'], like: SavedReport): SavedReport {
  return {
    ...like,
    form: truth.form,
    title: truth.title,
    authority: truth.authority,
    year: truth.year,
    intro: truth.intro,
    sections: truth.sections,
    cells: truth.cells.map((cell) => ({ ...cell, inferred: false, at: null })),
    labels: [],
    residue: [],
    problems: [],
    trace: [],
  }
}
