import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateCorpus } from '../generator/corpus.js'
import { printTable } from '../table.js'
import { watched } from './watched.js'

const BIN = fileURLToPath(new URL('../../packages/cli/bin/gongkai.js', import.meta.url))

const SHAPES = ['text-tab-cells', 'text-tab-rows', 'text-paragraphs', 'text-pipes']

/** Thousands of text reports in one call of `gongkai check`: time, both cores, and the highest memory of the process. */
export function benchBatch(seed: number, reports: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-batch-'))
  return measure(folder, seed, reports).finally(() => rmSync(folder, { recursive: true }))
}

async function measure(folder: string, seed: number, reports: number): Promise<void> {
  const files = join(folder, 'reports')
  mkdirSync(files)
  const distinct: Uint8Array[] = []
  for await (const { document } of generateCorpus({ seed, perShape: 50, shapes: SHAPES })) {
    distinct.push(document.bytes)
  }
  for (let i = 0; i < reports; i++) {
    writeFileSync(
      join(files, `${String(i).padStart(5, '0')}.txt`),
      distinct[i % distinct.length] ?? '',
    )
  }
  const rows: (string | number)[][] = []
  for (const jobs of [1, 2]) {
    const { seconds, processorSeconds, peakMb, lines } = await watched([
      ...[BIN, 'check', files, '--json', '--jobs', String(jobs)],
    ])
    const cores = (processorSeconds / seconds).toFixed(2)
    rows.push([
      jobs,
      lines,
      seconds.toFixed(1),
      (lines / seconds).toFixed(0),
      cores,
      peakMb.toFixed(0),
    ])
  }
  printTable(
    'One call of gongkai check',
    ['jobs', 'reports', 'seconds', 'a second', 'processors', 'peak MB'],
    rows,
  )
}
