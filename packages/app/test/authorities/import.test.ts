import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type SheetRow, writeSheetRows } from '@gongkai/documents'
import { localDate } from '@gongkai/law'
import { changeAuthority } from '../../src/authorities/change-authority.js'
import { importAuthorities } from '../../src/authorities/import/import-authorities.js'
import { previewImport } from '../../src/authorities/import/preview-import.js'
import { importTemplate } from '../../src/authorities/import/template.js'
import { listAuthorities } from '../../src/authorities/list-authorities.js'
import { newRegion, type Region } from '../support/platform.js'
import { ANY_SERVER } from '../support/servers.js'
import { added, code, eventsOf, value } from './support.js'

const HEADINGS = [
  '*机关名称',
  '上级机关（全称）',
  '类型',
  '层级',
  '统一社会信用代码',
  '联系电话',
  '设立日期',
  '备注',
]
const ROOT = '云岭县人民政府'
const CODE = '11530199000000001F'

// The servers do not know of each other: both are tried at the same time.
describe('导入机关', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      it('模板的示例行写明并略过，不会登记为机关；填好的行可以导入', async () => {
        const region = await newRegion(server)
        const { platform, administrator } = region
        const template = importTemplate(ROOT)
        const untouched = await writeSheetRows('机关', template)
        const refused = await previewImport(platform, administrator, untouched)
        assert.equal(code(refused), 'import.no-rows')
        const filled = template
          .slice(1)
          .map((cells) => cells.map((cell) => cell.replace('示例：', '')))
        const input = await writeSheetRows('机关', [...template, ...filled])
        const preview = value(await previewImport(platform, administrator, input))
        assert.deepEqual(preview.examples, [2, 3])
        const { digest, counts } = preview
        assert.deepEqual(counts, { added: 2, changed: 0, unchanged: 0, wrong: 0 })
        value(await importAuthorities(platform, administrator, { input, digest }))
        const { lines } = value(await listAuthorities(platform, null, { limit: 9 }))
        assert.deepEqual(
          lines.map(({ depth, name }) => [depth, name]),
          [
            [1, ROOT],
            [2, '云岭县档案管理局'],
            [3, '云岭县档案管理局石桥管理所'],
          ],
        )
        await region.close()
      })

      it('新增、更改、不变分别列出；确认后一次导入，每个机关一个事件；再次导入不作改动', async () => {
        const region = await newRegion(server)
        const { platform, administrator } = region
        const present = await added(region, '云岭县教育局', undefined, { phone: '0871-1' })
        await added(region, '云岭县财政局', undefined, { phone: '0871-3' })
        const input = sheet(
          // The one above it stands further down.
          ['云岭县石桥街道司法所', '云岭县石桥街道办事处', '派出机构', '乡级'],
          ['云岭县教育局', ROOT, '', '', CODE, '0871-2', '2010年3月1日'],
          ['云岭县石桥街道办事处', ROOT, '街道办事处', '乡级', '', '', '2001-1-1'],
          ['云岭县财政局', '', '政府部门', '县级', '', '0871-3'],
        )
        const preview = value(await previewImport(platform, administrator, input))
        assert.deepEqual(
          preview.rows.map(({ row, name, outcome }) => [row, name, outcome]),
          [
            [2, '云岭县石桥街道司法所', 'added'],
            [3, '云岭县教育局', 'changed'],
            [4, '云岭县石桥街道办事处', 'added'],
            [5, '云岭县财政局', 'unchanged'],
          ],
        )
        assert.deepEqual(preview.rows[1]?.changes, [
          { label: '统一社会信用代码', before: null, after: CODE },
          { label: '联系电话', before: '0871-1', after: '0871-2' },
          { label: '设立日期', before: null, after: '2010-03-01' },
        ])
        assert.deepEqual(preview.ignored, ['备注'])
        assert.equal((await eventsOf(region)).length, 2)
        const command = { input, digest: preview.digest }
        const done = value(await importAuthorities(platform, administrator, command))
        assert.deepEqual(done, { added: 2, changed: 1, unchanged: 1, wrong: 0 })
        const events = (await eventsOf(region)).slice(2)
        assert.deepEqual(
          events.map(({ name, detail }) => [name, JSON.parse(detail).importedRow]),
          [
            ['authorityAdded', 4],
            ['authorityAdded', 2],
            ['authorityChanged', 3],
          ],
        )
        assert.equal(events[2]?.subject_id, present.id)
        const again = value(await previewImport(platform, administrator, input))
        assert.deepEqual(again.counts, { added: 0, changed: 0, unchanged: 4, wrong: 0 })
        value(await importAuthorities(platform, administrator, { input, digest: again.digest }))
        assert.equal((await eventsOf(region)).length, 5)
        await region.close()
      })

      const WRONG: readonly [string, readonly string[][], readonly string[]][] = [
        ['没有名称', [['', ROOT, '政府部门', '县级']], ['机关名称没有填写。']],
        [
          '没有类型、层级、上级',
          [['新局']],
          ['类型没有填写。', '层级没有填写。', '上级机关没有填写。'],
        ],
        [
          '类型不在可选范围',
          [['新局', ROOT, '局', '县级']],
          [
            '类型“局”不在可选范围内，请填写：人民政府、政府部门、乡镇人民政府、街道办事处、派出机构、授权组织、其他。',
            '类型没有填写。',
          ],
        ],
        [
          '没有这个上级',
          [['新局', '云岭县', '政府部门', '县级']],
          ['没有名为“云岭县”的机关。请填写上级机关的全称，或者在本表中增加该机关。'],
        ],
        [
          '日期有误',
          [['新局', ROOT, '政府部门', '县级', '', '', '2019-2-29']],
          ['设立日期“2019-2-29”有误，请按2019年3月1日的格式填写。'],
        ],
        [
          '两行同名',
          [
            ['新局', ROOT, '政府部门', '县级'],
            ['新局', ROOT, '政府部门', '县级'],
          ],
          ['“新局”在本表中不止一行。请只保留一行。', '“新局”在本表中不止一行。请只保留一行。'],
        ],
        [
          '重复，只差空格和全角半角',
          [
            ['新局1', ROOT, '政府部门', '县级'],
            ['新 局１', ROOT, '政府部门', '县级'],
          ],
          ['“新局1”在本表中不止一行。请只保留一行。', '“新 局１”在本表中不止一行。请只保留一行。'],
        ],
        [
          '与登记的名称只差空格',
          [['云岭县 教育局', '', '', '']],
          ['已登记“云岭县教育局”，与填写的名称只差空格、全角半角或者大小写。请使用登记的名称。'],
        ],
        [
          '互为上下级',
          [
            ['甲局', '乙局', '政府部门', '县级'],
            ['乙局', '甲局', '政府部门', '县级'],
          ],
          [
            '上级机关在本表中互为上下级。请更正“上级机关”一列。',
            '上级机关在本表中互为上下级。请更正“上级机关”一列。',
          ],
        ],
        [
          '代码登记在别的名下',
          [['云岭县教育和体育局', '', '', '', CODE]],
          [
            '这个统一社会信用代码已登记在“云岭县教育局”名下。请与证书核对。更名请在该机关的页面登记，不能通过导入更改名称。',
          ],
        ],
        [
          '上级与登记的不一致',
          [['云岭县教育局', '云岭县财政局']],
          [
            '登记的上级机关是“云岭县人民政府”，与本行不一致。划转请在该机关的页面登记，不能通过导入更改。',
          ],
        ],
      ]
      it('错误逐行说明，有错误的一行也不导入', async () => {
        const region = await newRegion(server)
        const { platform, administrator } = region
        await added(region, '云岭县教育局', undefined, { creditCode: CODE })
        for (const [title, rows, errors] of WRONG) {
          const input = sheet(['好局', ROOT, '政府部门', '县级'], ...rows)
          const preview = value(await previewImport(platform, administrator, input))
          assert.deepEqual(
            preview.rows.slice(1).flatMap((row) => row.errors),
            errors,
            title,
          )
          assert.deepEqual(preview.rows[0]?.outcome, 'added')
          const command = { input, digest: preview.digest }
          const refused = await importAuthorities(platform, administrator, command)
          assert.equal(code(refused), 'import.wrong-rows', title)
        }
        assert.equal((await eventsOf(region)).length, 1)
        await region.close()
      })

      it('预览之后登记有变动的，不导入，给出新的预览', async () => {
        const region = await newRegion(server)
        const { platform, administrator: by } = region
        const one = await added(region, '云岭县教育局')
        const input = sheet(
          ['云岭县教育局', '', '', '', '', '0871-1'],
          ['新局', ROOT, '政府部门', '县级'],
        )
        const { digest } = value(await previewImport(platform, by, input))
        const details = { fax: '0871-9', establishedOn: localDate('2001-01-01') }
        value(await changeAuthority(platform, by, { authorityId: one.id, version: 1, details }))
        const refused = await importAuthorities(platform, by, { input, digest })
        assert.ok(!refused.ok && 'preview' in refused.refusal)
        assert.equal(refused.refusal.code, 'import.changed')
        const again = { input, digest: refused.refusal.preview.digest }
        assert.equal(value(await importAuthorities(platform, by, again)).added, 1)
        const otherInput = sheet(['新局二', ROOT, '政府部门', '县级'])
        assert.equal(
          code(await importAuthorities(platform, by, { ...again, input: otherInput })),
          'import.changed',
        )
        await region.close()
      })

      it('没有表头、没有内容、不是 Excel 的，说明怎么办', async () => {
        const region = await newRegion(server)
        const { platform, administrator: by } = region
        const CASES: readonly [readonly SheetRow[] | Uint8Array, string][] = [
          [[{ number: 1, cells: ['名单'] }], 'import.no-headings'],
          [[{ number: 1, cells: ['机关名称', '机关名称'] }], 'import.no-headings'],
          [sheet(), 'import.no-rows'],
          [new TextEncoder().encode('机关名称\n新局'), 'file.unsupported'],
          [new Uint8Array(), 'file.empty'],
        ]
        for (const [input, expected] of CASES) {
          assert.equal(code(await previewImport(platform, by, input)), expected)
          assert.equal(code(await importAuthorities(platform, by, { input, digest: '' })), expected)
        }
        await region.close()
      })

      it('两人同时导入同一份表：只有一人成功，另一人得到新的预览', async () => {
        const region: Region = await newRegion(server)
        const { platform, administrator: by } = region
        const input = sheet(['新局', ROOT, '政府部门', '县级'])
        const { digest } = value(await previewImport(platform, by, input))
        const results = await Promise.all(
          [1, 2].map(() => importAuthorities(platform, by, { input, digest })),
        )
        assert.deepEqual(results.map(code).toSorted(), ['import.changed', null].toSorted())
        assert.equal((await eventsOf(region)).length, 1)
        await region.close()
      })
    })
  }
})

function sheet(...rows: readonly (readonly string[])[]): readonly SheetRow[] {
  return [HEADINGS, ...rows].map((cells, index) => ({ number: index + 1, cells }))
}
