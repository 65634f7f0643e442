import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type CorpusOptions, generateCorpus, type Sample } from './corpus.js'

const OUT = fileURLToPath(new URL('../out/', import.meta.url))

function readOptions(): { options: CorpusOptions; out: string } {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      'per-shape': { type: 'string', default: '10' },
      shapes: { type: 'string' },
      planted: { type: 'boolean', default: false },
      pdf: { type: 'boolean', default: false },
      office: { type: 'boolean', default: false },
      clean: { type: 'boolean', default: false },
      out: { type: 'string', default: OUT },
      quiet: { type: 'boolean', default: false },
    },
  })
  const options: CorpusOptions = {
    seed: Number(values.seed),
    perShape: Number(values['per-shape']),
    ...(values.shapes !== undefined && { shapes: values.shapes.split(',') }),
    planted: values.planted,
    pdf: values.pdf,
    office: values.office,
    noise: !values.quiet,
    fill: values.clean ? 'clean' : 'mixed',
  }
  return { options, out: values.out }
}

async function save(
  out: string,
  { truth, previous, document }: Sample,
  number: number,
): Promise<void> {
  const folder = join(out, document.shape)
  const stem = `${number}`.padStart(3, '0')
  const extension = document.name.slice(document.name.lastIndexOf('.'))
  const { name, shape, separators, noise } = document
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${stem}${extension}`), document.bytes)
  const record = { truth, previous, document: { name, shape, separators, noise } }
  await writeFile(join(folder, `${stem}.truth.json`), `${JSON.stringify(record, null, 1)}\n`)
}

const { options, out } = readOptions()
const counts = new Map<string, number>()
for await (const sample of generateCorpus(options)) {
  const { shape } = sample.document
  const number = counts.get(shape) ?? 0
  counts.set(shape, number + 1)
  await save(out, sample, number)
}
for (const [shape, count] of counts) console.log(`${shape}\t${count}`)
