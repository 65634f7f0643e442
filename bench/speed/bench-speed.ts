import { checkReport, readFile } from '@gongkai/app'
import { generateCorpus } from '../generator/corpus.js'
import { median, printTable } from '../table.js'
import { LIBRARIES } from './libraries.js'

/** A kind of file, the shape that makes it, the library to hold it against, and how many times its time is allowed; how many rounds are counted. */
// biome-ignore format: table
const KINDS = [
  { kind: 'txt',            shape: 'text-tab-cells',     library: null,      allowed: null, rounds: 30 },
  { kind: 'html ≥ 100 kB',  shape: 'html-saved-page',    library: 'parse5',  allowed: 3,    rounds: 8 },
  { kind: 'docx',           shape: 'docx-clean',         library: 'mammoth', allowed: 1.5,  rounds: 6 },
  { kind: 'pdf (Chromium)', shape: 'pdf-chromium-ruled', library: 'pdfjs',   allowed: 1.3,  rounds: 3 },
  { kind: 'pdf (typst)',    shape: 'pdf-typst-ruled',    library: 'pdfjs',   allowed: 1.3,  rounds: 3 },
] as const

/** Milliseconds a report to read and to read and check, beside the library alone on the same bytes, in turn. */
export async function benchSpeed(seed: number, reports: number): Promise<void> {
  const rows: (string | number)[][] = []
  for (const { kind, shape, library, allowed, rounds } of KINDS) {
    const files: { name: string; bytes: Uint8Array }[] = []
    for await (const { document } of generateCorpus({ seed, perShape: reports, shapes: [shape] })) {
      files.push({ name: document.name, bytes: document.bytes })
    }
    const alone = library ? LIBRARIES[library] : null
    const times: { read: number[]; both: number[]; library: number[] } = {
      read: [],
      both: [],
      library: [],
    }
    for (let round = -Math.ceil(rounds / 3); round < rounds; round++) {
      for (const file of files) {
        const [read, both] = await timed(file)
        const other = alone ? await clock(() => alone(file.bytes)) : 0
        // The rounds below zero warm the code up.
        if (round >= 0) {
          times.read.push(read)
          times.both.push(both)
          times.library.push(other)
        }
      }
    }
    const [read, both, other] = [median(times.read), median(times.both), median(times.library)]
    const ratio = alone ? `${(both / other).toFixed(2)}×` : '-'
    rows.push([
      kind,
      files.length,
      read.toFixed(2),
      both.toFixed(2),
      alone ? other.toFixed(2) : '-',
      ratio,
      allowed ? `≤ ${allowed}×` : '≤ 10 ms',
    ])
  }
  printTable(
    'Speed: median ms a report, one core',
    ['kind', 'reports', 'read', 'read + check', 'library alone', 'ratio', 'to reach'],
    rows,
  )
}

async function timed(file: { name: string; bytes: Uint8Array }): Promise<[number, number]> {
  const start = performance.now()
  const read = await readFile(file)
  const middle = performance.now()
  if (!read.ok) throw new Error(`${file.name}: ${read.refusal.message}`)
  checkReport(read.value)
  return [middle - start, performance.now() - start]
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
