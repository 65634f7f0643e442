import { readFile } from '@gongkai/app'
import { type CorpusOptions, generateCorpus, type Sample } from '../generator/corpus.js'
import { percent, printTable } from '../table.js'
import { scoreCells } from './score.js'

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
}

/** Reads generated reports of every shape and counts cells right, unread and wrong. */
export async function benchShapes(options: CorpusOptions): Promise<void> {
  const shapes = new Map<string, Tally>()
  const wrong: string[] = []
  for await (const sample of generateCorpus(options)) {
    const { shape } = sample.document
    const tally = shapes.get(shape) ?? emptyTally()
    shapes.set(shape, tally)
    wrong.push(...(await count(sample, tally)))
  }
  const rows = [...shapes].map(([shape, one]) => [
    shape,
    one.documents,
    percent(one.right, one.cells),
    percent(one.separated.right, one.separated.cells),
    one.unread,
    one.mute,
    one.wrong,
    one.refused,
    one.head,
  ])
  printTable(
    `Generated reports (seed ${options.seed})`,
    [
      'shape',
      'reports',
      'right',
      'with separators',
      'unread',
      'without text',
      'WRONG',
      'refused',
      'head wrong',
    ],
    rows,
  )
  for (const line of wrong.slice(0, 20)) process.stdout.write(`  ${line}\n`)
}

async function count({ truth, document }: Sample, tally: Tally): Promise<string[]> {
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
  const isSame = title === truth.title && authority === truth.authority
  if (!isSame || year !== truth.year || form !== truth.form) tally.head++
  return score.wrong.slice(0, 2).map((line) => `${document.shape} ${document.name}: ${line}`)
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
  }
}
