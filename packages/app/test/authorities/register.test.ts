import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { addAuthority } from '../../src/authorities/add-authority.js'
import { changeAuthority } from '../../src/authorities/change-authority.js'
import { dissolveAuthority } from '../../src/authorities/dissolve-authority.js'
import { getAuthority } from '../../src/authorities/get-authority.js'
import { mergeAuthorities } from '../../src/authorities/merge-authorities.js'
import { moveAuthority } from '../../src/authorities/move-authority.js'
import { renameAuthority } from '../../src/authorities/rename-authority.js'
import { splitAuthority } from '../../src/authorities/split-authority.js'
import { newRegion } from '../support/platform.js'
import { ANY_SERVER } from '../support/servers.js'
import { added, code, eventsOf, holder, TODAY, value } from './support.js'

const WHEN = { happenedOn: TODAY, reason: '机构改革方案' }
const DEPARTMENT = { kind: 'department', level: 'county' } as const
const CREDIT_CODE = '11530199000000001F'

for (const server of ANY_SERVER) {
  describe(`机关登记 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('增加机关：登记全部信息，并记入事件', async () => {
      const region = await newRegion(server)
      const { platform, administrator, founded } = region
      const details = {
        ...DEPARTMENT,
        name: ' 云岭县财政局 ',
        shortName: '',
        creditCode: CREDIT_CODE,
        sealPlace: 'onSignature',
        establishedOn: localDate('2010-03-01'),
      } as const
      const series = [{ code: '云财公', purpose: '政府信息公开答复' }]
      const command = { parentId: founded.authorityId, details, series }
      const authority = value(await addAuthority(platform, administrator, command))
      assert.equal(authority.name, '云岭县财政局')
      assert.equal(authority.shortName, null)
      assert.deepEqual(authority.path, [founded.authorityId, authority.id])
      const file = value(await getAuthority(platform, null, authority.id))
      assert.deepEqual(file.authority, authority)
      assert.deepEqual(file.series, series)
      assert.deepEqual(file.superiors, [{ id: founded.authorityId, name: '云岭县人民政府' }])
      const [event] = await eventsOf(region)
      assert.equal(event?.name, 'authorityAdded')
      assert.equal(event?.authority_id, authority.id)
      assert.equal(event?.role, 'administrator')
      assert.equal(JSON.parse(event?.detail ?? '').details.creditCode, CREDIT_CODE)
      await region.close()
    })

    const WRONG: readonly [string, object, string][] = [
      ['没有名称', { name: ' ' }, 'authority.wrong'],
      ['校验码有误', { creditCode: '11530199000000001G' }, 'authority.wrong'],
      ['区划代码七位', { regionCode: '5301991' }, 'authority.wrong'],
      ['邮编五位', { postalCode: '65000' }, 'authority.wrong'],
      ['邮箱没有域名', { email: '财政局' }, 'authority.wrong'],
      ['网址没有协议', { site: 'www.example.cn' }, 'authority.wrong'],
      ['街道办事处为县级', { kind: 'subdistrict' }, 'authority.wrong'],
      ['县以下的省级人民政府', { kind: 'government', level: 'province' }, 'authority.wrong'],
      ['设立日期晚于今天', { establishedOn: '2026-01-06' }, 'authority.wrong'],
      ['名称已有', { name: '云岭县教育局' }, 'authority.name-taken'],
      ['与已有的名称只差空格', { name: '云岭县 教育局' }, 'authority.name-taken'],
      ['名称中有零宽字符', { name: '云岭县\u200b财政局' }, 'authority.wrong'],
      ['名称中有改变方向的字符', { name: '云岭县\u202e财政局' }, 'authority.wrong'],
      ['名称中有连续的空格', { name: '云岭县  财政局' }, 'authority.wrong'],
      ['简称中有零宽字符', { shortName: '财\ufeff政局' }, 'authority.wrong'],
      ['信用代码已有', { creditCode: CREDIT_CODE }, 'authority.credit-code-taken'],
    ]
    it('信息有误的不予登记，也不留下事件', async () => {
      const region = await newRegion(server)
      const { platform, administrator, founded } = region
      await added(region, '云岭县教育局', founded.authorityId, { creditCode: CREDIT_CODE })
      for (const [title, wrong, expected] of WRONG) {
        const details = { ...DEPARTMENT, name: '云岭县财政局', ...wrong }
        const command = { parentId: founded.authorityId, details }
        assert.equal(code(await addAuthority(platform, administrator, command)), expected, title)
      }
      assert.equal((await eventsOf(region)).length, 1)
      await region.close()
    })

    it('更正信息：只记改动的项目，没有改动的不记', async () => {
      const region = await newRegion(server)
      const { platform, administrator } = region
      const before = await added(region, '云岭县财政局', undefined, { phone: '0871-1' })
      const ref = { authorityId: before.id, version: 1 }
      const same = { ...ref, details: { phone: ' 0871-1 ' } }
      assert.equal(value(await changeAuthority(platform, administrator, same)).version, 1)
      const change = { ...ref, details: { phone: '0871-2', fax: '0871-3' }, reason: '搬迁' }
      const after = value(await changeAuthority(platform, administrator, change))
      assert.deepEqual(after, { ...before, phone: '0871-2', fax: '0871-3', version: 2 })
      const events = await eventsOf(region)
      assert.deepEqual(events.slice(1), [
        {
          name: 'authorityChanged',
          subject_id: before.id,
          authority_id: before.id,
          role: 'administrator',
          reason: '搬迁',
          detail: JSON.stringify({
            before: { phone: '0871-1', fax: null },
            after: { phone: '0871-2', fax: '0871-3' },
          }),
        },
      ])
      await region.close()
    })

    it('两人同时更正：后一人得到现在的信息，而不是覆盖', async () => {
      const region = await newRegion(server)
      const { platform, administrator } = region
      const { id } = await added(region, '云岭县财政局')
      const results = await Promise.all(
        ['0871-1', '0871-2'].map((phone) =>
          changeAuthority(platform, administrator, {
            authorityId: id,
            version: 1,
            details: { phone },
          }),
        ),
      )
      const saved = results.find(({ ok }) => ok)
      const refused = results.find(({ ok }) => !ok)
      assert.ok(saved?.ok && refused && !refused.ok)
      assert.equal(refused.refusal.code, 'authority.changed')
      assert.deepEqual('present' in refused.refusal && refused.refusal.present, saved.value)
      await region.close()
    })

    it('每种变更都核对版本', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by, founded } = region
      const one = await added(region, '云岭县财政局')
      const other = await added(region, '云岭县教育局')
      const stale = { authorityId: one.id, version: 7, ...WHEN }
      const into = { kind: 'existing', authorityId: other.id, version: 1 } as const
      const late = { ...into, version: 7 }
      const parentId = other.id
      const results = [
        await changeAuthority(platform, by, { ...stale, details: {} }),
        await renameAuthority(platform, by, { ...stale, name: '云岭县财政厅', shortName: null }),
        await moveAuthority(platform, by, { ...stale, parentId }),
        await dissolveAuthority(platform, by, { ...stale, dutiesTo: founded.authorityId }),
        await splitAuthority(platform, by, { ...stale, continues: true, into: [into] }),
        await splitAuthority(platform, by, { ...stale, version: 1, continues: true, into: [late] }),
        await mergeAuthorities(platform, by, { ...WHEN, authorities: [stale], into }),
        await mergeAuthorities(platform, by, {
          ...WHEN,
          authorities: [{ ...stale, version: 1 }],
          into: late,
        }),
      ]
      assert.deepEqual(new Set(results.map(code)), new Set(['authority.changed']))
      assert.equal((await eventsOf(region)).length, 2)
      await region.close()
    })

    it('发文字号系列：代字不重复，撤销后可由他人使用', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by, founded } = region
      const one = await added(region, '云岭县财政局')
      const other = await added(region, '云岭县教育局')
      const series = [{ code: '云公复', purpose: '政府信息公开答复' }]
      const given = { details: {}, series }
      const ref = { authorityId: other.id, version: 1 }
      assert.equal(
        (await changeAuthority(platform, by, { authorityId: one.id, version: 1, ...given })).ok,
        true,
      )
      assert.equal(code(await changeAuthority(platform, by, { ...ref, ...given })), 'series.taken')
      for (const wrong of ['云公〔2026〕', '云公2号', '']) {
        const bad = { ...ref, details: {}, series: [{ code: wrong, purpose: '答复' }] }
        assert.equal(code(await changeAuthority(platform, by, bad)), 'series.wrong', wrong)
      }
      const end = { authorityId: one.id, version: 2, ...WHEN, dutiesTo: founded.authorityId }
      assert.equal((await dissolveAuthority(platform, by, end)).ok, true)
      assert.equal((await changeAuthority(platform, by, { ...ref, ...given })).ok, true)
      const [last] = (await eventsOf(region)).slice(-1)
      assert.deepEqual(JSON.parse(last?.detail ?? ''), {
        before: { series: [] },
        after: { series },
      })
      await region.close()
    })

    it('撤销：有人任职、有下级机关的不予登记，并说明怎么办', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by, founded } = region
      const one = await added(region, '云岭县财政局')
      const below = await added(region, '云岭县财政局石桥财政所', one.id, { kind: 'fieldOffice' })
      await holder(region, 'disclosureOfficer', one.id)
      const end = { version: 1, ...WHEN, dutiesTo: founded.authorityId }
      const refused = await dissolveAuthority(platform, by, { ...end, authorityId: one.id })
      assert.ok(!refused.ok && 'open' in refused.refusal)
      assert.deepEqual(refused.refusal.open, { assignments: 1, subordinates: 1 })
      assert.equal(
        refused.refusal.message,
        '“云岭县财政局”还有未了事项：有1项职责在任，请先移交或者收回；有1个下级机关，请先划转或者撤销。办结后再登记。',
      )
      const gone = value(await dissolveAuthority(platform, by, { ...end, authorityId: below.id }))
      assert.equal(gone.dissolvedOn, TODAY)
      const again = await dissolveAuthority(platform, by, { ...end, authorityId: below.id })
      assert.equal(code(again), 'authority.dissolved')
      const later = { authorityId: below.id, version: 2, details: { phone: '1' } }
      assert.equal(code(await changeAuthority(platform, by, later)), 'authority.dissolved')
      await assert.rejects(holder(region, 'leader', below.id), /the authority is dissolved/)
      await region.close()
    })

    it('最上级的机关不能划转、合并、撤销，机关不能划到自己之下', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by, founded } = region
      const one = await added(region, '云岭县财政局')
      const below = await added(region, '云岭县财政局石桥财政所', one.id)
      const root = { authorityId: founded.authorityId, version: 1, ...WHEN }
      const own = { authorityId: one.id, version: 1, ...WHEN }
      const into = { kind: 'existing', authorityId: one.id, version: 1 } as const
      const inside = { ...into, authorityId: below.id }
      const fresh = {
        kind: 'new',
        parentId: one.id,
        details: { ...DEPARTMENT, name: '新局' },
      } as const
      const split = { ...own, continues: false }
      const results = [
        await moveAuthority(platform, by, { ...root, parentId: one.id }),
        await dissolveAuthority(platform, by, { ...root, dutiesTo: one.id }),
        await mergeAuthorities(platform, by, { ...WHEN, authorities: [root], into }),
        await splitAuthority(platform, by, { ...root, continues: false, into: [into, fresh] }),
        await moveAuthority(platform, by, { ...own, parentId: one.id }),
        await moveAuthority(platform, by, { ...own, parentId: below.id }),
        await moveAuthority(platform, by, { ...own, parentId: founded.authorityId }),
        await mergeAuthorities(platform, by, { ...WHEN, authorities: [own], into: inside }),
        await mergeAuthorities(platform, by, { ...WHEN, authorities: [own], into: fresh }),
        await splitAuthority(platform, by, { ...split, into: [into, inside] }),
        await splitAuthority(platform, by, { ...split, into: [inside, fresh] }),
        await splitAuthority(platform, by, { ...split, into: [inside] }),
        await dissolveAuthority(platform, by, { ...own, dutiesTo: one.id }),
        await renameAuthority(platform, by, { ...own, name: one.name, shortName: null }),
      ]
      assert.deepEqual(results.map(code), [
        'authority.root',
        'authority.root',
        'authority.root',
        'authority.root',
        'authority.below-itself',
        'authority.below-itself',
        'authority.same-parent',
        'authority.successor-wrong',
        'authority.too-few',
        'authority.successor-wrong',
        'authority.successor-wrong',
        'authority.too-few',
        'authority.successor-wrong',
        'authority.same-name',
      ])
      assert.equal((await eventsOf(region)).length, 2)
      await region.close()
    })

    it('变更日期：不晚于今天，不早于设立和上一次变更', async () => {
      const region = await newRegion(server)
      const { platform, administrator: by } = region
      const { id } = await added(region, '云岭县财政局', undefined, {
        establishedOn: localDate('2019-03-01'),
      })
      const rename = (version: number, name: string, day: string) =>
        renameAuthority(platform, by, {
          authorityId: id,
          version,
          name,
          shortName: null,
          happenedOn: localDate(day),
          reason: '机构改革方案',
        })
      assert.equal(code(await rename(1, '云岭县财政一局', '2026-01-06')), 'authority.day-wrong')
      assert.equal(code(await rename(1, '云岭县财政一局', '2019-03-01')), 'authority.day-wrong')
      assert.equal(code(await rename(1, '云岭县财政一局', '2024-02-01')), null)
      const early = await rename(2, '云岭县财政二局', '2023-12-31')
      assert.equal(
        !early.ok && early.refusal.message,
        '“云岭县财政一局”在2024年2月1日另有变更登记，变更应按日期先后登记。请核对变更日期。',
      )
      await region.close()
    })
  })
}
