import { z } from '@hono/zod-openapi'
import type { ErrorStatus } from '../http/statuses/error-status.js'
import type { Asking } from './read-asked.js'

/** A route as the document shows it and as it is validated. */
export type RouteSpec<P, Q, B, A> = Asking<P, Q, B> & {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  readonly description?: string
  /** What is answered; null for nothing, `file` for what the handler answers itself, `redirect` where it sends elsewhere. */
  readonly answer: z.ZodType<A> | null | 'file' | 'redirect'
  /** Of the answer: 200, or 204 for nothing. */
  readonly status?: 200 | 201 | 202
  /** Where the version stands in the answer, for `ETag`; left out, it is the answer's own `version`, if it has one. */
  readonly versionOf?: (answer: A) => number
  /** Statuses of refusals that do not follow from what is asked for. */
  readonly also?: readonly ErrorStatus[]
  /** Whether it is answered before the region is set up. */
  readonly isBeforeSetUp?: boolean
}

/** What of a route decides its answer. */
export type Answering<A> = Pick<
  RouteSpec<never, never, never, A>,
  'method' | 'path' | 'answer' | 'status' | 'versionOf'
>

/** How the version is found that comes back in If-Match; null where an answer has none. */
export function versionIn<A>({ answer, versionOf }: Answering<A>): ((answer: A) => number) | null {
  if (versionOf) return versionOf
  if (!(answer instanceof z.ZodObject)) return null
  const { version } = answer.shape
  if (!(version instanceof z.ZodNumber)) return null
  return (value) => (value as { readonly version: number }).version
}
