import { ok } from '@gongkai/law'
import type { JobResult, Made } from './job.js'

/** An answer as JSON. */
export function madeJson(value: unknown): JobResult {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return ok({ bytes, mediaType: 'application/json', name: null, notes: [] })
}

/** A file; its bytes stand in memory of their own, which can be handed to another thread. */
export function madeFile(bytes: Uint8Array, name: string, mediaType: string): Made {
  return { bytes: new Uint8Array(bytes), mediaType, name, notes: [] }
}
