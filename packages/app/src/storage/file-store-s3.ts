import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from './file-store.js'

export type S3Place = {
  /** With the bucket, and a folder in it where one is wanted: `https://s3.example.gov.cn/gongkai`. */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

const DIGEST = /^[0-9a-f]{64}$/
const RETRIES = 2
const PATIENCE_MS = 120_000
/** No service gives more keys at once. */
const MOST_KEYS = 1000

/**
 * A store in a bucket of an S3 service. Each request carries the digest of its content, which the service holds against what comes; an object is
 * there whole or not at all. Throws where the service does not answer, or answers that it may not be done.
 */
export function s3Store({ url, region, keyId, secret }: S3Place, pageKeys = MOST_KEYS): FileStore {
  const client = new AwsClient({
    ...{ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region },
    retries: RETRIES,
  })
  const [bucket, prefix] = partsOf(url)
  const keyOf = (digest: string) => `${prefix}${digest.slice(0, 2)}/${digest}`
  const ask = (method: string, key: string, body?: Uint8Array<ArrayBuffer>, hash = NOTHING) =>
    client.fetch(`${bucket}/${key}`, {
      method,
      headers: { 'x-amz-content-sha256': hash },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body && { body }),
    })
  return {
    async put(bytes) {
      const digest = sha256(bytes)
      const found = await ask('HEAD', keyOf(digest))
      if (found.ok) return digest
      if (found.status !== 404) throw failed('looked up', found.status)
      const kept = await ask('PUT', keyOf(digest), new Uint8Array(bytes), digest)
      if (!kept.ok) throw failed('kept', kept.status)
      return digest
    },
    async get(digest) {
      if (!DIGEST.test(digest)) return null
      const answer = await ask('GET', keyOf(digest))
      // That there is no bucket does not say that the file was never kept.
      if (answer.status === 404 && !(await answer.clone().text()).includes('NoSuchBucket'))
        return null
      if (!answer.ok) throw failed('read', answer.status)
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (sha256(bytes) === digest) return bytes
      throw new Error(`the file ${digest} is no longer what was kept`)
    },
    // An object is there whole or not at all.
    async sweep() {},
    async remove(digest) {
      if (!DIGEST.test(digest)) return
      const answer = await ask('DELETE', keyOf(digest))
      if (!answer.ok && answer.status !== 404) throw failed('removed', answer.status)
    },
    async *digests() {
      for (let marker = ''; ; ) {
        // The first way to list, which every service knows: the next page begins after the last key of this one.
        const query = { prefix, marker, 'max-keys': `${pageKeys}` }
        const answer = await ask('GET', `?${new URLSearchParams(query)}`)
        if (!answer.ok) throw failed('listed', answer.status)
        const page = await answer.text()
        const keys = [...page.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)
        for (const key of keys) {
          const name = key.slice(key.lastIndexOf('/') + 1)
          if (DIGEST.test(name)) yield name
        }
        marker = keys.at(-1) ?? ''
        if (marker === '' || !page.includes('<IsTruncated>true<')) return
      }
    },
  }
}

const NOTHING = sha256(new Uint8Array())

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bucket, and what keys in it begin with. */
function partsOf(url: string): readonly [bucket: string, prefix: string] {
  const { origin, pathname } = new URL(url)
  const [bucket = '', ...folders] = pathname.split('/').filter((part) => part !== '')
  return [`${origin}/${bucket}`, folders.map((folder) => `${folder}/`).join('')]
}

/** What the service answered is not repeated: it may name keys. */
function failed(done: string, status: number): Error {
  return new Error(`the file was not ${done}: the S3 service answered ${status}`)
}
