import type { Correction, SavedReport, Waiver } from '@gongkai/report'

type Amendments = {
  readonly corrections: readonly Correction[]
  readonly waivers: readonly Waiver[]
}

const PREFIX = 'gongkai.amendments.'

/** Keeps a report's corrections and waivers in this browser, under the digest of its file; none are forgotten. */
export function storeAmendments({ sha256, corrections = [], waivers = [] }: SavedReport): boolean {
  if (sha256 === null) return false
  try {
    if (corrections.length + waivers.length === 0) localStorage.removeItem(PREFIX + sha256)
    else localStorage.setItem(PREFIX + sha256, JSON.stringify({ corrections, waivers }))
    return true
  } catch {
    // Private windows and full stores: the saved JSON still holds them, and the page says so.
    return false
  }
}

/** The report with what this browser kept for it, unless it brought amendments of its own; and how many came back. */
export function restoreAmendments(saved: SavedReport): {
  readonly saved: SavedReport
  readonly restored: number
} {
  const own = (saved.corrections?.length ?? 0) + (saved.waivers?.length ?? 0)
  const kept = own > 0 || saved.sha256 === null ? null : load(saved.sha256)
  if (!kept) return { saved, restored: 0 }
  return { saved: { ...saved, ...kept }, restored: kept.corrections.length + kept.waivers.length }
}

/** Forgets everything that this page has kept in this browser. */
export function clearStore(): void {
  for (const key of storedKeys()) localStorage.removeItem(key)
}

/** Of how many reports this browser keeps corrections or waivers. */
export function storedCount(): number {
  return storedKeys().length
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

function load(sha256: string): Amendments | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + sha256) ?? 'null')
    return isAmendments(value) ? value : null
  } catch {
    return null
  }
}

function isAmendments(value: unknown): value is Amendments {
  if (typeof value !== 'object' || value === null) return false
  return (
    'corrections' in value &&
    Array.isArray(value.corrections) &&
    'waivers' in value &&
    Array.isArray(value.waivers)
  )
}
