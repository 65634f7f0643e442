import { isIPv6 } from 'node:net'
import { belongsTo } from '@gongkai/app'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The address that a request came from: that of the connection, or, where that is a proxy we trust, the last in X-Forwarded-For that is none.
 * Null where there is no connection.
 */
export function clientAddress(c: Context, proxies: readonly string[]): string | null {
  const direct = c.env?.incoming ? getConnInfo(c).remote.address : undefined
  if (direct === undefined) return null
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  const hops = [...forwarded.filter((one) => one !== ''), direct]
  const foreign = hops.findLast((address) => !belongsTo(address, proxies))
  return plain(foreign ?? hops[0] ?? direct)
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '').slice(0, 45)
}

/** What is counted as one: of IPv6 a network of 64 bits, which is what one household or one machine is given. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter((part) => part !== '')
  const after = tail.split(':').filter((part) => part !== '')
  const gap = address.includes('::') ? Array(8 - before.length - after.length).fill('0') : []
  return [...before, ...gap, ...after].slice(0, 4).join(':')
}
