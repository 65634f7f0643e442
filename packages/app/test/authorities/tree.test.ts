import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import pg from 'pg'
import { addAuthority } from '../../src/authorities/add-authority.js'
import { importAuthorities } from '../../src/authorities/import/import-authorities.js'
import { previewImport } from '../../src/authorities/import/preview-import.js'
import {
  type AuthorityLine,
  type AuthorityPage,
  listAuthorities,
  pageOf,
} from '../../src/authorities/list-authorities.js'
import { moveAuthority } from '../../src/authorities/move-authority.js'
import { renameAuthority } from '../../src/authorities/rename-authority.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion, type Region } from '../support/platform.js'
import { ANY_SERVER } from '../support/servers.js'
import { added, code, seeded, TODAY, value } from './support.js'

const WHEN = { happenedOn: TODAY, reason: '机构改革方案' }

// The servers do not know of each other: both are tried at the same time.
describe('机关树', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      it('一千个机关：划转一支，其下各级的路径随之改变', async () => {
        const region = await newRegion(server)
        const { platform, administrator: by, founded } = region
        await grow(region, 1000)
        const before = await everything(region)
        assert.equal(before.length, 1001)
        const byName = new Map(before.map((line) => [line.name, line]))
        const branch = byName.get('机关2')
        const target = byName.get('机关3')
        assert.ok(branch && target)
        const below = before.filter(({ path }) => path.includes(branch.id))
        assert.ok(below.length > 100)
        const move = { authorityId: branch.id, version: 1, parentId: target.id, ...WHEN }
        value(await moveAuthority(platform, by, move))
        const after = await everything(region)
        for (const { id, path } of after) {
          const old = before.find((line) => line.id === id)?.path ?? []
          const isMoved = old.includes(branch.id)
          const rest: readonly string[] = isMoved ? old.slice(old.indexOf(branch.id)) : old
          const start: readonly string[] = isMoved ? [founded.authorityId, target.id] : []
          assert.deepEqual(path, [...start, ...rest])
        }
        await region.close()
      })

      it('any number of moves, also two at once: a path is always the chain of parents', async () => {
        const region = await newRegion(server)
        const { platform, administrator: by } = region
        await grow(region, 60)
        const next = seeded(20_260_105)
        const codes: (string | null)[] = []
        for (let round = 0; round < 60; round++) {
          const lines = await everything(region)
          const moves = [0, 1].map(() => {
            const one = lines[next(lines.length)]
            const parent = lines[next(lines.length)]
            assert.ok(one && parent)
            const { id, version } = one
            return { authorityId: id, version, parentId: parent.id, ...WHEN }
          })
          const results = await Promise.all(moves.map((move) => moveAuthority(platform, by, move)))
          codes.push(...results.map(code))
          checkPaths(await everything(region))
        }
        const kinds = new Set(codes)
        assert.ok(codes.filter((one) => one === null).length > 60)
        assert.ok(kinds.has('authority.below-itself'))
        await region.close()
      })

      it('列表按树的次序分页，不重不漏，也可只看一支、一层、一类', async () => {
        const region = await newRegion(server)
        await grow(region, 120)
        const all = await everything(region)
        const paged = await pages(region, { limit: 7 })
        assert.deepEqual(
          paged.map(({ id }) => id),
          all.map(({ id }) => id),
        )
        for (const [index, line] of paged.entries()) {
          const parentAt = paged.findIndex(({ id }) => id === line.parentId)
          assert.ok(parentAt < index, '上级在前')
          assert.equal(line.subordinates, all.filter(({ parentId }) => parentId === line.id).length)
        }
        const branch = all.find(({ name }) => name === '机关2')
        assert.ok(branch)
        const within = all.filter(({ id, path }) => path.includes(branch.id) && id !== branch.id)
        const below = { authorityId: branch.id, isDirect: false }
        assert.deepEqual(idsOf(await pages(region, { limit: 5, below })), idsOf(within))
        const direct = within.filter(({ parentId }) => parentId === branch.id)
        assert.deepEqual(
          idsOf(await pages(region, { limit: 5, below: { ...below, isDirect: true } })),
          idsOf(direct),
        )
        assert.deepEqual(
          (await pages(region, { limit: 5, kind: 'government' })).map(({ name }) => name),
          ['云岭县人民政府'],
        )
        assert.deepEqual(await pages(region, { limit: 5, level: 'township' }), [])
        await region.close()
      })

      it('查找：名称、简称、曾用名、信用代码；已撤销的另列', async () => {
        const region = await newRegion(server)
        const { platform, administrator: by, founded } = region
        const creditCode = '11530199000000001F'
        const one = await added(region, '云岭县环境保护局', undefined, {
          shortName: '环保局',
          creditCode,
        })
        await added(region, '云岭县财政局')
        const rename = {
          authorityId: one.id,
          version: 1,
          name: '云岭县生态环境局',
          shortName: null,
        }
        value(await renameAuthority(platform, by, { ...rename, ...WHEN }))
        for (const search of ['境', '生态', '环境保护', creditCode]) {
          const found = await pages(region, { limit: 5, search })
          assert.deepEqual(idsOf(found), [one.id], search)
        }
        // Its short name went with its name; a sign of a pattern is a sign.
        for (const search of ['环保', '生态%']) {
          assert.deepEqual(await pages(region, { limit: 5, search }), [], search)
        }
        assert.equal((await pages(region, { limit: 5, state: 'existing' })).length, 3)
        assert.deepEqual(await pages(region, { limit: 5, state: 'dissolved' }), [])
        const nowhere = { authorityId: platform.tenantId, isDirect: true }
        const missing = await listAuthorities(platform, null, { limit: 5, below: nowhere })
        assert.equal(code(missing), 'authority.not-found')
        const parentId = platform.tenantId
        const details = { name: '无上级', kind: 'other', level: 'county' } as const
        assert.equal(
          code(await addAuthority(platform, by, { parentId, details })),
          'authority.not-found',
        )
        assert.notEqual(founded.authorityId, parentId)
        await region.close()
      })

      it('a late page and a branch are read from the index, under row-level security too', async () => {
        const region = await newRegion(server)
        const { platform, founded } = region
        await grow(region, 1000)
        const owner = new pg.Client({ connectionString: region.url })
        await owner.connect()
        await owner.query('analyze gongkai.authority')
        await owner.end()
        const lines = await everything(region)
        const place = (index: number) => lines[index]?.path.join('/') ?? ''
        const late = await planOf(
          region,
          pageOf(platform.tenantId, { limit: 20, after: place(950) }, null),
        )
        assert.match(late, /Index Cond: .*place > /)
        const top = place(lines.findIndex(({ name }) => name === '机关3'))
        const below = { authorityId: founded.authorityId, isDirect: false }
        const branch = await planOf(region, pageOf(platform.tenantId, { limit: 20, below }, top))
        assert.match(branch, /Index Cond: .*place > .*place < /)
        // Few are looked up, many are met on a walk.
        for (const [search, found] of [
          ['关99', 11],
          ['9', 271],
        ] as const) {
          const asked = { limit: 5000, search, total: true }
          const { lines, total } = value(await listAuthorities(platform, null, asked))
          assert.deepEqual([lines.length, total], [found, found], search)
          assert.ok(lines.every(({ name }) => name.includes(search)))
        }
        await region.close()
      })
    })
  }
})

