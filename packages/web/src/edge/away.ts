/** Classes of SQLSTATE: the connection broke, the server stops or starts, it has no connection left. */
const SQL_AWAY = /^(?:08|57P0|53300)/
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

/** Whether a fault says that the database does not answer now. */
export function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
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
