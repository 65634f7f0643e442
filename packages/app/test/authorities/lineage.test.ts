import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { dissolveAuthority } from '../../src/authorities/dissolve-authority.js'
import { getAuthority } from '../../src/authorities/get-authority.js'
import { mergeAuthorities } from '../../src/authorities/merge-authorities.js'
import { moveAuthority } from '../../src/authorities/move-authority.js'
import { renameAuthority } from '../../src/authorities/rename-authority.js'
import { splitAuthority } from '../../src/authorities/split-authority.js'
import { newRegion } from '../support/platform.js'
import { ANY_SERVER } from '../support/servers.js'
import { added, code, eventsOf, holder, value } from './support.js'

const REASON = '机构改革方案'
const DEPARTMENT = { kind: 'department', level: 'county' } as const

for (const server of ANY_SERVER) {
  describe(`机关沿革 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('更名：各日期的名称', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by } = region
      const establishedOn = localDate('2010-03-01')
      const { id } = await added(region, '云岭县农业局', undefined, { establishedOn })
      const rename = async (version: number, name: string, day: string) =>
        value(
          await renameAuthority(platform, by, {
            authorityId: id,
            version,
            name,
            shortName: null,
            happenedOn: localDate(day),
            reason: REASON,
          }),
        )
      await rename(1, '云岭县农牧局', '2015-01-10')
      await rename(2, '云岭县农业农村局', '2019-03-01')
      const { history } = value(await getAuthority(platform, null, id))
      assert.deepEqual(
        history.map(({ happenedOn, nameBefore, nameAfter }) => [happenedOn, nameBefore, nameAfter]),
        [
          ['2015-01-10', '云岭县农业局', '云岭县农牧局'],
          ['2019-03-01', '云岭县农牧局', '云岭县农业农村局'],
        ],
      )
      await region.close()
    })

    it('划转：下级随之划转，沿革写明前后的上级机关', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by, founded } = region
      const one = await added(region, '云岭县水利局')
      const station = await added(region, '云岭县水库管理所', one.id)
      const other = await added(region, '云岭县农业农村局')
      const happenedOn = localDate('2025-01-01')
      const move = {
        authorityId: one.id,
        version: 1,
        parentId: other.id,
        happenedOn,
        reason: REASON,
      }
      assert.equal(value(await moveAuthority(platform, by, move)).version, 2)
      const { authority } = value(await getAuthority(platform, null, station.id))
      assert.deepEqual(authority.path, [founded.authorityId, other.id, one.id, station.id])
      const { history } = value(await getAuthority(platform, null, one.id))
      assert.deepEqual(
        history.map(({ parentBefore, parentAfter }) => [parentBefore?.name, parentAfter?.name]),
        [['云岭县人民政府', '云岭县农业农村局']],
      )
      const [last] = (await eventsOf(region)).slice(-1)
      assert.equal(last?.name, 'authorityMoved')
      assert.deepEqual(JSON.parse(last?.detail ?? ''), {
        happenedOn: '2025-01-01',
        before: { parentId: founded.authorityId },
        after: { parentId: other.id },
      })
      await region.close()
    })

    it('合并组建新机关：下级随之划入，原机关有人任职的先移交', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by, founded } = region
      const land = await added(region, '云岭县国土资源局')
      const planning = await added(region, '云岭县规划局')
      const office = await added(region, '云岭县石桥国土所', land.id)
      const happenedOn = localDate('2019-03-01')
      const name = '云岭县自然资源局'
      const command = {
        authorities: [refTo(land), refTo(planning)],
        into: { kind: 'new', parentId: founded.authorityId, details: { ...DEPARTMENT, name } },
        happenedOn,
        reason: REASON,
      } as const
      const merged = value(await mergeAuthorities(platform, by, command))
      assert.equal(merged.establishedOn, '2019-03-01')
      const after = value(await getAuthority(platform, null, office.id))
      assert.deepEqual(after.authority.path, [founded.authorityId, merged.id, office.id])
      assert.equal(
        value(await getAuthority(platform, null, land.id)).authority.dissolvedOn,
        happenedOn,
      )
      assert.deepEqual(
        (await eventsOf(region)).slice(3).map((event) => [event.name, event.subject_id]),
        [
          ['authorityAdded', merged.id],
          ['authorityMoved', office.id],
          ['authorityMerged', land.id],
          ['authorityMerged', planning.id],
        ],
      )
      await region.close()
    })

    it('并入有人任职的不登记，任职移交后可以登记', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by } = region
      const one = await added(region, '云岭县粮食局')
      const other = await added(region, '云岭县发展和改革局')
      await holder(region, 'leader', one.id)
      const command = {
        authorities: [refTo(one)],
        into: { kind: 'existing', ...refTo(other) },
        happenedOn: localDate('2025-01-01'),
        reason: REASON,
      } as const
      assert.equal(code(await mergeAuthorities(platform, by, command)), 'authority.still-open')
      assert.equal(value(await getAuthority(platform, null, one.id)).authority.dissolvedOn, null)
      assert.equal((await eventsOf(region)).length, 2)
      await region.close()
    })

    it('分设、再合并、撤销：沿革写明当时的名称和承接的机关', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by, founded } = region
      const fresh = (name: string) =>
        ({ kind: 'new', parentId: founded.authorityId, details: { ...DEPARTMENT, name } }) as const
      const culture = await added(region, '云岭县文化广电体育局')
      const when = (day: string) => ({ happenedOn: localDate(day), reason: REASON })
      const split = { ...refTo(culture), continues: false, dutiesTo: 0, ...when('2012-01-01') }
      const into = [fresh('云岭县文化局'), fresh('云岭县体育局')]
      const [arts, sports] = value(await splitAuthority(platform, by, { ...split, into }))
      assert.ok(arts && sports)
      const tourism = await added(region, '云岭县旅游局')
      const merge = { authorities: [refTo(arts), refTo(tourism)], ...when('2019-03-01') }
      const joint = value(
        await mergeAuthorities(platform, by, { ...merge, into: fresh('云岭县文化和旅游局') }),
      )
      const end = { ...refTo(sports), dutiesTo: founded.authorityId, ...when('2024-06-01') }
      value(await dissolveAuthority(platform, by, end))
      const { history } = value(await getAuthority(platform, null, joint.id))
      assert.deepEqual(
        history.map((line) => [line.kind, line.authority.name, line.successor?.name]).toSorted(),
        [
          ['merged', '云岭县文化局', '云岭县文化和旅游局'],
          ['merged', '云岭县旅游局', '云岭县文化和旅游局'],
        ].toSorted(),
      )
      await region.close()
    })

    it('分设出一部分：原机关保留', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by } = region
      const health = await added(region, '云岭县卫生健康局')
      const details = {
        kind: 'fieldOffice',
        level: 'county',
        name: '云岭县疾病预防控制局',
      } as const
      const command = {
        ...refTo(health),
        continues: true,
        into: [{ kind: 'new', parentId: health.id, details }],
        happenedOn: localDate('2023-06-01'),
        reason: REASON,
      } as const
      value(await splitAuthority(platform, by, command))
      const { authority, history } = value(await getAuthority(platform, null, health.id))
      assert.deepEqual([authority.version, authority.dissolvedOn], [2, null])
      assert.deepEqual(
        history.map(({ kind, successor }) => [kind, successor?.name]),
        [['split', '云岭县疾病预防控制局']],
      )
      await region.close()
    })
  })
}

function refTo({ id, version }: { readonly id: string; readonly version: number }) {
  return { authorityId: id, version }
}