type Line = AuthorityLine & { readonly path: readonly string[] }

/** Departments 机关1, 机关2 … below the government and below each other, eight below each. */
async function grow({ platform, administrator }: Region, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const parent = number <= 8 ? '云岭县人民政府' : `机关${Math.ceil(number / 8)}`
    return { number: number + 1, cells: [`机关${number}`, parent, '政府部门', '县级'] }
  })
  const input = [{ number: 1, cells: ['机关名称', '上级机关', '类型', '层级'] }, ...rows]
  const { digest } = value(await previewImport(platform, administrator, input))
  const done = value(await importAuthorities(platform, administrator, { input, digest }))
  assert.deepEqual(done, { added: count, changed: 0, unchanged: 0, wrong: 0 })
}

async function everything(region: Region): Promise<readonly Line[]> {
  const { platform } = region
  const { lines } = value(await listAuthorities(platform, null, { limit: 5000 }))
  const paths = value(
    await transact(platform, null, async ({ tx }) =>
      ok(await tx.selectFrom('authority').select(['id', 'path']).execute()),
    ),
  )
  const pathOf = new Map(paths.map(({ id, path }) => [id, path]))
  return lines.map((line) => ({ ...line, path: pathOf.get(line.id) ?? [] }))
}

async function pages(region: Region, query: Parameters<typeof listAuthorities>[2]) {
  const lines: AuthorityLine[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: AuthorityPage = value(
      await listAuthorities(region.platform, null, { ...query, ...(after && { after }) }),
    )
    assert.ok(page.lines.length <= query.limit)
    lines.push(...page.lines)
    after = page.next
  }
  return lines
}

function checkPaths(lines: readonly Line[]): void {
  const byId = new Map(lines.map((line) => [line.id, line]))
  for (const line of lines) {
    const chain: string[] = []
    for (let at: Line | undefined = line; at; at = byId.get(at.parentId ?? '')) {
      chain.unshift(at.id)
      assert.ok(chain.length <= lines.length, '环')
    }
    assert.deepEqual(line.path, chain)
  }
}

function idsOf(lines: readonly AuthorityLine[]): readonly string[] {
  return lines.map(({ id }) => id)
}

async function planOf({ platform }: Region, page: ReturnType<typeof pageOf>): Promise<string> {
  return value(
    await transact(platform, null, async ({ tx }) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${page}`.execute(tx)
      return ok(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }),
  )
}
