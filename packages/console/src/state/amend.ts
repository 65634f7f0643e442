import type { LocalDate } from '@gongkai/law'
import {
  type CellRef,
  type Correction,
  cellKey,
  inReading,
  partText,
  type SavedReport,
  type Target,
  type Waiver,
} from '@gongkai/report'
import type { Item } from './item.js'
import { moveTargets, type TextChange } from './move-targets.js'

type TextTarget = Extract<Target, { readonly kind: 'text' }>

/** A correction that stands in the text, where the corrected text shows it. */
export type ShownCorrection = {
  readonly correction: Correction & { readonly target: TextTarget }
  readonly start: number
  readonly end: number
}

/** The text corrections of one part in order, with their places in the corrected text. */
export function shownCorrections(
  corrections: readonly Correction[],
  part: TextTarget['part'],
): readonly ShownCorrection[] {
  const texts = corrections
    .flatMap((one) => (one.target.kind === 'text' ? [{ ...one, target: one.target }] : []))
    .filter(({ target }) => target.part === part)
    .toSorted((a, b) => a.target.start - b.target.start)
  let by = 0
  return texts.map((correction) => {
    const { start, end } = correction.target
    const shown = { correction, start: start + by, end: start + by + correction.to.length }
    by += correction.to.length - (end - start)
    return shown
  })
}

/** The item with `to` in the place of `target` of the corrected text; null where another correction is in the way. */
export function correctText(
  item: Item,
  target: TextTarget,
  to: string,
  reason: string | null,
): Item | null {
  const { saved } = item
  if (!saved) return null
  const inSource = inReading(target, saved.corrections ?? [])
  const from = inSource && partText(saved, inSource.part)?.slice(inSource.start, inSource.end)
  if (!inSource || from === undefined || from === null) return null
  const correction: Correction = { target: inSource, from, to, reason }
  const { part, start, end } = target
  return amended(item, [...(saved.corrections ?? []), correction], {
    part,
    start,
    end,
    by: to.length - (end - start),
  })
}

/** The item with another content of a cell; what was read, typed again, takes the correction back. */
export function correctCell(item: Item, cell: CellRef, to: string, reason: string | null): Item {
  const { saved } = item
  if (!saved) return item
  const key = cellKey(cell)
  const read = saved.cells.find((one) => cellKey(one) === key)
  const others = (saved.corrections ?? []).filter((one) => !isOfCell(one, key))
  const isAsRead = read?.state !== 'unread' && to === (read?.raw ?? '')
  const correction: Correction = {
    target: { kind: 'cell', cell },
    from: read?.raw ?? null,
    to,
    reason,
  }
  return amended(item, isAsRead ? others : [...others, correction], null)
}

/** The item without one correction. */
export function takeBack(item: Item, correction: Correction): Item {
  const { saved } = item
  if (!saved) return item
  const all = saved.corrections ?? []
  return amended(
    item,
    all.filter((one) => one !== correction),
    changeOfTakingBack(all, correction),
  )
}

/** The item without any correction or waiver: the reading as it was read. */
export function discardAmendments(item: Item): Item {
  const { saved } = item
  if (!saved) return item
  const clean: SavedReport = { ...saved, corrections: [], waivers: [] }
  return { ...item, saved: clean, revision: item.revision + 1, restored: 0 }
}

/** The item with another day of publication; null where it is not known. */
export function withPublishedOn(item: Item, publishedOn: LocalDate | null): Item {
  if (!item.saved || item.saved.publishedOn === publishedOn) return item
  return { ...item, saved: { ...item.saved, publishedOn }, revision: item.revision + 1 }
}

/** The item with other waivers; its check stays as it is. */
export function withWaivers(item: Item, waivers: readonly Waiver[]): Item {
  return item.saved ? { ...item, saved: { ...item.saved, waivers } } : item
}

/** Whether the correction is of the cell of that key. */
export function isOfCell({ target }: Correction, key: string): boolean {
  return target.kind === 'cell' && cellKey(target.cell) === key
}

/** Waivers and findings go along with the text, until the next check says more. */
function amended(item: Item, corrections: readonly Correction[], change: TextChange | null): Item {
  const { saved, check } = item
  if (!saved) return item
  const waivers = saved.waivers ?? []
  return {
    ...item,
    saved: { ...saved, corrections, waivers: change ? moveTargets(waivers, change) : waivers },
    check: check && change ? { ...check, findings: moveTargets(check.findings, change) } : check,
    revision: item.revision + 1,
  }
}

function changeOfTakingBack(all: readonly Correction[], { target }: Correction): TextChange | null {
  if (target.kind !== 'text') return null
  const shown = shownCorrections(all, target.part).find(
    ({ correction }) => correction.target.start === target.start,
  )
  if (!shown) return null
  const by = target.end - target.start - (shown.end - shown.start)
  return { part: target.part, start: shown.start, end: shown.end, by }
}
