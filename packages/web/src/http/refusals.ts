import type { FileRefusal, MergeRefusal, WriteRefusal } from '@gongkai/app'
import { type Refusal, refuse } from '@gongkai/law'

/** Why a request is not taken on. Each message says what to do. */
type RequestRefusal = Refusal<
  | 'request.malformed'
  | 'request.media-type'
  | 'request.too-large'
  | 'request.host'
  | 'request.cross-site'
  | 'request.not-found'
  | 'server.busy'
  | 'server.fault'
>

/** Every code that the API may answer with. */
export type ApiCode =
  | RequestRefusal['code']
  | FileRefusal['code']
  | MergeRefusal['code']
  | WriteRefusal['code']

/** A refusal on its way out; `fields` says which parts of the request do not fit. */
export type ApiRefusal = Refusal<ApiCode> & {
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  readonly requestId?: string
}

export type ErrorStatus = 400 | 403 | 404 | 413 | 415 | 421 | 422 | 500 | 503

/** The HTTP status of each code. */
// biome-ignore format: table
export const STATUSES: Readonly<Record<ApiCode, ErrorStatus>> = {
  'request.malformed':      400,
  'request.media-type':     415,
  'request.too-large':      413,
  'request.host':           421,
  'request.cross-site':     403,
  'request.not-found':      404,
  'server.busy':            503,
  'server.fault':           500,
  'file.empty':             422,
  'file.too-large':         413,
  'file.inflates-too-far':  422,
  'file.too-many-rows':     422,
  'file.too-deep':          422,
  'file.damaged':           422,
  'file.encrypted':         422,
  'file.no-text':           422,
  'file.unsupported':       415,
  'file.not-found':         404,
  'file.unreadable':        500,
  'file.too-slow':          422,
  'file.too-heavy':         422,
  'file.fault':             500,
  'write.no-form':          422,
  'write.too-long':         422,
  'merge.no-form':          422,
  'merge.no-reports':       422,
}

/** The refusals of `RequestRefusal`, each with what to do. */
export const REQUEST_REFUSALS = {
  malformed: (fields: NonNullable<ApiRefusal['fields']>): ApiRefusal => ({
    code: 'request.malformed',
    message: `请求内容不符合接口要求：${fields.map(({ field, message }) => `${field}：${message.replace(/。$/, '')}`).join('；')}。请对照 /api/v1/openapi.json 改正。`,
    fields,
  }),
  mediaType: (): ApiRefusal =>
    refuse(
      'request.media-type',
      '请求的 Content-Type 不符：上传文件用 multipart/form-data，其余用 application/json。',
    ).refusal,
  tooLarge: (limit: number): ApiRefusal =>
    refuse(
      'request.too-large',
      `发送的内容超过上限${Math.floor(limit / 1_000_000)} MB，未予接收。请只保留年度报告正文，压缩或删去图片后重新提供。`,
    ).refusal,
  host: (): ApiRefusal =>
    refuse(
      'request.host',
      '本服务只在本机使用，不接受以其他网址发来的请求。请用 http://localhost 打开；需要供其他计算机使用的，请以 HOST=0.0.0.0 启动。',
    ).refusal,
  crossSite: (): ApiRefusal =>
    refuse('request.cross-site', '不接受其他网站发来的请求。请从本服务的页面操作。').refusal,
  notFound: (): ApiRefusal =>
    refuse('request.not-found', '没有这个地址。请从 /tools/report 进入。').refusal,
  busy: (): ApiRefusal => refuse('server.busy', '正在处理的文件较多，请稍候几秒后重试。').refusal,
  fault: (requestId: string): ApiRefusal => ({
    code: 'server.fault',
    message: `服务内部出错，没有得到结果。请重试；仍然出错的，请把编号 ${requestId} 提供给维护人员。`,
    requestId,
  }),
} as const
