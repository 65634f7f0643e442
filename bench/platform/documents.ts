import { readFile } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { generateCorpus } from '../generator/corpus.js'

const SHAPE = 'text-tab-cells'

/** So many different reports on the form of 2021, read from generated documents. */
export async function readDocuments(seed: number, many: number): Promise<readonly SavedReport[]> {
  const documents: SavedReport[] = []
  const corpus = generateCorpus({ seed, perShape: 2 * many, shapes: [SHAPE] })
  for await (const { document } of corpus) {
    const read = await readFile(document)
    if (!read.ok) throw new Error(`${document.name}: ${read.refusal.message}`)
    if (read.value.form === '2021') documents.push(read.value)
    if (documents.length === many) break
  }
  return documents
}

/** The same as the report of another authority on another year. */
export function documentOf(document: SavedReport, authority: string, year: number): SavedReport {
  const text = JSON.stringify(document)
  const named = document.authority ? text.replaceAll(document.authority, authority) : text
  return { ...JSON.parse(named), authority, year }
}
