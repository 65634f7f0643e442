import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { exampleFolder, gongkai, objects } from './gongkai.js'

const FINANCE = '云岭县财政局2023年.txt'
const FIELDS = [
  ...['file', 'sha256', 'mediaType', 'form', 'title', 'authority', 'year', 'intro', 'sections'],
  ...['cells', 'problems', 'signature', 'signedOn', 'publishedOn', 'figures', 'labels'],
  ...['residue', 'trace'],
]

describe('gongkai read、write', () => {
  let folder: string
  let remove: () => void

  before(async () => {
    ;({ folder, remove } = await exampleFolder())
  })
  after(() => remove())

  it('read 输出约定的各项', async () => {
    const { code, stdout, stderr } = await gongkai(folder, 'read', FINANCE)
    const [report, ...others] = objects(stdout)
    assert.deepEqual([code, stderr, others], [0, '', []])
    assert.deepEqual(Object.keys(report).toSorted(), FIELDS.toSorted())
    assert.equal(report.file, FINANCE)
    assert.match(report.sha256, /^[0-9a-f]{64}$/)
    assert.equal(report.mediaType, 'text/plain')
    assert.deepEqual([report.form, report.authority, report.year], ['2021', '云岭县财政局', 2023])
    assert.deepEqual(
      report.sections.map(({ no }: { no: string }) => no),
      ['一', '二', '三', '四', '五', '六'],
    )
    assert.equal(report.cells.length, 200)
    assert.deepEqual(report.cells[5], {
      ...{ table: 'proactive', row: '行政规范性文件', column: '现行有效件数', state: 'number' },
      ...{ value: 11, unit: null, raw: '11', inferred: false },
      at: { kind: 'line', line: 14, column: 13, endLine: 14, endColumn: 15 },
    })
    assert.ok(report.figures.some(({ raw }: { raw: string }) => raw === '168条'))
  })

  it('read 文件夹：坏文件给出原因，其他文件照常读取，退出码2', async () => {
    const mixed = path.join(folder, 'mixed', 'inner')
    mkdirSync(mixed, { recursive: true })
    writeFileSync(path.join(mixed, '坏.docx'), 'PK\u0003\u0004 not a document')
    writeFileSync(path.join(mixed, '~$锁定.docx'), '')
    writeFileSync(path.join(mixed, '说明.log'), '不是报告')
    writeFileSync(path.join(folder, 'mixed', '好.txt'), readFileSync(path.join(folder, FINANCE)))
    const { code, stdout } = await gongkai(folder, 'read', 'mixed', '--jobs', '2')
    const [bad, good, ...others] = objects(stdout)
    assert.deepEqual([code, others], [2, []])
    assert.deepEqual(
      [bad.file, bad.refusal.code, Object.keys(bad)],
      ['mixed/inner/坏.docx', 'file.damaged', ['file', 'refusal']],
    )
    assert.match(bad.refusal.message, /请/)
    assert.deepEqual([good.file, good.form], ['mixed/好.txt', '2021'])
  })

  it('write 生成的 Word 文件读回来内容相同', async () => {
    const first = await gongkai(folder, 'read', FINANCE)
    writeFileSync(path.join(folder, 'r.json'), first.stdout)
    const write = ['write', 'r.json', '--to', 'docx', '-o', 'r.docx']
    const written = await gongkai(folder, ...write)
    assert.deepEqual([written.code, written.stdout, written.stderr], [0, '', ''])
    const second = await gongkai(folder, 'read', 'r.docx')
    assert.deepEqual(content(second.stdout), content(first.stdout))
    const again = await gongkai(folder, ...write)
    assert.equal(again.code, 2)
    assert.match(again.stderr, /已经存在.*--force/)
    assert.equal((await gongkai(folder, ...write, '--force')).code, 0)
  })

  it('write 按扩展名决定格式，csv 注明最初的文件', async () => {
    const first = await gongkai(folder, 'read', FINANCE)
    writeFileSync(path.join(folder, 's.json'), first.stdout)
    assert.equal((await gongkai(folder, 'write', 's.json', '-o', 's.csv')).code, 0)
    const [, line = ''] = readFileSync(path.join(folder, 's.csv'), 'utf8').split('\r\n')
    assert.ok(line.startsWith(`${FINANCE},${objects(first.stdout)[0].sha256},text/plain,2021,`))
  })
})

/** All that does not name the file or a place in it. */
function content(stdout: string) {
  const [report] = objects(stdout)
  const { title, authority, year, form, intro, sections, cells, signature, signedOn } = report
  const values = cells.map(({ at: _, ...cell }: { at: unknown }) => cell)
  return { title, authority, year, form, intro, sections, cells: values, signature, signedOn }
}
