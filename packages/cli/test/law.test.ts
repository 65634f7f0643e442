import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { foundRegion, openPlatform } from '@gongkai/app'
import { gongkai } from './gongkai.js'

const SOURCE = { title: '放假通知', number: '云政办发电〔2025〕3号', issuedOn: '2025-11-10' }
const HOLIDAY = {
  content: { kind: 'holidays', year: 2026, off: ['2026-04-20'], on: ['2026-04-19'] },
  source: SOURCE,
}

describe('gongkai law', () => {
  let folder: string
  let stop: () => Promise<void>
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'gongkai-law-'))
    // The database may run as another user, who must be able to pass.
    chmodSync(folder, 0o711)
    const data = path.join(folder, 'data')
    writeFileSync(path.join(folder, '.env'), `GONGKAI_DATA=${data}\n`)
    const service = await openPlatform({ databaseUrl: null, keyFile: null }, data, () => new Date())
    assert.ok(service.ok)
    stop = service.value.close
    const founded = await foundRegion(service.value.base, {
      ...{ region: '云岭县', regionCode: null, authority: '云岭县人民政府', level: 'county' },
      administrator: { login: 'admin', name: '管理员' },
    })
    assert.ok(founded.ok)
  })
  after(async () => {
    await stop()
    rmSync(folder, { recursive: true })
  })

  const law = (command: string, content?: unknown) => {
    if (content !== undefined)
      writeFileSync(path.join(folder, 'overlay.json'), JSON.stringify(content))
    const file = content === undefined ? [] : ['overlay.json']
    return gongkai(folder, 'law', command, ...file)
  }

  it('preview 不作保存；propose 提出后待复核；list 列出', async () => {
    const preview = await law('preview', HOLIDAY)
    const moved = '移动的日期：\n  2026-04-19 改为工作日\n  2026-04-20 改为休息日\n'
    assert.deepEqual([preview.code, preview.stdout], [0, moved])
    assert.match((await law('list')).stdout, /补充 0 项：/)
    const proposed = await law('propose', HOLIDAY)
    assert.match(proposed.stdout, /^已提出，编号 [0-9a-f-]{36}，复核同意后生效。\n移动的日期：/)
    const listed = await law('list')
    assert.equal(listed.code, 0)
    assert.match(
      listed.stdout,
      /补充 1 项：\n {2}\[待复核\] 2026年放假安排：放假 2026-04-20；调休上班 2026-04-19\n {4}来源：《放假通知》（云政办发电〔2025〕3号），2025-11-10\n/,
    )
    assert.match(listed.stdout, / {2}calendar\/2020 {2}2020年节假日安排（待核实）/)
  })

  it('法律不允许的：退出码2，说明依据', async () => {
    const late = { kind: 'localDuty', area: '云岭县', level: 'department', monthDay: '02-10' }
    const run = await law('propose', { ...HOLIDAY, content: { ...late, fromReportYear: 2025 } })
    assert.equal(run.code, 2)
    assert.match(run.stderr, /第四十九条/)
  })
})
