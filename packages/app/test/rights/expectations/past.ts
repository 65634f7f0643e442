import { randomUUIDv7 } from 'node:crypto'
import { checkAll } from '../../../src/collection/bulk-check.js'
import { readOwnShare, saveOwnShare } from '../../../src/collection/own-share.js'
import { checkPast } from '../../../src/past/check-past.js'
import { acceptReadyPast, decidePast } from '../../../src/past/decide-past.js'
import { listPast, readPastImport, readPastItem } from '../../../src/past/list-past.js'
import { readPastAgain } from '../../../src/past/read-again.js'
import { readPastFile } from '../../../src/past/read-past-file.js'
import { startImport } from '../../../src/past/start-import.js'
import { madeReport } from '../../collection/made.js'
import { asOwner, goodReport } from '../../collection/support.js'
import type { Tree } from '../../people/tree.js'
import { type Expectation, hereAndAbove } from '../expectation.js'

const SUPERVISORS = hereAndAbove('supervisingOfficer')
const READERS = hereAndAbove('supervisingOfficer', 'auditor')
const DRAFTERS: Expectation['may'] = { own: ['disclosureOfficer'] }
const DIGEST = '0'.repeat(64)

/** An import of `own` with one file that could not be read. */
async function given(tree: Tree) {
  const { platform, places } = tree
  const [importId, itemId] = [randomUUIDv7(), randomUUIDv7()]
  await asOwner(
    tree,
    `insert into gongkai.past_import values ('${platform.tenantId}', '${importId}', '${places.own}', '${places.own}', now());
     insert into gongkai.past_item (tenant_id, id, import_id, authority_id, file, digest, state)
       values ('${platform.tenantId}', '${itemId}', '${importId}', '${places.own}', '旧报告.doc', '${DIGEST}', 'review')`,
  )
  return { importId, itemId }
}

async function ownReport(tree: Tree) {
  const { own } = tree.places
  return madeReport(tree, { collector: own, authority: own }, 'draft')
}

export const PAST: readonly Expectation[] = [
  {
    useCase: 'startImport',
    may: SUPERVISORS,
    attempt: ({ platform, places }, actor) =>
      startImport(platform, actor, {
        authorityId: places.own,
        files: [{ name: '旧报告.doc', digest: DIGEST }],
      }),
  },
  {
    useCase: 'listPast',
    may: READERS,
    attempt: ({ platform, places }, actor) =>
      listPast(platform, actor, { authorityId: places.own }),
  },
  {
    useCase: 'readPastItem',
    may: READERS,
    async attempt(tree, actor) {
      return readPastItem(tree.platform, actor, (await given(tree)).itemId)
    },
  },
  {
    useCase: 'readPastFile',
    may: READERS,
    async attempt(tree, actor) {
      const files = { get: async () => Buffer.from('旧报告') }
      return readPastFile(tree.platform, actor, (await given(tree)).itemId, files)
    },
  },
  {
    useCase: 'readPastAgain',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { itemId } = await given(tree)
      const settled = { targetId: null, reportYear: null }
      return readPastAgain(tree.platform, actor, { itemId, version: 1, ...settled })
    },
  },
  {
    useCase: 'checkPast',
    may: READERS,
    async attempt(tree, actor) {
      const { itemId } = await given(tree)
      const reading = JSON.stringify(goodReport('云岭县财政局', 2022))
      await asOwner(tree, `update gongkai.past_item set reading = $2 where id = $1`, [
        itemId,
        reading,
      ])
      const command = { itemId, targetId: null, reportYear: null }
      return checkPast(tree.platform, actor, command)
    },
  },
  {
    useCase: 'readPastImport',
    may: READERS,
    async attempt(tree, actor) {
      return readPastImport(tree.platform, actor, (await given(tree)).importId)
    },
  },
  {
    useCase: 'decidePast',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { itemId } = await given(tree)
      const decision = { kind: 'discard', reason: '不是年度报告' } as const
      return decidePast(tree.platform, actor, { itemId, version: 1, decision })
    },
  },
  {
    useCase: 'acceptReadyPast',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      return acceptReadyPast(tree.platform, actor, (await given(tree)).importId)
    },
  },
  {
    useCase: 'checkAll',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { collectionId } = await ownReport(tree)
      return checkAll(tree.platform, actor, { collectionId })
    },
  },
  {
    useCase: 'saveOwnShare',
    may: DRAFTERS,
    async attempt(tree, actor) {
      const { reportId } = await ownReport(tree)
      return saveOwnShare(tree.platform, actor, { reportId, version: 0, cells: [] })
    },
  },
  {
    useCase: 'readOwnShare',
    may: DRAFTERS,
    async attempt(tree, actor) {
      return readOwnShare(tree.platform, actor, (await ownReport(tree)).reportId)
    },
  },
]
