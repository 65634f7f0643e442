import { writeReport } from '@gongkai/documents'
import type { GivenFile } from '../files/read-file.js'
import { COUNTY_2024 } from './data/county-2024.js'
import { EDUCATION_2024 } from './data/education-2024.js'
import { FINANCE_2023 } from './data/finance-2023.js'
import { FINANCE_2024 } from './data/finance-2024.js'
import { SUBDISTRICT_2024 } from './data/subdistrict-2024.js'
import { TRANSPORT_2024 } from './data/transport-2024.js'
import type { ExampleSpec } from './example-spec.js'
import { toReport } from './to-report.js'
import { toText } from './to-text.js'

const EXAMPLES: readonly ExampleSpec[] = [
  FINANCE_2024,
  FINANCE_2023,
  EDUCATION_2024,
  SUBDISTRICT_2024,
  COUNTY_2024,
  TRANSPORT_2024,
]

/**
 * Six invented reports of one county as files, to look at what the checks find: text, HTML and Word, five with mistakes
 * planted on purpose and the good one of the year before. Their places and figures are nobody's.
 */
export async function exampleReports(): Promise<readonly GivenFile[]> {
  return Promise.all(EXAMPLES.map(toFile))
}

/** The names of their files. */
export const EXAMPLE_NAMES: readonly string[] = EXAMPLES.map(({ name }) => name)

/** One of them, by its number from 0; null where there is none. */
export async function exampleReport(at: number): Promise<GivenFile | null> {
  const spec = EXAMPLES[at]
  return spec ? toFile(spec) : null
}

async function toFile(spec: ExampleSpec): Promise<GivenFile> {
  const { name, as, form } = spec
  const report = toReport(spec)
  if (as === 'txt') return { name, bytes: new TextEncoder().encode(toText(report, form)) }
  const written = await writeReport(report, as)
  if (!written.ok) throw new Error(written.refusal.message)
  return { name, bytes: written.value.bytes }
}
