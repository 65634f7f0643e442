import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Context } from 'hono'
import type { Env } from './answers.js'

/** The built console: its page, and what the page loads. */
export type ConsoleFiles = {
  /** HTML with `__NONCE__` where the nonce of the answer belongs. */
  readonly page: string
  /** By name, without a folder: names carry a digest of their content. */
  readonly assets: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** Reads the built console once; throws where it has not been built. */
export async function loadConsole(folder: string): Promise<ConsoleFiles> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8')
  const names = [...page.matchAll(/\/assets\/([^"]+)"/g)].map(([, name = '']) => name)
  const all = await readdir(path.join(folder, 'assets'))
  const assets = all.map(
    async (name) =>
      [name, new Uint8Array(await readFile(path.join(folder, 'assets', name)))] as const,
  )
  const missing = names.filter((name) => !all.includes(name))
  if (missing.length > 0) throw new Error(`The built console lacks ${missing.join(', ')}`)
  return { page, assets: new Map(await Promise.all(assets)) }
}

/** The page with the nonce of this answer. */
export function answerPage(c: Context<Env>, { page }: ConsoleFiles): Response {
  const nonce = c.get('secureHeadersNonce') ?? ''
  return c.body(page.replaceAll('__NONCE__', nonce), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A file that the page loads, to be kept for good; null where there is none such. */
export function answerAsset(c: Context<Env>, { assets }: ConsoleFiles, name: string) {
  const bytes = assets.get(name)
  if (!bytes) return null
  return c.body(bytes, 200, {
    'Content-Type': MEDIA_TYPES[path.extname(name)] ?? 'application/octet-stream',
    'Cache-Control': 'public, max-age=31536000, immutable',
  })
}
