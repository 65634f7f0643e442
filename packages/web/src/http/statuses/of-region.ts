import type { ApiCode } from '../refusals.js'
import type { ErrorStatus } from './error-status.js'

/** Jobs, notices, and the law's data. */
// biome-ignore format: table
export const OF_REGION = {
  'job.not-found':            404,
  'job.changed':              409,
  'notice.no-mail':           422,
  'notice.time':              422,
  'overlay.not-found':        404,
  'overlay.wrong-state':      409,
  'overlay.proposed-by-you':  403,
  'overlay.no-reason':        422,
  'overlay.source-wrong':     422,
  'overlay.days-wrong':       422,
  'overlay.year-wrong':       422,
  'overlay.day-wrong':        422,
  'overlay.later-than-law':   422,
  'overlay.no-value':         404,
  'overlay.value-wrong':      422,
  'overlay.value-settled':    409,
} as const satisfies Readonly<Partial<Record<ApiCode, ErrorStatus>>>
