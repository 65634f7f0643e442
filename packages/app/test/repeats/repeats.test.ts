import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { claimRequest, dropClaim, keepAnswer } from '../../src/repeats/claim-request.js'
import { countTries } from '../../src/sessions/count-try.js'
import { openDatabase } from '../../src/storage/open-database.js'
import { transact } from '../../src/storage/transact.js'
import { asOwner, codeOf, granted } from '../collection/support.js'
import { later } from '../people/signed-in.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'

const ANSWER = { status: 201, headers: {}, body: Buffer.from('一次性链接').toString('base64') }
const SECONDS = { gone: 3 * 60, day: 24 * 3600 }

const [server] = SERVERS

describe('同一请求只办理一次', () => {
  let region: Region
  before(async () => {
    assert.ok(server)
    region = await newRegion(server)
  })
  after(() => region.close())

  const digest = (text: string) => createHash('sha256').update(text).digest()
  const claimAt = (seconds: number, key: string, asked = '请求') => {
    const { personId } = region.founded
    return claimRequest(later(region.platform, seconds), { personId, key, digest: digest(asked) })
  }
  const claimed = async (key: string, seconds = 0) => {
    const given = granted(await claimAt(seconds, key))
    assert.ok('claim' in given)
    return given.claim
  }
  /** A command that writes, in the transaction in which it is claimed. */
  const work = (claim: Awaited<ReturnType<typeof claimed>>) =>
    transact({ ...region.platform, claim }, region.administrator, async ({ record }) => {
      const subject = { kind: 'person', id: region.founded.personId }
      record({ as: null, name: 'worked', subject, authorityId: null, detail: {} })
      return ok(null)
    })

  it('办理后进程即被终止的，不再办理，也不当作没有办理', async () => {
    await work(await claimed('killed-after'))
    assert.equal(codeOf(await claimAt(SECONDS.gone, 'killed-after')), 'idempotency.done')
  })

  it('办理前进程即被终止的，稍后可以接着办理；原来的即使还在，也办不成', async () => {
    const first = await claimed('killed-before')
    assert.equal(codeOf(await claimAt(60, 'killed-before')), 'idempotency.under-way')
    const second = await claimed('killed-before', SECONDS.gone)
    await assert.rejects(work(first), /taken over/)
    await work(second)
  })

  it('失败的可以立即重发；换了内容的不行', async () => {
    await dropClaim(region.platform, await claimed('failed'))
    await claimed('failed')
    assert.equal(codeOf(await claimAt(0, 'failed', '另一请求')), 'idempotency.other-request')
  })

  it('答复密封保存，一天后清除', async () => {
    const { platform } = region
    const key = 'key-of-a-secret-answer'
    await keepAnswer(platform, key, await claimed(key), ANSWER)
    assert.deepEqual(granted(await claimAt(SECONDS.day - 1, key)), { answer: ANSWER })
    const kept =
      "select encode(answer, 'escape') as answer, encode(key_hash, 'escape') as key from gongkai.repeat"
    const rows = await asOwner(region, kept)
    assert.ok(rows.some(({ answer }) => answer !== null))
    for (const row of rows) {
      assert.ok(!JSON.stringify(row).includes(key) && !row.answer?.includes(ANSWER.body))
    }
    await claimed(key, SECONDS.day + SECONDS.gone)
    assert.equal((await asOwner(region, kept)).length, 1)
  })

  it('两个进程的尝试次数合并计算，到时重新计算', async () => {
    const { platform, url } = region
    const other = openDatabase(url, 2)
    const beside = { ...platform, db: other.db }
    const tries = [{ key: 'sign-in as x', limit: { most: 4, minutes: 15 } }]
    for (const each of [platform, beside, platform, beside]) {
      assert.equal(await countTries(each, tries), null)
    }
    const until = new Date(platform.now().getTime() + 15 * 60_000)
    assert.deepEqual(await countTries(beside, tries), until)
    assert.deepEqual(await countTries(platform, tries), until)
    assert.equal(await countTries(later(beside, 15 * 60), tries), null)
    await other.close()
  })
})
