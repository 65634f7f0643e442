import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { exportLog, installationOf, verifyLogFile, withInstallation } from '@gongkai/app'

/** Exports the log beside the running service and verifies it; how many events it holds. Throws where the chain is broken. */
export async function verifyChain(
  folder: string,
  databaseUrl: string | null = null,
): Promise<number> {
  let log = ''
  const place = installationOf({ databaseUrl, data: folder, keyFile: null }, folder)
  const exported = await withInstallation(place, true, ({ url, key }) =>
    exportLog({
      ...{ url, key, format: 'ndjson', exportedAt: new Date() },
      write: async (text) => {
        log += text
      },
    }),
  )
  assert.ok(exported.ok, exported.ok ? '' : exported.refusal.message)
  const verdict = await verifyLogFile(linesOf(log))
  assert.ok(verdict.ok)
  assert.equal(verdict.value.broken, null)
  return verdict.value.events
}

async function* linesOf(log: string): AsyncGenerator<string> {
  yield* Readable.from(log.split('\n').filter((line) => line !== ''))
}
