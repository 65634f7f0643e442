import type { CellRef, Target } from '../reading/finding.js'

/** A correction that a person made to a reading: of one cell, or of a stretch of text. */
export type Correction = {
  readonly target:
    | { readonly kind: 'cell'; readonly cell: CellRef }
    | Extract<Target, { readonly kind: 'text' }>
  /** What the reading said; a correction applies only while it still says so. */
  readonly from: string | null
  /** What stands there now; for a cell its new text, empty for blank. */
  readonly to: string
  readonly reason: string | null
}

/** A finding that a person has looked at and let stand, with the reason. */
export type Waiver = {
  readonly rule: string
  readonly target: Target
  readonly reason: string
}
