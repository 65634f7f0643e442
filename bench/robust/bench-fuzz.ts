import { createPool } from '@gongkai/app'
import { generateCorpus } from '../generator/corpus.js'
import { hash } from '../generator/rng.js'
import { printTable } from '../table.js'
import { mutated } from './mutate.js'

const SHAPES = [
  'text-tab-rows',
  'text-encodings',
  'md-tables',
  'html-nested',
  'docx-clean',
  'docx-numbered',
  'xlsx-sheet',
  'pdf-typst-ruled',
]

/** Reads and checks spoilt files of every kind: each must be read or refused in words, none may fault. */
export async function benchFuzz(seed: number, perShape: number): Promise<void> {
  const faults: string[] = []
  const pool = createPool({
    jobs: 2,
    onFault: (fault, name) =>
      faults.push(`${name}: ${fault instanceof Error ? fault.stack : fault}`),
  })
  const rows: (string | number)[][] = []
  for (const shape of SHAPES) {
    const tally = { files: 0, read: 0, refused: 0, slowest: 0 }
    for await (const { document } of generateCorpus({ seed, perShape: 5, shapes: [shape] })) {
      for (let i = 0; i < perShape / 5; i++) {
        const bytes = mutated(document.bytes, hash(`${seed}/${document.name}/${i}`))
        const name = `${hash(document.name)}-${i}-${document.name}`
        const start = performance.now()
        const result = await pool.check({ name, bytes })
        tally.files++
        tally.slowest = Math.max(tally.slowest, performance.now() - start)
        if (result.ok) tally.read++
        else tally.refused++
      }
    }
    rows.push([shape, tally.files, tally.read, tally.refused, tally.slowest.toFixed(0)])
  }
  await pool.close()
  printTable(
    `Spoilt files (seed ${seed})`,
    ['shape', 'files', 'read', 'refused', 'slowest ms'],
    rows,
  )
  process.stdout.write(`  faults: ${faults.length}\n`)
  for (const fault of new Set(faults.map((one) => one.split('\n').slice(0, 3).join(' ')))) {
    process.stdout.write(`  ${fault.slice(0, 300)}\n`)
  }
}
