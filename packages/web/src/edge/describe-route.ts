import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Env, FILE, refusedWith } from '../http/answers.js'
import { IDEMPOTENCY_KEY } from './answer-once.js'
import { expectedStatuses } from './expected-statuses.js'
import { type Answering, type RouteSpec, versionIn } from './route-spec.js'

const IfMatch = {
  'if-match': z.string().openapi({ description: '页面上显示的版本，如 "3"', example: '"3"' }),
}
const Key = {
  [IDEMPOTENCY_KEY]: z.string().optional().openapi({
    description:
      '由请求方生成的键，如 UUID。24 小时内用同一个键重发同一项请求的，只办理一次，答复与首次相同。',
  }),
}

// No validator is made of it: the converter that reads the file takes the form apart.
const UPLOAD = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    } as object,
  },
}

/** Puts a route into the document of the API. */
export function describeRoute<P, Q, B, A>(
  api: OpenAPIHono<Env>,
  spec: RouteSpec<P, Q, B, A>,
  security: Record<string, string[]>[],
): void {
  const { method, path, summary, description, params, query, body, form } = spec
  const content = body && { 'application/json': { schema: body } }
  const file = spec.upload ? UPLOAD : form && { 'multipart/form-data': { schema: form } }
  api.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    ...(description && { description }),
    security,
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      headers: z.object({
        ...(spec.isVersioned && IfMatch),
        ...(method !== 'get' && security.length > 0 && Key),
      }),
      ...(content && { body: { required: true, content } }),
      ...(file && { body: { required: true, content: file } }),
    },
    responses: {
      ...success(spec),
      ...refusedWith(...expectedStatuses(spec, security.length === 0)),
    },
  })
}

const ETag = {
  ETag: {
    description: '所答内容的版本，办理时在 If-Match 中带回',
    schema: { type: 'string' as const, example: '"3"' },
  },
}

function success<A>(spec: Answering<A> & { readonly summary: string }) {
  const { answer, summary, status } = spec
  if (answer === null) return { 204: { description: '已办理' } }
  if (answer === 'file') return { 200: FILE }
  if (answer === 'redirect') return { 302: { description: '转到其他网址' } }
  const content = { 'application/json': { schema: answer } }
  const headers = versionIn(spec) && { headers: ETag }
  return { [status ?? 200]: { description: summary, content, ...headers } }
}
