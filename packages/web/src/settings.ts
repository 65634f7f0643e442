import { databaseWords, type Settings } from '@gongkai/app'

/** Why the service could not be started and what to do, for what was thrown. */
export function startFailure(
  error: unknown,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): string {
  const { code = '', message, syscall, path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && path?.includes('console')) {
    return '页面尚未编译。请在项目目录运行 npm start，由它编译并启动。'
  }
  // What names a host is about HOST: the database is waited for.
  const words = syscall === 'getaddrinfo' ? null : databaseWords(error)
  if (words) return `${words}。请改正后重新启动。`
  // A folder, and not the port.
  if (path !== undefined && syscall !== 'listen') {
    return `无法使用“${path}”（${code}）。请检查该目录是否可以写入，或者用 GONGKAI_DATA 另指一个目录后重新启动。`
  }
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用。请先停止占用它的程序，或者换一个端口（例如 PORT=8081）后重新启动。`
    case 'EACCES':
      return `没有使用端口 ${port} 的权限。请换一个大于 1024 的端口（例如 PORT=8080）后重新启动。`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `本机没有 HOST=${host} 这个地址。请改为本机的地址（缺省为 127.0.0.1）后重新启动。`
    case 'ENOENT':
      return '页面尚未编译。请在项目目录运行 npm start，由它编译并启动。'
    default:
      return `${message}。请检查 HOST、PORT 后重新启动；仍然出错的，请将本消息提供给维护人员。`
  }
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

const LOOPBACK_NAMES = ['127.0.0.1', '[::1]', 'localhost']

/** Where people open the service: the public address, otherwise this machine. */
export function shownUrl({ host, publicUrl }: Pick<Settings, 'host' | 'publicUrl'>, port: number) {
  if (publicUrl !== null) return publicUrl
  const isHere = LOOPBACK.includes(host) || host === '0.0.0.0' || host === '::'
  const name = isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** The names under which the service may be asked: those of this machine and of the public address; null for any, where others reach it and no address is set. */
export function allowedHosts({
  host,
  publicUrl,
}: Pick<Settings, 'host' | 'publicUrl'>): readonly string[] | null {
  if (publicUrl !== null) return [...LOOPBACK_NAMES, new URL(publicUrl).hostname]
  return LOOPBACK.includes(host) ? LOOPBACK_NAMES : null
}
