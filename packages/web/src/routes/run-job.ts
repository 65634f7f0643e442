import { BODIES, type Job, type JobRefusal, type JobResult, type Pool } from '@gongkai/app'
import type { Context } from 'hono'
import { answerBytes, answerFile, answerRefusal, type Env } from '../http/answers.js'
import { collectBody } from '../http/bodies.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'

/** A JSON body as the document shows it. No validator is made of it: the thread that does the job parses the body. */
export function jsonBody(name: keyof typeof BODIES) {
  return {
    required: true,
    content: { 'application/json': { schema: { ...BODIES[name] } as object } },
  }
}

/** Which bodies a job takes. */
export type Taken = {
  /** What the Content-Type begins with. */
  readonly mediaType: RegExp
  /** How many bytes at most. */
  readonly limit: number
}

/** A report as JSON is far below 1 MB; one with a thousand siblings below this. */
export const JSON_BODY: Taken = { mediaType: /^application\/json\s*(?:;|$)/i, limit: 100_000_000 }

/** Has the body of a request worked on in a thread, and answers what was made. */
export async function answerJob(
  c: Context<Env>,
  pool: Pool,
  { mediaType, limit }: Taken,
  jobOf: (body: ArrayBuffer) => Job,
): Promise<Response> {
  if (!mediaType.test(c.req.header('content-type') ?? '')) {
    return answerRefusal(c, REQUEST_REFUSALS.mediaType())
  }
  const body = await collectBody(c.req.raw, limit)
  if (!body) return answerRefusal(c, REQUEST_REFUSALS.tooLarge(limit))
  return answerResult(c, await pool.run(jobOf(body)))
}

/** Answers what a thread made, or why it made nothing. */
export function answerResult(c: Context<Env>, made: JobResult): Response {
  if (!made.ok) return answerRefusal(c, toApi(made.refusal))
  const { bytes, mediaType, name, notes } = made.value
  if (name === null) return answerBytes(c, bytes, { 'Content-Type': mediaType })
  return answerFile(c, bytes, mediaType, name, notes)
}

/** What a thread refused, in the words of the API. */
export function toApi(refusal: JobRefusal): ApiRefusal {
  if (refusal.code !== 'body.malformed') return refusal
  const { field, message } = refusal
  return REQUEST_REFUSALS.malformed([{ field, message }])
}
