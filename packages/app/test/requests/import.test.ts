import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { countRequests } from '../../src/requests/count-requests.js'
import {
  COLUMNS,
  type ImportedKey,
  KEYS,
  requestsTemplate,
} from '../../src/requests/import/columns.js'
import { importRequests, previewRequests } from '../../src/requests/import/import-requests.js'
import { listRequests } from '../../src/requests/list-requests.js'
import { searchRequests } from '../../src/requests/search-requests.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { later } from './given.js'

type Row = Partial<Record<ImportedKey, string>>

const sheet = (rows: readonly Row[]) =>
  [
    KEYS.map((key) => COLUMNS[key].label),
    ...rows.map((row) => KEYS.map((key) => row[key] ?? '')),
  ].map((cells, index) => ({ number: index + 1, cells }))

const COUNTER: Row = {
  ...{ arrivedOn: '2026-01-05', channel: '当面提交', applicantKind: '自然人' },
  wanted: '石桥街道道路养护项目的合同',
}
const OPEN: Row = {
  ...COUNTER,
  ...{ originalNumber: '旧2026-3', name: '周小禾', idKind: '护照', idNumber: 'E00000000' },
  phone: '0000-1234567',
}
const CLOSED: Row = {
  ...COUNTER,
  ...{
    originalNumber: '旧2025-9',
    arrivedOn: '2025/11/3',
    closedOn: '2026年1月8日',
    ground: '予以公开',
  },
  ...{ extendedOn: '2025-11-25', extendedDays: '10' },
}
const ABANDONED: Row = {
  ...COUNTER,
  ...{ originalNumber: '旧2025-7', arrivedOn: '2025-10-09', closedOn: '2025-11-20' },
  ground: '逾期不补正，视为放弃',
}
const CORRECTED: Row = {
  ...OPEN,
  ...{ originalNumber: '旧2026-4', channel: '网上提交', receivedOn: '2026-01-06' },
  ...{ correctionAskedOn: '2026-01-08', correctionUntil: '2026-01-20', correctedOn: '2026-01-15' },
}

const [server] = SERVERS
if (server) {
  describe('导入此前的申请', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Actor
    before(async () => {
      tree = await newTree(server)
      desk = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
    })
    after(() => tree.close())

    const preview = async (rows: readonly Row[]) => {
      const command = { authorityId: tree.places.own, rows: sheet(rows) }
      const result = await previewRequests(later(tree.platform, 20), desk, command)
      assert.ok(result.ok, result.ok ? '' : result.refusal.message)
      return result.value
    }
    const carryOut = async (rows: readonly Row[], digest: string) =>
      importRequests(later(tree.platform, 20), desk, {
        ...{ authorityId: tree.places.own, rows: sheet(rows), digest },
      })

    it('预览写明每件的期限；导入后结转、办结、期限都对；同一张表再导入不重复', async () => {
      const rows = [OPEN, CLOSED, CORRECTED, ABANDONED]
      const shown = await preview(rows)
      assert.deepEqual(
        shown.rows.map(({ outcome, receivedOn, dueOn }) => [outcome, receivedOn, dueOn]),
        [
          ['open', '2026-01-05', '2026-02-02'],
          ['closed', '2025-11-03', '2025-12-15'],
          ['open', '2026-01-06', '2026-02-12'],
          ['closed', '2025-10-09', '2025-11-05'],
        ],
      )
      const done = await carryOut(rows, shown.digest)
      assert.deepEqual(done, { ok: true, value: { open: 2, closed: 2, present: 0, wrong: 0 } })
      const cells = await countRequests(tree.platform, desk, {
        ...{ authorityId: tree.places.own, form: '2021' },
        ...{ from: localDate('2026-01-01'), to: localDate('2026-12-31') },
      })
      assert.ok(cells.ok)
      const total = (row: string) =>
        cells.value.find((cell) => cell.row === row && cell.column === '自然人')?.value
      assert.deepEqual(['一', '二', '三（一）', '四'].map(total), [2, 1, 1, 2])
      const listed = await listRequests(tree.platform, desk, {
        ...{ authorityId: tree.places.own, queue: 'all', handlerId: null, after: null, limit: 9 },
      })
      assert.ok(listed.ok)
      const kept = listed.value.requests.map(({ originalNumber, applicantMasked, stage }) => [
        ...[originalNumber, applicantMasked, stage],
      ])
      assert.deepEqual(kept.toSorted(), [
        ['旧2025-7', '未登记', 'closed'],
        ['旧2025-9', '未登记', 'closed'],
        ['旧2026-3', '周＊＊', 'examining'],
        ['旧2026-4', '周＊＊', 'examining'],
      ])
      const found = await searchRequests(tree.platform, desk, {
        ...{ authorityId: tree.places.own, words: '旧2026-', after: null, limit: 9 },
      })
      assert.ok(found.ok)
      assert.deepEqual(
        found.value.requests.map(({ originalNumber }) => originalNumber).toSorted(),
        [...['旧2026-3', '旧2026-4']],
      )
      const stale = await carryOut(rows, shown.digest)
      assert.equal(stale.ok ? '' : stale.refusal.code, 'import.changed')
      const again = await preview(rows)
      assert.equal(again.counts.present, 4)
      const nothing = await carryOut(rows, again.digest)
      assert.deepEqual(nothing.ok && nothing.value.present, 4)
    })

    // biome-ignore format: one case a line
    const wrong: readonly (readonly [string, Row, RegExp])[] = [
      ['没有原编号',         { ...OPEN, originalNumber: '' },                             /原编号没有填写/],
      ['日期写法不对',       { ...OPEN, arrivedOn: '今年三月' },                          /来件日期“今年三月”有误/],
      ['未办结而没有联系方式', { ...OPEN, phone: '' },                                   /电话、电子邮箱或者通信地址/],
      ['只有办结日期',       { ...OPEN, closedOn: '2026-01-20' },                         /办结日期、处理结果应当同时填写/],
      ['办结早于收到',       { ...CLOSED, closedOn: '2025-10-31' },                       /办结日期早于收到申请/],
      ['网上提交没有确认',   { ...OPEN, channel: '网上提交' },                            /收到申请之日没有填写/],
      ['不在可选范围',       { ...OPEN, applicantKind: '个体户' },                        /申请人类型“个体户”有误/],
      ['未办结的超期延长',   { ...OPEN, arrivedOn: '2025-11-03', extendedOn: '2026-01-20', extendedDays: '10' }, /期限/],
    ]
    for (const [title, row, message] of wrong) {
      it(`不予导入：${title}`, async () => {
        const named = { ...row, ...(row.originalNumber && { originalNumber: `新${title}` }) }
        const shown = await preview([named])
        assert.match(shown.rows[0]?.errors.join('') ?? '', message)
        const result = await carryOut([named], shown.digest)
        assert.equal(result.ok ? '' : result.refusal.code, 'import.wrong-rows')
      })
    }

    it('模板的示例行不导入；只有示例的，说明没有内容', async () => {
      const rows = requestsTemplate().map((cells, index) => ({ number: index + 1, cells }))
      const result = await previewRequests(tree.platform, desk, {
        ...{ authorityId: tree.places.own, rows },
      })
      assert.equal(result.ok ? '' : result.refusal.code, 'import.no-rows')
    })
  })
}
