/** Classes of SQLSTATE: the connection broke, the server stops or starts. */
const SQL_AWAY = /^(?:08|57P0)/
const SOCKET_AWAY = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]
/** What the driver says without a code. */
const DRIVER_AWAY =
  /connection terminated|connection error and is not queryable|calling end on the pool|driver has already been destroyed/i

/** SQLSTATE: the server has no connection left. */
const SQL_NONE_LEFT = '53300'
const DRIVER_WAITED = /timeout exceeded when trying to connect|query read timeout/i

/** Whether a fault says that the database, or a free connection to it, was waited for in vain: it may be away, or busy. */
export function isSlow(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  return (
    (fault as NodeJS.ErrnoException).code === SQL_NONE_LEFT || DRIVER_WAITED.test(fault.message)
  )
}

/** Whether a fault says that the database does not answer now, or not in time. */
export function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  if (isSlow(fault)) return true
  const { code = '', syscall } = fault as NodeJS.ErrnoException
  // The socket of a server that is not there.
  if (code === 'ENOENT') return syscall === 'connect'
  return SQL_AWAY.test(code) || SOCKET_AWAY.includes(code) || DRIVER_AWAY.test(fault.message)
}

/** Whether a fault says that there is no room left to write. */
export function isFull(fault: unknown): boolean {
  const { code = '' } = fault instanceof Error ? (fault as NodeJS.ErrnoException) : {}
  return ['ENOSPC', 'EDQUOT', '53100'].includes(code)
}
