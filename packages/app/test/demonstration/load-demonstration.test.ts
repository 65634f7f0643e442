import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { board } from '../../src/collection/board.js'
import type { Platform } from '../../src/context.js'
import {
  type Demonstration,
  type LoadProgress,
  loadDemonstration,
} from '../../src/demonstration/load-demonstration.js'
import { AUTHORITIES } from '../../src/demonstration/tree.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { exportLog } from '../../src/records/export-log.js'
import { verifyLogFile } from '../../src/records/verify-log-file.js'
import { ROLE_IDS, ROLES } from '../../src/rights/roles.js'
import { actorOfSession } from '../../src/sessions/actor-of-session.js'
import { readMe } from '../../src/sessions/read-me.js'
import { signIn } from '../../src/sessions/sign-in.js'
import { newSetUpCode } from '../../src/setup/set-up-code.js'
import { folderStore } from '../../src/storage/file-store.js'
import { transact } from '../../src/storage/transact.js'
import { codeOf, granted } from '../collection/support.js'
import { newDatabase } from '../support/database.js'
import { newFolder, SERVERS } from '../support/servers.js'

const [EMBEDDED] = SERVERS
const NOW = new Date('2026-11-22T02:00:00.000Z')

/** Breaks the loading off in the middle of the year's reports. */
function endsAt(step: number) {
  return ({ done }: LoadProgress) => {
    if (done === step) throw new Error('the process ends')
  }
}

describe('演示数据', () => {
  let platform: Platform
  let url: string
  let close: () => Promise<void>
  let loaded: Demonstration
  const told: LoadProgress[] = []
  before(async () => {
    if (!EMBEDDED) throw new Error('no server')
    const database = await newDatabase(EMBEDDED)
    ;({ url, close } = database)
    const code = newSetUpCode()
    const key = { id: 'test', bytes: Buffer.alloc(32, 7) }
    const base = { db: database.db, key, now: () => NOW }
    const files = folderStore(newFolder())
    // Enough for every state; the whole county only takes longer.
    const authorities = AUTHORITIES.slice(0, 24)
    const options = { files, authorities, progress: (one: LoadProgress) => told.push(one) }
    const wrong = await loadDemonstration(base, code, { ...options, code: 'wrong' })
    assert.equal(codeOf(wrong), 'set-up.code')
    const killed = { ...options, code: code.text, progress: endsAt(40) }
    await assert.rejects(loadDemonstration(base, code, killed), /the process ends/)
    // What begins again finds nothing of what was broken off.
    loaded = granted(await loadDemonstration(base, code, { ...options, code: code.text }))
    const again = await loadDemonstration(base, code, { ...options, code: code.text })
    assert.equal(codeOf(again), 'set-up.code')
    platform = { ...base, tenantId: loaded.tenantId }
  })
  after(() => close())

  it('every role signs in with the one password that is shown', async () => {
    assert.deepEqual(
      loaded.people.map(({ role }) => role).toSorted(),
      ROLE_IDS.map((role) => ROLES[role].label).toSorted(),
    )
    for (const { login } of loaded.people) {
      const { password } = loaded
      const given = { login, password, code: null, address: null, agent: null }
      const { token } = granted(await signIn(platform, given))
      const session = await actorOfSession(platform, token)
      assert.ok(session)
      const me = await readMe(platform, session)
      assert.deepEqual(me.region, { name: '云岭县', demonstration: true })
      assert.equal(me.holdings.length, 1)
    }
  })

  it('the boards of three years show every state, what failed its check, and what was late', async () => {
    const session = async (login: string) => {
      const given = { login, password: loaded.password, code: null, address: null, agent: null }
      const active = await actorOfSession(platform, granted(await signIn(platform, given)).token)
      return active?.actor ?? assert.fail()
    }
    const supervisor = await session('zhuguan')
    // Of what was told in the course of the year only the newest stands unread.
    const notices = granted(await listNotices(platform, supervisor, {}))
    assert.deepEqual([notices.unread, notices.notices.length > 10], [3, true])
    const { value: collections } = await transact(platform, supervisor, async ({ tx }) =>
      ok(await tx.selectFrom('collection').select('id').orderBy('report_year').execute()),
    )
    const boards: Record<string, number>[] = []
    for (const { id } of collections) {
      const { rows } = granted(await board(platform, supervisor, { collectionId: id, limit: 1000 }))
      const late = rows.filter(({ state, daysLate }) => state === 'published' && daysLate > 0)
      boards.push({
        ...Object.fromEntries(
          Object.entries(Object.groupBy(rows, ({ state }) => state)).map(([state, of]) => [
            state,
            of.length,
          ]),
        ),
        late: late.length,
        failed: rows.filter(({ checksFailed }) => checksFailed).length,
      })
    }
    assert.deepEqual(boards, [
      { published: 25, late: 0, failed: 0 },
      { published: 25, late: 0, failed: 0 },
      {
        ...{ notStarted: 2, draft: 5, submitted: 2, returned: 2, accepted: 4, published: 10 },
        ...{ late: 2, failed: 2 },
      },
    ])
  })

  it('the log verifies from its first event', async () => {
    const lines: string[] = []
    const write = async (line: string) => lines.push(line)
    granted(await exportLog({ url, key: null, format: 'ndjson', exportedAt: NOW, write }))
    async function* each() {
      yield* lines
    }
    const verdict = granted(await verifyLogFile(each()))
    assert.equal(verdict.broken, null)
    assert.ok(verdict.events > 200)
  })

  it('the progress that is told ends where it should', () => {
    const last = told.at(-1)
    assert.ok(last && last.total > 50)
    assert.equal(last.done, last.total)
  })
})
