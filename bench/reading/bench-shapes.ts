import { readFile } from '@gongkai/app'
import { type CorpusOptions, generateCorpus, type Sample } from '../generator/corpus.js'
import { percent, printTable } from '../table.js'
import { addMissed, type Missed, printMissed } from './missed.js'
import { judge } from './oracle/oracle.js'
import { type Score, scoreCells } from './score.js'

type Tally = {
  documents: number
  cells: number
  right: number
  unread: number
  mute: number
  wrong: number
  refused: number
  head: number
  separated: { cells: number; right: number }
  knowable: { cells: number; right: number }
  undetermined: number
}

const COLUMNS: readonly (readonly [string, (one: Tally) => string | number])[] = [
  ['reports', (one) => one.documents],
  ['cells', (one) => one.cells],
  ['right', (one) => percent(one.right, one.cells)],
  ['with separators', ({ separated }) => percent(separated.right, separated.cells)],
  ['knowable', (one) => one.knowable.cells],
  ['right of knowable', ({ knowable }) => percent(knowable.right, knowable.cells)],
  ['undetermined', (one) => one.undetermined],
  ['unread', (one) => one.unread],
  ['without text', (one) => one.mute],
  ['WRONG', (one) => one.wrong],
  ['refused', (one) => one.refused],
  ['head wrong', (one) => one.head],
]

/**
 * Reads generated reports of every shape and counts cells right, unread and wrong. Issue 2, section 7
 * holds `right of knowable` against 99.5 %: where a shape loses what kept cells apart, only the cells
 * that the print and the sums of the form settle can be asked of a reader.
 */
export async function benchShapes(options: CorpusOptions): Promise<void> {
  const shapes = new Map<string, Tally>()
  const wrong: string[] = []
  const missed: Missed = new Map()
  for await (const sample of generateCorpus(options)) {
    const { shape } = sample.document
    const tally = shapes.get(shape) ?? emptyTally()
    shapes.set(shape, tally)
    wrong.push(...(await count(sample, tally, missed)))
  }
  printTable(
    `Generated reports (seed ${options.seed})`,
    ['shape', ...COLUMNS.map(([heading]) => heading)],
    [...shapes].map(([shape, one]) => [shape, ...COLUMNS.map(([, figure]) => figure(one))]),
  )
  for (const line of wrong.slice(0, 20)) process.stdout.write(`  ${line}\n`)
  printMissed(missed)
}

async function count(sample: Sample, tally: Tally, missed: Missed): Promise<string[]> {
  const { truth, document } = sample
  tally.documents++
  const read = await readFile({ name: document.name, bytes: document.bytes })
  if (!read.ok) {
    tally.refused++
    return [`${document.shape} ${document.name}: ${read.refusal.message}`]
  }
  const { title, authority, year, form } = read.value
  const score = scoreCells(read.value, truth)
  tally.cells += score.cells
  tally.right += score.right
  tally.unread += score.unread
  tally.mute += score.mute
  tally.wrong += score.wrong.length
  if (document.separators) {
    tally.separated.cells += score.cells
    tally.separated.right += score.right
  }
  countKnowable(sample, score, tally, missed)
  const isSame = title === truth.title && authority === truth.authority
  if (!isSame || year !== truth.year || form !== truth.form) tally.head++
  return score.wrong.slice(0, 2).map((line) => `${document.shape} ${document.name}: ${line}`)
}

function countKnowable(
  { truth, document }: Sample,
  { reading }: Score,
  tally: Tally,
  missed: Missed,
): void {
  const verdicts = judge(truth, document.print ?? [])
  for (const [key, how] of reading) {
    const verdict = verdicts.get(key) ?? { is: 'knowable', by: 'place' }
    if (verdict.is === 'undetermined') tally.undetermined++
    if (verdict.is !== 'knowable') continue
    tally.knowable.cells++
    if (how === 'right') tally.knowable.right++
    else addMissed(missed, document, key, verdict.by)
  }
}

function emptyTally(): Tally {
  return {
    documents: 0,
    cells: 0,
    right: 0,
    unread: 0,
    mute: 0,
    wrong: 0,
    refused: 0,
    head: 0,
    separated: { cells: 0, right: 0 },
    knowable: { cells: 0, right: 0 },
    undetermined: 0,
  }
}
