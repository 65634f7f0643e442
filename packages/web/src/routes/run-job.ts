import { BODIES, type Job, type JobRefusal, type JobResult, type Pool } from '@gongkai/app'
import type { Context } from 'hono'
import { answerBytes, answerFile, answerRefusal, type Env, refusedWith } from '../http/answers.js'
import { collectBody } from '../http/bodies.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'

/** A JSON body as the document shows it. No validator is made of it: the converter that does the job parses the body. */
export function jsonBody(name: keyof typeof BODIES) {
  return {
    required: true,
    content: { 'application/json': { schema: { ...BODIES[name] } as object } },
  }
}

/** How a job may be refused. */
export const JOB_REFUSED = refusedWith(400, 403, 413, 415, 421, 422, 429, 500, 503, 507)

/** Which bodies a job takes. */
export type Taken = {
  /** What the Content-Type begins with. */
  readonly mediaType: RegExp
  /** How many bytes at most. */
  readonly limit: number
  /** Whether it is a form with a file. */
  readonly isFile: boolean
}

/** A report as JSON is far below 1 MB; one with a thousand siblings below this. */
export const JSON_BODY: Taken = {
  mediaType: /^application\/json\s*(?:;|$)/i,
  limit: 100_000_000,
  isFile: false,
}

/** Has the body of a request worked on in a converter, and answers what was made. */
export async function answerJob(
  c: Context<Env>,
  pool: Pool,
  { mediaType, limit, isFile }: Taken,
  jobOf: (body: ArrayBuffer) => Job,
): Promise<Response> {
  if (!mediaType.test(c.req.header('content-type') ?? '')) {
    return answerRefusal(c, REQUEST_REFUSALS.mediaType())
  }
  const body = await collectBody(c.req.raw, limit)
  if (!body) {
    const { tooLarge, fileTooLarge } = REQUEST_REFUSALS
    return answerRefusal(c, (isFile ? fileTooLarge : tooLarge)(limit))
  }
  return answerResult(c, await pool.run(jobOf(body)))
}

/** Answers what a converter made, or why it made nothing. */
export function answerResult(c: Context<Env>, made: JobResult): Response {
  if (!made.ok) return answerRefusal(c, toApi(made.refusal))
  const { bytes, mediaType, name, notes } = made.value
  if (name === null) return answerBytes(c, bytes, { 'Content-Type': mediaType })
  return answerFile(c, bytes, mediaType, name, notes)
}

/** What a converter refused, in the words of the API. */
export function toApi(refusal: JobRefusal): ApiRefusal {
  if (refusal.code !== 'body.malformed') return refusal
  const { field, message } = refusal
  return REQUEST_REFUSALS.malformed([{ field, message }])
}
