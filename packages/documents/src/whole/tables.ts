import { FORMS, type FormId, type TableKey } from '@gongkai/report'
import type { Fragment } from '../align/fragments.js'
import type { TableReading } from '../align/reading.js'
import { type Stream, streamOf } from '../align/stream.js'
import { walkBlocks } from '../align/walk-blocks.js'
import { walkRemedies } from '../align/walk-remedies.js'
import type { Heading } from './headings.js'

/** The three tables of a report as read, with regions counted in the report's fragments. */
export type Tables = Readonly<Record<TableKey, TableReading>>

/** The section in which each table stands. */
const HOME: Readonly<Record<TableKey, string>> = { proactive: '二', requests: '三', remedies: '四' }

/** Reads one table from a stream; `closed` when something follows it in the document. */
type Walker = (stream: Stream, closed: boolean) => TableReading

/** Reads the tables of `form`: each in its own section first, and where it is not there, anywhere. */
export function readTables(
  form: FormId,
  fragments: readonly Fragment[],
  headings: readonly Heading[],
): Tables {
  const { blocks } = FORMS[form]
  const of = (table: TableKey) => blocks.filter((block) => block.table === table)
  const read = (table: TableKey, walk: Walker) => readTable(table, walk, fragments, headings)
  return {
    proactive: read('proactive', (stream, closed) => walkBlocks(stream, of('proactive'), closed)),
    requests: read('requests', (stream, closed) => walkBlocks(stream, of('requests'), closed)),
    remedies: read('remedies', walkRemedies),
  }
}

function readTable(
  table: TableKey,
  walk: Walker,
  fragments: readonly Fragment[],
  headings: readonly Heading[],
): TableReading {
  const own = headings.findIndex(({ no }) => no === HOME[table])
  const from = own < 0 ? 0 : (headings[own]?.fragment ?? 0) + 1
  const to = own < 0 ? fragments.length : (headings[own + 1]?.fragment ?? fragments.length)
  const zone = shifted(walk(streamOf(fragments.slice(from, to)), to < fragments.length), from)
  if (unread(zone) === 0 || to - from === fragments.length) return zone
  const anywhere = walk(streamOf(fragments), false)
  return unread(anywhere) < unread(zone) ? anywhere : zone
}

function unread({ cells }: TableReading): number {
  return cells.filter(({ state }) => state === 'unread').length
}

function shifted(reading: TableReading, by: number): TableReading {
  const { region } = reading
  return { ...reading, region: region && [region[0] + by, region[1] + by] }
}
