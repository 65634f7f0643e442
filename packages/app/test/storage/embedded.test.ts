import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseWords } from '../../src/storage/database-words.js'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.js'
import { childrenOf, postmasterOf } from '../support/cluster.js'
import { newFolder } from '../support/servers.js'

it('a server that ends at once is not waited for; once it can start, it is there', async () => {
  const folder = newFolder()
  const settings = path.join(folder, 'database', 'postgresql.conf')
  const start = async () => {
    const started = await startEmbedded(folder)
    assert.ok(started.ok)
    await started.value.stop()
  }
  await start()
  const good = readFileSync(settings, 'utf8')
  writeFileSync(settings, 'no_such_setting = 1\n')
  const answer = start().then(() => 'started', databaseWords)
  const first = await Promise.race([answer, wait(30_000, 'still waiting', { ref: false })])
  assert.match(first ?? '', /^自带的数据库没有启动/)
  writeFileSync(settings, good)
  await start()
})

it('a server that was killed is started again as soon as its last process has ended', async () => {
  const folder = newFolder()
  const first = await startEmbedded(folder)
  assert.ok(first.ok)
  const postmaster = postmasterOf(path.join(folder, 'database'))
  const [child] = childrenOf(postmaster)
  assert.ok(child)
  // It neither works nor ends, and keeps the memory of the server that it belongs to.
  process.kill(child, 'SIGSTOP')
  process.kill(postmaster, 'SIGKILL')
  const again = startEmbedded(folder)
  await wait(3000)
  process.kill(child, 'SIGCONT')
  const second = await again
  assert.ok(second.ok)
  await second.value.stop()
})
