import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { addAuthority } from '../../src/authorities/add-authority.js'
import type { Authority } from '../../src/authorities/authority.js'
import { changeAuthority } from '../../src/authorities/change-authority.js'
import { dissolveAuthority } from '../../src/authorities/dissolve-authority.js'
import { getAuthority } from '../../src/authorities/get-authority.js'
import { previewImport } from '../../src/authorities/import/preview-import.js'
import { listAuthorities } from '../../src/authorities/list-authorities.js'
import { mergeAuthorities } from '../../src/authorities/merge-authorities.js'
import { moveAuthority } from '../../src/authorities/move-authority.js'
import { renameAuthority } from '../../src/authorities/rename-authority.js'
import { splitAuthority } from '../../src/authorities/split-authority.js'
import type { Actor } from '../../src/context.js'
import { ROLE_IDS } from '../../src/rights/roles.js'
import type { Schema } from '../../src/storage/schema.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'
import { added, code, eventsOf, holder, TODAY, value } from './support.js'

const WHEN = { happenedOn: TODAY, reason: '机构改革方案' }
const DETAILS = { kind: 'department', level: 'county' } as const

/** 财政局 with two offices below it, 教育局 with one. */
type Places = {
  readonly root: string
  readonly own: Authority
  readonly office: Authority
  readonly second: Authority
  readonly sibling: Authority
  readonly foreign: Authority
}

type Trial = (region: Region, by: Actor, places: Places) => Promise<string | null>

const refTo = ({ id, version }: Authority) => ({ authorityId: id, version })
const existing = (one: Authority) => ({ kind: 'existing', ...refTo(one) }) as const
const fresh = (parentId: string, name = '云岭县新设局') =>
  ({ kind: 'new', parentId, details: { ...DETAILS, name } }) as const

/** Each use case on an office of 财政局, all within 财政局. */
const WITHIN: Readonly<Record<string, Trial>> = {
  addAuthority: async ({ platform }, by, { office }) =>
    code(await addAuthority(platform, by, { ...fresh(office.id) })),
  changeAuthority: async ({ platform }, by, { office }) =>
    code(await changeAuthority(platform, by, { ...refTo(office), details: { phone: '1' } })),
  renameAuthority: async ({ platform }, by, { office }) =>
    code(
      await renameAuthority(platform, by, {
        ...refTo(office),
        ...WHEN,
        name: '新',
        shortName: null,
      }),
    ),
  moveAuthority: async ({ platform }, by, { office, second }) =>
    code(await moveAuthority(platform, by, { ...refTo(office), ...WHEN, parentId: second.id })),
  mergeAuthorities: async ({ platform }, by, { office, second }) =>
    code(
      await mergeAuthorities(platform, by, {
        ...WHEN,
        authorities: [refTo(office)],
        into: existing(second),
      }),
    ),
  splitAuthority: async ({ platform }, by, { office, own }) =>
    code(
      await splitAuthority(platform, by, {
        ...refTo(office),
        ...WHEN,
        continues: true,
        into: [fresh(own.id)],
      }),
    ),
  dissolveAuthority: async ({ platform }, by, { office, own }) =>
    code(await dissolveAuthority(platform, by, { ...refTo(office), ...WHEN, dutiesTo: own.id })),
}

/** What reaches from 财政局 into 教育局 or above: the second right is missing. */
const ACROSS: Readonly<Record<string, Trial>> = {
  'moveAuthority 划到他处': async ({ platform }, by, { office, sibling }) =>
    code(await moveAuthority(platform, by, { ...refTo(office), ...WHEN, parentId: sibling.id })),
  'mergeAuthorities 并入他处': async ({ platform }, by, { office, foreign }) =>
    code(
      await mergeAuthorities(platform, by, {
        ...WHEN,
        authorities: [refTo(office)],
        into: existing(foreign),
      }),
    ),
  'mergeAuthorities 并他处的机关': async ({ platform }, by, { office, foreign }) =>
    code(
      await mergeAuthorities(platform, by, {
        ...WHEN,
        authorities: [refTo(foreign)],
        into: existing(office),
      }),
    ),
  'mergeAuthorities 在上级组建': async ({ platform }, by, { office, second, root }) =>
    code(
      await mergeAuthorities(platform, by, {
        ...WHEN,
        authorities: [refTo(office), refTo(second)],
        into: fresh(root),
      }),
    ),
  'splitAuthority 分给他处': async ({ platform }, by, { office, foreign }) =>
    code(
      await splitAuthority(platform, by, {
        ...refTo(office),
        ...WHEN,
        continues: true,
        into: [existing(foreign)],
      }),
    ),
  'splitAuthority 在上级新设': async ({ platform }, by, { office, root }) =>
    code(
      await splitAuthority(platform, by, {
        ...refTo(office),
        ...WHEN,
        continues: true,
        into: [fresh(root)],
      }),
    ),
  'dissolveAuthority 由他处承接': async ({ platform }, by, { office, foreign }) =>
    code(
      await dissolveAuthority(platform, by, { ...refTo(office), ...WHEN, dutiesTo: foreign.id }),
    ),
}

