import type { ApiCode } from '../refusals.js'
import type { ErrorStatus } from './error-status.js'

/** Reconsiderations, suits and complaints. */
// biome-ignore format: table
export const OF_REMEDIES = {
  'remedy.not-found':         404,
  'remedy.changed':           412,
  'remedy.was-struck':        409,
  'remedy.not-open':          409,
  'remedy.not-ordered':       409,
  'remedy.still-open':        409,
  'remedy.body-missing':      422,
  'remedy.day-in-future':     422,
  'remedy.days-out-of-order': 422,
  'remedy.one-instance':      422,
  'remedy.wrong-result':      422,
  'remedy.nothing-to-redo':   422,
  'remedy.no-request':        422,
  'remedy.no-letter':         422,
  'remedy.no-reconsideration': 422,
  'remedy.no-reason':         422,
  'remedy.instances-kept':    422,
  'import.too-many-rows':     422,
} as const satisfies Partial<Record<ApiCode, ErrorStatus>>
