import { BlockList, isIP } from 'node:net'
import path from 'node:path'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'

/** A text that an operator wrote, as the value it stands for; refused with what it should be. */
export type Parse<T> = (text: string) => Result<NonNullable<T>, Refusal<'config.value'>>

export const port = parser((text) => {
  const number = Number(text)
  return /^\d+$/.test(text) && number >= 1 && number <= 65_535 ? number : null
}, '应为 1 至 65535 的整数。')

export const hostName = parser(
  (text) => (/^[\w.:-]+$/.test(text) ? text : null),
  '应为一个地址或主机名。',
)

export const webUrl = parser((text) => {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  return url.search || url.hash ? null : url.href.replace(/\/$/, '')
}, '应为以 http:// 或 https:// 开头的网址。')

/** Without TLS on the machine itself alone. */
export const secureUrl = parser((text) => {
  const url = URL.parse(text)
  if (url === null || url.search || url.hash) return null
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? text : null
}, '应为以 https:// 开头的网址。')

export const clamdUrl = parser((text) => {
  const url = URL.parse(text)
  if (url?.protocol === 'unix:') return url.pathname.length > 1 ? text : null
  return url?.protocol === 'tcp:' && url.port !== '' ? text : null
}, '应为 tcp://地址:端口 或者 unix:/套接字的路径。')

export const postgresUrl = parser((text) => {
  const url = URL.parse(text.replace('@/', '@localhost/'))
  return url && ['postgres:', 'postgresql:'].includes(url.protocol) ? text : null
}, '应为以 postgresql:// 开头的连接地址。')

export const smtpUrl = parser((text) => {
  const url = URL.parse(text)
  return url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' ? text : null
}, '应为以 smtp:// 或 smtps:// 开头的服务器地址。')

/** An address, alone or in angle brackets after a name. No line break can come in with it. */
export const mailbox = parser(
  (text) => (/^(?:[^<>\r\n]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(text) ? text : null),
  '应为邮件地址，或者名称加尖括号内的邮件地址。',
)

export const folder = parser(
  (text) => (path.isAbsolute(text) ? path.normalize(text) : null),
  '应为绝对路径。',
)

export const anyText = parser((text) => text, '')

export const networks = parser((text): readonly string[] | null => {
  const parts = text.split(/[,，\s]+/).filter((part) => part !== '')
  return parts.every(isNetwork) ? parts : null
}, '应为以逗号分隔的地址或网段。')

/** An address, or an address with the length of its prefix. */
function isNetwork(text: string): boolean {
  const [address = '', prefix] = text.split('/')
  const version = isIP(address)
  if (version === 0) return false
  if (prefix === undefined) return true
  return /^\d+$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128)
}

/** Whether an address belongs to one of the networks. */
export function belongsTo(address: string, list: readonly string[]): boolean {
  const known = new BlockList()
  for (const one of list) {
    const [network = '', prefix] = one.split('/')
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) known.addAddress(network, family)
    else known.addSubnet(network, Number(prefix), family)
  }
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return isIP(plain) !== 0 && known.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

function parser<T>(read: (text: string) => T | null, says: string): Parse<T> {
  return (text) => {
    const value = read(text)
    return value === null || value === undefined ? refuse('config.value', says) : ok(value)
  }
}
