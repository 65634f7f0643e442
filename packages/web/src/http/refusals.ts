import type {
  FileRefusal,
  IntakeRefusal,
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

export type ErrorStatus =
  | 400
  | 401
  | 403
  | 404
  | 409
  | 410
  | 412
  | 413
  | 415
  | 421
  | 422
  | 428
  | 429
  | 500
  | 503
  | 507

/** The HTTP status of each code. */
// biome-ignore format: table
export const STATUSES: Readonly<Record<ApiCode, ErrorStatus>> = {
  'request.malformed':      400,
  'request.media-type':     415,
  'request.too-large':      413,
  'request.host':           421,
  'request.cross-site':     403,
  'request.not-found':      404,
  'request.no-version':     428,
  'request.too-often':      429,
  'session.none':           401,
  'token.none':             401,
  'token.person-only':      403,
  'idempotency.other-request': 422,
  'idempotency.under-way': 409,
  'idempotency.done':       409,
  'passkey.unusable':       422,
  'passkey.not-found':      404,
  'file.macros':            422,
  'file.infected':          422,
  'file.not-scanned':       503,
  'token.day':              422,
  'token.role':             403,
  'token.not-found':        404,
  'token.revoked':          409,
  'server.busy':            503,
  'storage.full':           507,
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
  'database.away':          503,
  'database.busy':          503,
  'set-up.needed':          409,
  'set-up.code':            403,
  'region.exists':          409,
  'sign-in.failed':         422,
  'session.not-found':      404,
  'password.wrong':         422,
  'password.short':         422,
  'password.long':          422,
  'password.guessable':     422,
  'link.over':              410,
  'time-codes.in-use':      409,
  'time-codes.wrong':       422,
  'right.missing':          403,
  'person.not-found':       404,
  'person.changed':         412,
  'person.self':            422,
  'person.blocked':         409,
  'person.login-taken':     409,
  'person.no-assignment':   422,
  'person.not-invited':     409,
  'person.not-active':      409,
  'assignment.not-found':   404,
  'assignment.changed':     412,
  'assignment.past':        422,
  'assignment.held':        409,
  'assignment.over':        409,
  'assignment.last-administrator': 409,
  'assignments.changed':    412,
  'hand-over.same':         422,
  'hand-over.nothing':      409,
  'deputy.self':            422,
  'deputy.not-active':      409,
  'deputy.past':            422,
  'deputy.appointed':       409,
  'deputation.over':        409,
  'authority.not-found':    404,
  'authority.changed':      412,
  'authority.dissolved':    409,
  'authority.name-taken':   409,
  'authority.credit-code-taken': 409,
  'authority.wrong':        422,
  'authority.day-wrong':    422,
  'authority.same-name':    422,
  'authority.same-parent':  422,
  'authority.below-itself': 422,
  'authority.root':         409,
  'authority.still-open':   409,
  'authority.successor-wrong': 422,
  'authority.too-few':      422,
  'series.wrong':           422,
  'series.taken':           409,
  'import.no-headings':     422,
  'import.no-rows':         422,
  'import.wrong-rows':      422,
  'import.changed':         412,
  'collection.not-found':   404,
  'collection.changed':     412,
  'collection.exists':      409,
  'collection.year-wrong':  422,
  'collection.none-asked':  422,
  'collection.not-below':   422,
  'collection.already-asked': 409,
  'collection.none-accepted': 409,
  'own-share.changed':      412,
  'past.not-found':         404,
  'past.changed':           412,
  'past.no-files':          422,
  'past.too-many':          422,
  'past.zip':               422,
  'past.before-forms':       422,
  'past.exists':            409,
  'past.not-below':         422,
  'past.unreadable':        422,
  'past.reason-missing':    422,
  'past.reading':           409,
  'past.year-not-over':     422,
  'report.not-found':       404,
  'report.changed':         412,
  'report.wrong-state':     409,
  'report.no-version':      404,
  'report.errors-open':     409,
  'report.other-form':      422,
  'report.other-year':      422,
  'report.no-last-year':    409,
  'report.nothing-to-add':  409,
  'report.file-missing':    422,
  'report.nothing-said':    422,
  'report.drafted-by-you':  403,
  'report.day-wrong':       422,
  'report.reason-missing':  422,
  'report.nothing-to-correct': 409,
  'finding.not-found':      409,
  'finding.not-waivable':   422,
  'finding.reason-missing': 422,
  'finding.waived':         409,
  'remark.not-found':       404,
  'remark.no-place':        422,
  'remark.words-missing':   422,
  'remark.answer-missing':  422,
  'remark.answered':        409,
  'job.not-found':          404,
  'job.changed':            409,
  'notice.no-mail':         422,
  'notice.time':            422,
  'overlay.not-found':      404,
  'overlay.wrong-state':    409,
  'overlay.proposed-by-you': 403,
  'overlay.no-reason':      422,
  'overlay.source-wrong':   422,
  'overlay.days-wrong':     422,
  'overlay.year-wrong':     422,
  'overlay.day-wrong':      422,
  'overlay.later-than-law': 422,
  'overlay.no-value':       404,
  'overlay.value-wrong':    422,
  'overlay.value-settled':  409,
  'public.not-found':       404,
  'public.no-edition':      404,
  'figures.no-measure':     404,
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
      '不接受以这个网址发来的请求。在本机请用 http://localhost 打开；需要供其他计算机使用的，请以 HOST=0.0.0.0 启动，已设 GONGKAI_PUBLIC_URL 的，请用所设的网址打开。',
    ).refusal,
  crossSite: (): ApiRefusal =>
    refuse('request.cross-site', '不接受其他网站发来的请求。请从本服务的页面操作。').refusal,
  notFound: (): ApiRefusal =>
    refuse('request.not-found', '没有这个地址。请从 /tools/report 进入。').refusal,
  noVersion: (): ApiRefusal =>
    refuse(
      'request.no-version',
      '没有说明是在哪个版本上修改的。请刷新页面后重新提交（If-Match 头写页面上显示的版本）。',
    ).refusal,
  tooOften: (seconds: number): ApiRefusal =>
    refuse('request.too-often', `尝试的次数过多。请等候${Math.ceil(seconds / 60)}分钟后再试。`)
      .refusal,
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
