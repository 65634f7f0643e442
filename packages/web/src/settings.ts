/** Where the service listens. */
export type Settings = { readonly host: string; readonly port: number }

/** Wrong settings, said in words to whoever starts the service. */
export class SettingsError extends Error {}

/** Reads `PORT` (8080) and `HOST` (127.0.0.1); empty is as if it were not there. Throws a SettingsError. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT, HOST } = env
  const port = Number(PORT || 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SettingsError(
      `端口号 PORT=${PORT} 无效，应为 1 至 65535 的整数。请改正后重新启动；不设 PORT 时使用 8080。`,
    )
  }
  return { host: HOST || '127.0.0.1', port }
}

/** Why the service could not be started and what to do, for what was thrown. */
export function startFailure(error: unknown, { host, port }: Settings): string {
  const { code = '', message } = error as NodeJS.ErrnoException
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
