import { FORMS, type FormId, type TableKey } from '@gongkai/report'

import type { Region } from '../align/region.js'
import { type Stream, zoneOf } from '../align/stream.js'
import type { TableReading } from '../align/table-reading.js'
import { type Layout, layoutOf, walkBlocks } from '../align/walk-blocks.js'
import { walkRemedies } from '../align/walk-remedies.js'
import type { Heading } from './headings.js'

/** The three tables of a report as read, with regions counted in the report's fragments. */
export type Tables = Readonly<Record<TableKey, TableReading>>

/** The section in which each table stands. */
const HOME: Readonly<Record<TableKey, string>> = { proactive: '二', requests: '三', remedies: '四' }

/** Reads one table from a stream; `closed` when something follows it in the document. */
type Walker = (stream: Stream, closed: boolean) => TableReading

const layouts = (form: FormId) => {
  const of = (table: TableKey) =>
    layoutOf(FORMS[form].blocks.filter((block) => block.table === table))
  return { proactive: of('proactive'), requests: of('requests') }
}

const LAYOUTS: Readonly<Record<FormId, Readonly<Record<'proactive' | 'requests', Layout>>>> = {
  '2019': layouts('2019'),
  '2021': layouts('2021'),
}

/** Reads the tables of `form`: each in its own section first, and where it is not there, anywhere. */
export function readTables(form: FormId, stream: Stream, headings: readonly Heading[]): Tables {
  const { proactive, requests } = LAYOUTS[form]
  const read = (table: TableKey, walk: Walker) => readTable(table, walk, stream, headings)
  return {
    proactive: read('proactive', (zone, closed) => walkBlocks(zone, proactive, closed)),
    requests: read('requests', (zone, closed) => walkBlocks(zone, requests, closed)),
    remedies: read('remedies', walkRemedies),
  }
}

function readTable(
  table: TableKey,
  walk: Walker,
  stream: Stream,
  headings: readonly Heading[],
): TableReading {
  const own = headings.findIndex(({ no }) => no === HOME[table])
  const from = own < 0 ? 0 : (headings[own]?.fragment ?? 0) + 1
  const to = own < 0 ? stream.end : (headings[own + 1]?.fragment ?? stream.end)
  const here = walk(zoneOf(stream, from, to), to < stream.end)
  if (unread(here) === 0 || to - from === stream.end) return here
  const anywhere = walk(stream, false)
  return unread(anywhere) < unread(here) ? anywhere : here
}

function unread({ cells }: TableReading): number {
  return cells.filter(({ state }) => state === 'unread').length
}

/** The stretches of the report in which its tables stand. */
export function regionsOf(tables: Tables | null): readonly Region[] {
  return Object.values(tables ?? {}).flatMap(({ region }) => region ?? [])
}
