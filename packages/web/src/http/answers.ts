import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { outgoing } from './bodies.js'
import { type ApiRefusal, REQUEST_REFUSALS } from './refusals.js'
import type { ErrorStatus } from './statuses/error-status.js'
import { STATUSES } from './statuses/statuses.js'
import { titleOf, typeOf } from './titles.js'

/** What the middlewares leave for the handlers. */
export type Env = {
  readonly Variables: { readonly requestId: string; readonly secureHeadersNonce?: string }
}

/** RFC 9457, with a code that stays. */
const Refused = z
  .object({
    type: z.string().openapi({
      description: '这一代码的说明所在，相对于本服务的网址',
      example: '/api/v1/problems#file.empty',
    }),
    status: z.number(),
    title: z.string().openapi({ description: '这一代码属于哪一类问题' }),
    detail: z.string().openapi({ description: '出了什么问题，应当怎么办' }),
    code: z.string().openapi({ example: 'file.empty' }),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    requestId: z.string().optional(),
    present: z.unknown().optional().openapi({ description: '被他人改动时，现在的内容' }),
    preview: z.unknown().optional().openapi({ description: '导入时，新的预览' }),
    open: z.unknown().optional().openapi({ description: '尚未了结的事项' }),
    presentVersion: z.unknown().optional().openapi({ description: '被他人改动时，现在的版本' }),
    findings: z.unknown().optional().openapi({ description: '报送前应当改正或者说明的发现' }),
    unread: z.unknown().optional().openapi({ description: '尚未识别的单元格' }),
  })
  .openapi('Refusal')

type RefusedAnswer = {
  readonly description: string
  // Optional in type alone: handlers may then answer by `answerRefusal`, which fits every status.
  readonly content?: { readonly 'application/problem+json': { readonly schema: typeof Refused } }
}

const refused = (description: string): RefusedAnswer => ({
  description,
  content: { 'application/problem+json': { schema: Refused } },
})

/** The answers that a route may give instead of its own. */
const REFUSED = {
  400: refused('请求内容不符合接口要求'),
  401: refused('尚未登录'),
  403: refused('没有权限，或者来自其他网站'),
  404: refused('没有这个地址或对象'),
  405: refused('这个地址不接受这种请求方法'),
  409: refused('与现在的情况不符'),
  410: refused('链接已经失效'),
  412: refused('已被他人改动'),
  413: refused('内容超过上限'),
  415: refused('不支持的文件类型'),
  421: refused('以其他网址发来的请求'),
  422: refused('内容不符合要求，不能这样办理'),
  428: refused('没有说明版本'),
  429: refused('请求的次数过多'),
  500: refused('服务内部出错'),
  503: refused('正在处理的文件较多，或者数据库没有应答，请稍后重试'),
  507: refused('磁盘空间不足'),
} as const

/** The refusals of a route under these statuses, for its description. */
export function refusedWith<S extends ErrorStatus>(
  ...statuses: readonly S[]
): Pick<typeof REFUSED, S> {
  const entries = statuses.map((status) => [status, REFUSED[status]] as const)
  return Object.fromEntries(entries) as Pick<typeof REFUSED, S>
}

/** The answer of a route that gives a file. */
export const FILE = {
  description: '文件',
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
} as const

/** Answers a refusal with its status. What went wrong inside a fault stays in the log. */
export function answerRefusal(c: Context<Env>, refusal: ApiRefusal): Response {
  const shown = refusal.code === 'file.fault' ? REQUEST_REFUSALS.fault(c.get('requestId')) : refusal
  const { code, message: detail, fields, requestId, present, preview, open } = shown
  const { presentVersion, findings, unread } = shown
  const status: ErrorStatus = STATUSES[code]
  if (status === 503) c.header('Retry-After', '2')
  const told = {
    ...{ type: typeOf(code), status, title: titleOf(code), detail, code, fields, requestId },
    ...{ present, preview, open, presentVersion, findings, unread },
  }
  return c.body(JSON.stringify(told), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}

/** Answers a file to be saved under `name`; `notes` is what its receiver must know about it. */
export function answerFile(
  c: Context<Env>,
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  name: string,
  notes: readonly string[] = [],
): Response {
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    ...(notes.length > 0 && { 'Gongkai-Notes': encodeURIComponent(notes.join('\n')) }),
  }
  return answerBytes(c, bytes, headers)
}

/** Answers bytes under these headers. */
export function answerBytes(
  c: Context<Env>,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  return c.body(outgoing(bytes), 200, { ...headers, 'Content-Length': `${bytes.length}` })
}
