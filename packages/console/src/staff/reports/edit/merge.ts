import {
  type Binding,
  cellKey,
  cellsByKey,
  followCells,
  type PartKey,
  partText,
  type SavedReport,
  textParts,
  withBindings,
} from '@gongkai/report'
import { withSection, withText } from './edited.js'

/** A place that two people can write in: a cell, by `cellKey`, or a part of the text. */
export type Place =
  | { readonly kind: 'cell'; readonly key: string }
  | { readonly kind: 'part'; readonly part: PartKey }

export type Merged = {
  /** With what only one of the two changed; in contested places as theirs. */
  readonly document: SavedReport
  /** Where both changed, and not to the same. */
  readonly contested: readonly Place[]
  /** How many places only they changed. */
  readonly taken: number
}

/** Two reports that began from the same one, place by place: what only one changed holds. */
export function merge(base: SavedReport, mine: SavedReport, theirs: SavedReport): Merged {
  const [was, is, other] = [base, mine, theirs].map(contentsOf)
  const places = placesOf([base, mine, theirs])
  const differs = (a: Contents | undefined, b: Contents | undefined, place: Place) =>
    a?.get(idOf(place)) !== b?.get(idOf(place))
  const own = places.filter((place) => differs(was, is, place))
  const contested = own.filter(
    (place) => differs(was, other, place) && shownAt(mine, place) !== shownAt(theirs, place),
  )
  const taken = places.filter((place) => differs(was, other, place) && !own.includes(place))
  const kept = own.filter((place) => !contested.includes(place))
  return { document: withPlaces(theirs, mine, kept), contested, taken: taken.length }
}

/** The report with what `from` says in these places; bound figures follow. */
export function withPlaces(
  report: SavedReport,
  from: SavedReport,
  places: readonly Place[],
): SavedReport {
  const cells = cellsByKey(from)
  const keys = new Set(places.flatMap((place) => (place.kind === 'cell' ? place.key : [])))
  const parts = places.flatMap((place) => (place.kind === 'part' ? place.part : []))
  const taken = report.cells.map((cell) => {
    const key = cellKey(cell)
    return (keys.has(key) && cells.get(key)) || cell
  })
  const start: SavedReport = { ...report, cells: taken }
  const written = parts.reduce((before, part) => withPart(before, from, part), start)
  const isOwn = ({ part }: Binding) => parts.includes(part)
  const others = (written.bindings ?? []).filter((one) => !isOwn(one))
  const bindings = [...others, ...(from.bindings ?? []).filter(isOwn)]
  return followCells(withBindings(written, bindings))
}

/** What stands in a place, to be read; empty where nothing does. */
export function shownAt(report: SavedReport, place: Place): string {
  if (place.kind === 'part') return partText(report, place.part) ?? ''
  const cell = cellsByKey(report).get(place.key)
  return cell?.state === 'unread' ? '（未读出）' : (cell?.raw ?? '').trim()
}

/** A place by its name. */
export function idOf(place: Place): string {
  return place.kind === 'cell' ? place.key : place.part
}

type Contents = ReadonlyMap<string, string>

function contentsOf(report: SavedReport): Contents {
  const cells = report.cells.map((cell): [string, string] => [
    cellKey(cell),
    `${cell.state} ${cell.inferred} ${(cell.raw ?? '').trim()}`,
  ])
  const parts = textParts(report).map(({ part, text }): [string, string] => {
    const bound = (report.bindings ?? []).filter((one) => one.part === part).map(boundText)
    return [part, [text, ...bound.toSorted()].join('\n')]
  })
  return new Map([...cells, ...parts])
}

function boundText({ start, end, cell }: Binding): string {
  return `${start} ${end} ${cellKey(cell)}`
}

function placesOf(reports: readonly SavedReport[]): readonly Place[] {
  const keys = new Set(reports.flatMap(({ cells }) => cells.map(cellKey)))
  const parts = new Set(reports.flatMap((report) => textParts(report).map(({ part }) => part)))
  return [
    ...[...keys].map((key) => ({ kind: 'cell', key }) as const),
    ...[...parts].map((part) => ({ kind: 'part', part }) as const),
  ]
}

function withPart(report: SavedReport, from: SavedReport, part: PartKey): SavedReport {
  const [, no] = part.split('/')
  const section = from.sections.find((one) => one.no === no)
  const isLacking = section && !report.sections.some((one) => one.no === no)
  const ready = isLacking ? withSection(report, section.no) : report
  return withText(ready, part, partText(from, part) ?? '')
}