// The servers do not know of each other: both are tried at the same time.
describe('机关登记的权限', { concurrency: SERVERS.length }, () => {
  for (const server of SERVERS) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      // What tells roles and places apart is the same program on both: on one's own server the matrix of rights tries each use case.
      if (server === SERVERS[0]) {
        it('没有系统管理员职责的，以及别处的系统管理员，都不能办理', async () => {
          const region = await newRegion(server)
          const places = await build(region)
          const { root, own, sibling, foreign } = places
          const refused = [
            ...(await Promise.all(ROLE_IDS.slice(1).map((role) => holder(region, role, own.id)))),
            ...(await Promise.all(ROLE_IDS.slice(1).map((role) => holder(region, role, root)))),
            await holder(region, 'administrator', sibling.id),
            await holder(region, 'administrator', foreign.id),
            { personId: randomUUIDv7(), holdings: [] },
          ]
          for (const [name, trial] of Object.entries(WITHIN)) {
            for (const by of refused) {
              assert.equal(await trial(region, by, places), 'right.missing', name)
            }
          }
          assert.equal((await eventsOf(region)).length, 5)
          await region.close()
        })

        for (const [name, trial] of Object.entries(WITHIN)) {
          it(`${name}：本机关的、上级机关的系统管理员可以办理`, async () => {
            const region = await newRegion(server)
            const places = await build(region)
            const by = await holder(region, 'administrator', places.own.id)
            assert.equal(await trial(region, by, places), null)
            const last = (await eventsOf(region)).at(-1)
            assert.equal(last?.role, 'administrator')
            await region.close()
            const above = await newRegion(server)
            assert.equal(await trial(above, above.administrator, await build(above)), null)
            await above.close()
          })
        }
      }

      it('涉及别处机关的，两处都要有权限', async () => {
        const region = await newRegion(server)
        const places = await build(region)
        const by = await holder(region, 'administrator', places.own.id)
        for (const [name, trial] of Object.entries(ACROSS)) {
          assert.equal(await trial(region, by, places), 'right.missing', name)
        }
        assert.equal((await eventsOf(region)).length, 5)
        await region.close()
      })

      it('导入：没有权限的行逐行说明', async () => {
        const region = await newRegion(server)
        const { own, sibling } = await build(region)
        const by = await holder(region, 'administrator', own.id)
        const input = [
          { number: 1, cells: ['机关名称', '上级机关', '类型', '层级', '联系电话'] },
          { number: 2, cells: ['新所', own.name, '派出机构', '县级'] },
          { number: 3, cells: ['他处新所', sibling.name, '派出机构', '县级'] },
          { number: 4, cells: [own.name, '', '', '', '0871-1'] },
          { number: 5, cells: [sibling.name, '', '', '', '0871-1'] },
        ]
        const { rows } = value(await previewImport(region.platform, by, input))
        assert.deepEqual(
          rows.map(({ outcome, errors }) => [outcome, errors[0]?.slice(0, 14)]),
          [
            ['added', undefined],
            ['wrong', '您没有“增加机关”的权限，这'],
            ['changed', undefined],
            ['wrong', '您没有“更正机关信息”的权限'],
          ],
        )
        await region.close()
      })
    })

    describe(`机关登记的数据库策略 ${server.name}`, {
      skip: server.skip ?? false,
      concurrency: 1,
    }, () => {
      it('authority_read, authority_change_read, number_series_read: everybody reads the register of the region, and of no other', async () => {
        const region = await newRegion(server)
        const { platform, administrator: by } = region
        const { own, office } = await build(region)
        const series = [{ code: '云财公', purpose: '答复' }]
        value(await changeAuthority(platform, by, { ...refTo(own), details: {}, series }))
        const rename = { ...refTo(office), ...WHEN, name: '新所', shortName: null }
        value(await renameAuthority(platform, by, rename))
        assert.equal(value(await listAuthorities(platform, null, { limit: 9 })).lines.length, 6)
        assert.equal(value(await getAuthority(platform, null, office.id)).history.length, 1)
        assert.deepEqual(value(await getAuthority(platform, null, own.id)).series, series)
        const other = { ...platform, tenantId: randomUUIDv7() }
        for (const table of ['authority', 'authority_change', 'number_series'] as const) {
          const rows = await transact(other, by, async ({ tx }) =>
            ok(await tx.selectFrom(table).selectAll().execute()),
          )
          assert.deepEqual(value(rows), [])
        }
        await region.close()
      })

      it('authority_add: nobody adds below what is not administered', async () => {
        await tried(server, async (write, places) => {
          const row = { kind: 'other', level: 'county', dissolved_on: null, version: 1 }
          const add = (parent_id: string | null) =>
            write((tx, tenant_id) =>
              tx
                .insertInto('authority')
                .values({
                  ...BLANK,
                  ...row,
                  tenant_id,
                  id: randomUUIDv7(),
                  name: '新局',
                  parent_id,
                })
                .execute(),
            )
          await assert.rejects(add(places.sibling.id), /row-level security/)
          await assert.rejects(add(null), /row-level security/)
          await add(places.own.id)
        })
      })

      it('authority_change: nobody changes what is not administered, nor where it stands by hand', async () => {
        await tried(server, async (write, { own, office, sibling }) => {
          const change = (id: string, set: object) =>
            write(async (tx) => {
              const { numUpdatedRows } = await tx
                .updateTable('authority')
                .set(set)
                .where('id', '=', id)
                .executeTakeFirstOrThrow()
              return Number(numUpdatedRows)
            })
          assert.equal(await change(own.id, { phone: '1' }), 1)
          assert.equal(await change(sibling.id, { phone: '1' }), 0)
          await assert.rejects(change(office.id, { parent_id: sibling.id }), /not administered/)
          await assert.rejects(change(own.id, { parent_id: null }), /not administered/)
          await assert.rejects(change(own.id, { path: '{}' }), /permission denied/)
          await assert.rejects(change(own.id, { id: randomUUIDv7() }), /permission denied/)
        })
      })

      it('authority_change_add: the history is added to by who administers both sides, and never changed', async () => {
        await tried(server, async (write, { own, office, sibling, foreign }) => {
          const line = { kind: 'merged', happened_on: TODAY, note: null, ...NO_CHANGE }
          const tell = (authority_id: string, successor_id: string) =>
            write((tx, tenant_id) =>
              tx
                .insertInto('authority_change')
                .values({ ...line, tenant_id, id: randomUUIDv7(), authority_id, successor_id })
                .execute(),
            )
          await tell(office.id, own.id)
          await assert.rejects(tell(foreign.id, sibling.id), /row-level security/)
          await assert.rejects(tell(office.id, sibling.id), /row-level security/)
          await assert.rejects(
            write((tx) => tx.updateTable('authority_change').set({ note: '改' }).execute()),
            /permission denied/,
          )
          await assert.rejects(
            write((tx) => tx.deleteFrom('authority_change').execute()),
            /permission denied/,
          )
        })
      })

      it('number_series_add, number_series_end: only for what is administered; what is ended stays so', async () => {
        await tried(server, async (write, { own, sibling }) => {
          const row = { purpose: '答复', since: TODAY, until: null }
          const open = (authority_id: string, code: string) =>
            write((tx, tenant_id) =>
              tx
                .insertInto('number_series')
                .values({ ...row, tenant_id, id: randomUUIDv7(), authority_id, code })
                .execute(),
            )
          const set = (values: object) =>
            write(async (tx) => {
              const { numUpdatedRows } = await tx
                .updateTable('number_series')
                .set(values)
                .executeTakeFirstOrThrow()
              return Number(numUpdatedRows)
            })
          await open(own.id, '云财公')
          await assert.rejects(open(sibling.id, '云教公'), /row-level security/)
          await assert.rejects(set({ code: '云公' }), /permission denied/)
          assert.equal(await set({ until: TODAY }), 1)
          await assert.rejects(set({ until: null }), /row-level security/)
        })
      })

      it('number_series_end: not that of another', async () => {
        const region = await newRegion(server)
        const { platform, administrator } = region
        const { own, sibling } = await build(region)
        const series = [{ code: '云教公', purpose: '答复' }]
        const given = { ...refTo(sibling), details: {}, series }
        value(await changeAuthority(platform, administrator, given))
        const by = await holder(region, 'administrator', own.id)
        const ended = await transact(platform, by, async ({ tx }) =>
          ok(await tx.updateTable('number_series').set({ until: TODAY }).executeTakeFirstOrThrow()),
        )
        assert.equal(Number(value(ended).numUpdatedRows), 0)
        await region.close()
      })
    })
  }
})

