import { ok, type Result } from '@gongkai/law'
import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../http/answers.js'
import { collectBody } from '../http/bodies.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'
import { wrongFields } from '../http/wrong-fields.js'
import { unknownQuery } from './known-query.js'
import { fieldsOf, sentForm, type Upload } from './sent-form.js'

/** What a route asks for. */
export type Asking<P, Q, B> = {
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  /** A form with a file, instead of a body. */
  readonly form?: z.ZodType<B>
  /** The same, which the handler takes apart itself. */
  readonly upload?: Upload<B>
  /** Whether the version that was on screen comes in If-Match. */
  readonly isVersioned?: boolean
}

export type Asked<P, Q, B> = {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** 0 where none is asked for. */
  readonly version: number
}

/** Bytes. No body of the platform's is near it; a list of a thousand authorities is below half of it. */
const BODY_LIMIT = 2_000_000

type Read<T> = Result<T, ApiRefusal>

/** What was sent, if it is what the route asks for. */
export async function readAsked<P, Q, B>(
  c: Context<Env>,
  { params, query, body, form, upload, isVersioned }: Asking<P, Q, B>,
): Promise<Read<Asked<P, Q, B>>> {
  const version = isVersioned ? versionOf(c.req.header('if-match')) : ok(0)
  if (!version.ok) return version
  const place = fit(params, c.req.param())
  if (!place.ok) return place
  const unknown = unknownQuery(c, query)
  if (unknown) return no(unknown)
  const search = fit(query, c.req.query())
  if (!search.ok) return search
  const content = upload
    ? await sentForm(c, upload)
    : await (form ? formOf(c, form) : jsonOf(c, body))
  if (!content.ok) return content
  return ok({
    params: place.value as P,
    query: search.value as Q,
    body: content.value as B,
    version: version.value,
  })
}

function versionOf(header: string | undefined): Read<number> {
  if (header === undefined) return no(REQUEST_REFUSALS.noVersion())
  const text = /^\s*"(\d{1,9})"\s*$/.exec(header)?.[1]
  if (text !== undefined) return ok(Number(text))
  return no(REQUEST_REFUSALS.malformed([{ field: 'If-Match', message: '应为带引号的版本号' }]))
}

async function jsonOf<B>(
  c: Context<Env>,
  schema: z.ZodType<B> | undefined,
): Promise<Read<B | undefined>> {
  if (!schema) return ok(undefined)
  if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? '')) {
    return no(REQUEST_REFUSALS.mediaType())
  }
  const bytes = await collectBody(c.req.raw, BODY_LIMIT)
  if (!bytes) return no(REQUEST_REFUSALS.tooLarge(BODY_LIMIT))
  const sent = parsed(bytes)
  if (sent.ok) return fit(schema, sent.value)
  return no(REQUEST_REFUSALS.malformed([{ field: '请求正文', message: '应为 UTF-8 的 JSON' }]))
}

function parsed(
  bytes: ArrayBuffer,
): { readonly ok: true; readonly value: unknown } | { ok: false } {
  try {
    // Fatal: what is no UTF-8 would otherwise be kept with other characters in its place.
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return { ok: false }
  }
}

async function formOf<B>(c: Context<Env>, schema: z.ZodType<B>): Promise<Read<B | undefined>> {
  const mediaType = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(mediaType)) return no(REQUEST_REFUSALS.mediaType())
  const bytes = await collectBody(c.req.raw, BODY_LIMIT)
  if (!bytes) return no(REQUEST_REFUSALS.tooLarge(BODY_LIMIT))
  const form = await fieldsOf({ bytes, mediaType })
  if (form) return fit(schema, Object.fromEntries(form))
  return no(REQUEST_REFUSALS.malformed([{ field: '请求正文', message: '无法解析' }]))
}

function fit<T>(schema: z.ZodType<T> | undefined, value: unknown): Read<T | undefined> {
  const parsed = schema?.safeParse(value)
  if (!parsed) return ok(undefined)
  if (parsed.success) return ok(parsed.data)
  return no(REQUEST_REFUSALS.malformed(wrongFields(parsed.error)))
}

function no(refusal: ApiRefusal): { readonly ok: false; readonly refusal: ApiRefusal } {
  return { ok: false, refusal }
}
