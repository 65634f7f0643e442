import { createHash } from 'node:crypto'
import { cellsByKey, type SavedReport, textParts } from '@gongkai/report'
import { corrected } from '../files/write-file.js'

/** What an event says of a document that was written over, without its content: whoever has both versions can tell by the digests that they are these. */
type WhatChanged = {
  readonly before: { readonly digest: string | null }
  readonly after: { readonly digest: string }
  /** How many cells and parts of the text differ, with the corrections laid over. */
  readonly cellsChanged: number
  readonly textsChanged: readonly string[]
}

/** What differs between what was kept, null where nothing was, and what is kept now. */
export function whatChanged(before: SavedReport | null, after: SavedReport): WhatChanged {
  const [was, is] = [before && partsOf(before), partsOf(after)]
  return {
    before: { digest: before && documentDigest(before) },
    after: { digest: documentDigest(after) },
    cellsChanged: differing(was?.cells, is.cells).length,
    textsChanged: differing(was?.texts, is.texts),
  }
}

/** SHA-256, in hex, of a document as JSON whose keys stand in their order: the database does not keep the order in which they were written. */
function documentDigest(document: SavedReport): string {
  return createHash('sha256').update(JSON.stringify(document, inOrder)).digest('hex')
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type Parts = ReadonlyMap<string, string>

function partsOf(document: SavedReport): { readonly cells: Parts; readonly texts: Parts } {
  const report = corrected(document)
  const cells = [...cellsByKey(report)].map(
    ([key, { state, raw }]) => [key, `${state} ${raw ?? ''}`] as const,
  )
  const texts = textParts(report).map(({ part, text }) => [part, text] as const)
  return { cells: new Map(cells), texts: new Map(texts) }
}

function differing(was: Parts = new Map(), is: Parts): readonly string[] {
  const keys = new Set([...was.keys(), ...is.keys()])
  return [...keys].filter((key) => was.get(key) !== is.get(key))
}