const NO_CHANGE = {
  name_before: null,
  name_after: null,
  parent_before_id: null,
  parent_after_id: null,
}

const BLANK = {
  short_name: null,
  credit_code: null,
  region_code: null,
  document_code: null,
  address: null,
  postal_code: null,
  phone: null,
  fax: null,
  email: null,
  office_hours: null,
  site: null,
  review_body: null,
  court: null,
  seal_place: null,
  established_on: null,
}

async function build(region: Region): Promise<Places> {
  const own = await added(region, '云岭县财政局')
  const sibling = await added(region, '云岭县教育局')
  return {
    root: region.founded.authorityId,
    own,
    office: await added(region, '云岭县石桥财政所', own.id),
    second: await added(region, '云岭县城关财政所', own.id),
    sibling,
    foreign: await added(region, '云岭县石桥教育所', sibling.id),
  }
}

type Write = <T>(work: (tx: Transaction<Schema>, tenantId: string) => Promise<T>) => Promise<T>

/** Writes past the use cases as the administrator of 财政局. */
async function tried(
  server: (typeof SERVERS)[number],
  trial: (write: Write, places: Places) => Promise<void>,
): Promise<void> {
  const region = await newRegion(server)
  const places = await build(region)
  const by = await holder(region, 'administrator', places.own.id)
  await trial(async (work) => {
    const { platform } = region
    return value(
      await transact(platform, by, async ({ tx }) => ok(await work(tx, platform.tenantId))),
    )
  }, places)
  await region.close()
}
