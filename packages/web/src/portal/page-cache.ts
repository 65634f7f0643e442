import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** A page as it goes out. */
export type Rendered = {
  readonly status: 200 | 302 | 404 | 410 | 503
  readonly html: string
  /** Where it stands now; null for here. */
  readonly location: string | null
  /** Whether it may be kept: not where a stranger chooses what it shows. */
  readonly isKept: boolean
}

export type Kept = Pick<Rendered, 'status' | 'location'> & {
  readonly etag: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
}

export type PageCache = {
  /** The page of this address at this stamp: as it was made before, or made now; once for all that ask at the same time. */
  readonly page: (stamp: string, key: string, render: () => Promise<Rendered>) => Promise<Kept>
}

const pack = promisify(gzip)

/** Keeps pages up to so many bytes, those that were asked for last; another stamp empties it. */
export function newPageCache(mostBytes: number): PageCache {
  let stamp = ''
  let pages = newPages(mostBytes)
  return {
    page(at, key, render) {
      if (at !== stamp) {
        stamp = at
        // What is still being made goes to those who asked for it, and is kept by nobody.
        pages = newPages(mostBytes)
      }
      return pages.page(key, render)
    },
  }
}

function newPages(mostBytes: number) {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<Kept>>()
  let bytes = 0

  function keep(key: string, page: Kept): void {
    kept.set(key, page)
    bytes += sizeOf(page)
    for (const [oldest, old] of kept) {
      if (bytes <= mostBytes) return
      kept.delete(oldest)
      bytes -= sizeOf(old)
    }
  }

  async function make(key: string, render: () => Promise<Rendered>): Promise<Kept> {
    try {
      const rendered = await render()
      const page = await keptOf(rendered)
      if (rendered.isKept) keep(key, page)
      return page
    } finally {
      making.delete(key)
    }
  }

  return {
    async page(key: string, render: () => Promise<Rendered>): Promise<Kept> {
      const there = kept.get(key)
      if (there) {
        // The last asked for stands last.
        kept.delete(key)
        kept.set(key, there)
        return there
      }
      const made = making.get(key) ?? make(key, render)
      making.set(key, made)
      return made
    },
  }
}

function sizeOf({ bytes, packed }: Kept): number {
  return bytes.length + packed.length
}

async function keptOf({ status, location, html }: Rendered): Promise<Kept> {
  const bytes = new TextEncoder().encode(html)
  const packed = new Uint8Array(await pack(bytes))
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { status, location, etag: `"${digest}"`, bytes, packed }
}
