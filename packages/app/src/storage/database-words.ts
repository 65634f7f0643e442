/** The server of an installation is older than the statements are written for. */
export class ServerTooOld extends Error {
  constructor(readonly version: string) {
    super(`PostgreSQL ${version} is older than 15`)
  }
}

/** The database was brought up to date by a later version of the program. */
export class SchemaTooNew extends Error {
  constructor(cause: unknown) {
    super('the database is of a later version', { cause })
  }
}

/** The server that came along has not come up. */
export class EmbeddedSilent extends Error {
  constructor(cause: unknown) {
    super('the embedded server does not answer', { cause })
  }
}

const NOT_THERE = '数据库服务器没有接受连接：没有启动，或者 DATABASE_URL 中的地址、端口不对'
const NOT_UP = '自带的数据库没有启动，原因见数据目录下的 database/server.log'
const TOO_NEW =
  '数据库已由更新版本的程序升级，本版本不能使用：应换用升级后的版本，或者恢复升级前的备份'
const NO_ANSWER = '数据库服务器没有应答'
const LOST = '与数据库服务器的连接中断'

/** By SQLSTATE or the code of the socket. */
// biome-ignore format: table
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: NOT_THERE,
  ENOTFOUND:    '找不到数据库服务器：DATABASE_URL 中的主机名不对，或者域名解析有问题',
  EAI_AGAIN:    '找不到数据库服务器：DATABASE_URL 中的主机名不对，或者域名解析有问题',
  EHOSTUNREACH: '到数据库服务器的网络不通',
  ENETUNREACH:  '到数据库服务器的网络不通',
  ETIMEDOUT:    NO_ANSWER,
  ECONNRESET:   LOST,
  EPIPE:        LOST,
  '28P01':      '数据库服务器拒绝登录：DATABASE_URL 中的用户名或者密码不对',
  '28000':      '数据库服务器拒绝登录：DATABASE_URL 中的用户不能从本机以这种方式登录（见服务器的 pg_hba.conf）',
  '3D000':      '服务器上没有这个数据库：DATABASE_URL 中的数据库名称不对，或者尚未建立',
  '42501':      '数据库用户的权限不够：DATABASE_URL 中应为数据库所有者',
  '53300':      '数据库服务器的连接数已满',
  '57P01':      '数据库正在停止或者重新启动',
  '57P02':      '数据库正在停止或者重新启动',
  '57P03':      '数据库正在启动或者停止',
}

const SILENT = /timeout exceeded when trying to connect|query read timeout|timeout expired/i
const BROKEN = /connection terminated|connection error and is not queryable/i

/** In words, without a full stop, why the database cannot be used; null where the fault says nothing of that. */
export function databaseWords(fault: unknown): string | null {
  if (fault instanceof ServerTooOld)
    return `数据库服务器的版本过低（PostgreSQL ${fault.version}），需要 15 或更新版本`
  if (fault instanceof SchemaTooNew) return TOO_NEW
  if (fault instanceof EmbeddedSilent) return NOT_UP
  if (!(fault instanceof Error)) return null
  const { code = '', syscall, message } = fault as NodeJS.ErrnoException
  // The socket of a server that is not there.
  if (code === 'ENOENT' && syscall === 'connect') return NOT_THERE
  const words = WORDS[code]
  // A file or a port of this machine has the same codes.
  if (words) return /^E/.test(code) && !isOfConnection(syscall) ? null : words
  if (SILENT.test(message)) return NO_ANSWER
  return BROKEN.test(message) ? LOST : null
}

/** Several addresses that were tried one after the other are told of without one. */
function isOfConnection(syscall: string | undefined): boolean {
  return syscall === undefined || ['connect', 'getaddrinfo', 'read', 'write'].includes(syscall)
}
