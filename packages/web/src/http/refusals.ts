import type {
  FileRefusal,
  IntakeRefusal,
  JobRefusal,
  MergeRefusal,
  RepeatRefusal,
  WriteRefusal,
} from '@gongkai/app'
import { type Refusal, refuse } from '@gongkai/law'
import type { GroundRefusal } from '../edge/ground.js'
import type { PlatformRefusal } from './platform-codes.js'

/** Why a request is not taken on. Each message says what to do. */
type RequestRefusal = Refusal<
  | 'request.malformed'
  | 'request.media-type'
  | 'request.too-large'
  | 'request.host'
  | 'request.cross-site'
  | 'request.not-found'
  | 'request.method'
  | 'request.no-version'
  | 'request.too-often'
  | 'session.none'
  | 'token.none'
  | 'token.person-only'
  | 'server.busy'
  | 'server.fault'
  | 'storage.full'
>

/** Every code that the API may answer with. */
export type ApiCode =
  | RequestRefusal['code']
  | FileRefusal['code']
  | MergeRefusal['code']
  | WriteRefusal['code']
  | Exclude<JobRefusal['code'], 'body.malformed'>
  | GroundRefusal['code']
  | PlatformRefusal['code']
  | RepeatRefusal['code']
  | IntakeRefusal['code']

/** A refusal on its way out; `fields` says which parts of the request do not fit. */
export type ApiRefusal = Refusal<ApiCode> & {
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  readonly requestId?: string
  /** What stands now, where somebody else was faster. */
  readonly present?: unknown
  /** What the import would do now. */
  readonly preview?: unknown
  /** What is still open, in numbers. */
  readonly open?: unknown
  /** The newest version of the report that stands now. */
  readonly presentVersion?: unknown
  /** What must be put right first: findings, and cells that nobody has read. */
  readonly findings?: unknown
  readonly unread?: unknown
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`
}

/** The refusals of `RequestRefusal`, each with what to do. */
export const REQUEST_REFUSALS = {
  malformed: (fields: NonNullable<ApiRefusal['fields']>): ApiRefusal => ({
    code: 'request.malformed',
    message: `请求内容不符合接口要求：${fields.map(({ field, message }) => `${field}：${message.replace(/。$/, '')}`).join('；')}。请改正后重新提交。`,
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
      `发送的内容超过上限${megabytes(limit)}，未予接收。请删减内容，或者分几次发送。`,
    ).refusal,
  fileTooLarge: (limit: number): ApiRefusal =>
    refuse(
      'request.too-large',
      `发送的文件超过上限${megabytes(limit)}，未予接收。请压缩或者删去图片后重新提供；有多个文件的，分几次发送。`,
    ).refusal,
  host: (): ApiRefusal =>
    refuse(
      'request.host',
      '不接受以这个网址发来的请求。在本机请用 http://localhost 打开；需要供其他计算机使用的，请以 HOST=0.0.0.0 启动，已设 GONGKAI_PUBLIC_URL 的，请用所设的网址打开。',
    ).refusal,
  crossSite: (): ApiRefusal =>
    refuse('request.cross-site', '不接受其他网站发来的请求。请从本服务的页面操作。').refusal,
  notFound: (): ApiRefusal =>
    refuse(
      'request.not-found',
      '没有这个地址。请检查地址；接口的全部地址见 /api/v1/openapi.json，页面请从首页进入。',
    ).refusal,
  method: (method: string, allowed: string): ApiRefusal =>
    refuse(
      'request.method',
      `这个地址不接受 ${method.slice(0, 20)} 方法。请改用 ${allowed}，用法见 /api/v1/openapi.json。`,
    ).refusal,
  noVersion: (): ApiRefusal =>
    refuse(
      'request.no-version',
      '没有说明是在哪个版本上修改的。请刷新页面后重新提交（If-Match 头写页面上显示的版本）。',
    ).refusal,
  tooOften: (seconds: number): ApiRefusal =>
    refuse(
      'request.too-often',
      `尝试或者请求的次数过多。请等候${seconds < 60 ? `${Math.max(seconds, 1)}秒` : `${Math.ceil(seconds / 60)}分钟`}后再试。`,
    ).refusal,
  noSession: (): ApiRefusal =>
    refuse('session.none', '尚未登录，或者登录已经结束。请登录后继续。').refusal,
  noToken: (): ApiRefusal =>
    refuse(
      'token.none',
      '接口令牌无效：已经作废、到期，或者制作人不再管理该机关。请由该机关的系统管理员重新制作。',
    ).refusal,
  personOnly: (): ApiRefusal =>
    refuse('token.person-only', '这项操作只能由本人登录后办理，不能使用接口令牌。').refusal,
  full: (): ApiRefusal =>
    refuse(
      'storage.full',
      '服务器的磁盘空间不足，本次没有保存，已有的内容不受影响。请与系统管理员联系，腾出空间后重试。',
    ).refusal,
  busy: (): ApiRefusal => refuse('server.busy', '正在处理的文件较多，请稍候几秒后重试。').refusal,
  fault: (requestId: string): ApiRefusal => ({
    code: 'server.fault',
    message: `服务内部出错，没有得到结果。请重试；仍然出错的，请把编号 ${requestId} 提供给维护人员。`,
    requestId,
  }),
} as const
