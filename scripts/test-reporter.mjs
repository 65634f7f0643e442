// A quiet reporter of node --test: what a test prints, a line per failing test with its error, nothing for one that passes.
import path from 'node:path'

export default async function* failures(events) {
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message
    if (type === 'test:fail' && data.details.type !== 'suite') yield failure(data)
  }
}

function failure({ name, file, details }) {
  const place = file ? path.relative(process.cwd(), file) : ''
  const error = details.error?.cause ?? details.error
  const told = error?.stack ?? error?.message ?? String(error)
  const lines = told.split('\n').filter((line) => !line.includes('node:internal'))
  return `\n✖ ${name}\n  ${place}\n${lines.map((line) => `  ${line}`).join('\n')}\n`
}
