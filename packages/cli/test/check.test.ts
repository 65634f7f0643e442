import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { BIN, exampleFolder, gongkai, objects } from './gongkai.js'

const BEFORE = '云岭县财政局2023年.txt'
const NOW = '云岭县财政局2024年.docx'
const STREET = '云岭县石桥街道办事处2024年.txt'

const COUNTY = '云岭县人民政府2024年.docx'
const EDUCATION = '云岭县教育体育局2024年.html'

type Finding = { readonly rule: string; readonly severity: string }

describe('gongkai check', () => {
  let folder: string
  let remove: () => void

  before(async () => {
    ;({ folder, remove } = await exampleFolder())
    mkdirSync(path.join(folder, 'previous'))
    copyFileSync(path.join(folder, BEFORE), path.join(folder, 'previous', BEFORE))
    copyFileSync(path.join(folder, STREET), path.join(folder, 'previous', STREET))
    mkdirSync(path.join(folder, 'below'))
    for (const name of [NOW, BEFORE, EDUCATION]) {
      copyFileSync(path.join(folder, name), path.join(folder, 'below', name))
    }
    writeFileSync(path.join(folder, '空.txt'), '')
    writeFileSync(path.join(folder, '菜单.txt'), '今日菜单\n红烧肉 12元\n青菜 5元\n')
  })
  after(() => remove())

  const check = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await gongkai(folder, 'check', '--json', ...args)
    return { code, stderr, found: objects(stdout) }
  }
  const rulesOf = (one: { findings: readonly Finding[] }) => one.findings.map(({ rule }) => rule)

  it('没有错误：0', async () => {
    const { code, found } = await check(BEFORE)
    assert.deepEqual([code, found.length, found[0].file], [0, 1, BEFORE])
  })

  it('有错误：1，各项齐全', async () => {
    const { code, found } = await check(NOW)
    assert.equal(code, 1)
    const [{ ruleset, findings, notAssessable }] = found
    assert.equal(typeof ruleset, 'string')
    const sum = findings.find(({ rule }: Finding) => rule === 'NUM-02')
    assert.deepEqual(
      ['rule', 'severity', 'message', 'at', 'says', 'shouldBe', 'basis'].filter(
        (field) => !(field in sum),
      ),
      [],
    )
    assert.deepEqual([sum.severity, sum.at.kind], ['error', 'paragraph'])
    assert.ok(notAssessable.some(({ rule }: Finding) => rule === 'XYR-01'))
  })

  it('不再相符的更正没有采用，清单写明', async () => {
    const [report] = objects((await gongkai(folder, 'read', BEFORE)).stdout)
    const cell = { table: 'requests', row: '一', column: '总计' }
    const corrections = [{ target: { kind: 'cell', cell }, from: '999', to: '3', reason: null }]
    writeFileSync(path.join(folder, '旧.json'), JSON.stringify({ ...report, corrections }))
    const { stdout } = await gongkai(folder, 'check', '旧.json')
    assert.match(stdout, /未采用的更正：\n {4}\S/)
  })

  it('多份文件取最大的退出码，坏文件给出原因', async () => {
    const { code, found } = await check(NOW, '空.txt', BEFORE)
    assert.equal(code, 2)
    assert.deepEqual(
      found.map(({ file, refusal }) => [file, refusal?.code]),
      [
        [NOW, undefined],
        ['空.txt', 'file.empty'],
        [BEFORE, undefined],
      ],
    )
  })

  it('不是年度报告的文件没有检查：2', async () => {
    const { code, found } = await check('菜单.txt')
    assert.equal(code, 2)
    assert.deepEqual(found[0].findings, [])
    const { stdout } = await gongkai(folder, 'check', '菜单.txt')
    assert.match(stdout, /没有认出年度报告，未作检查/)
  })

  // biome-ignore format: table
  const PREVIOUS: readonly (readonly [how: string, args: readonly string[]])[] = [
    ['文件写在后面',       [NOW, '--previous', BEFORE]],
    ['文件写在前面',       ['--previous', BEFORE, NOW]],
    ['文件夹',             [NOW, '--previous', 'previous']],
    ['多个文件',           [NOW, '--previous', STREET, BEFORE]],
  ]
  for (const [how, args] of PREVIOUS) {
    it(`--previous ${how}：与上一年度核对`, async () => {
      const { code, found } = await check(...args)
      assert.deepEqual([code, found.length, found[0].file], [1, 1, NOW])
      assert.ok(rulesOf(found[0]).includes('XYR-01'))
    })
  }

  it('--previous 属于其他机关：说明不能核对', async () => {
    const { found } = await check(NOW, '--previous', STREET)
    const said = found[0].notAssessable.find(({ rule }: Finding) => rule === 'XYR-01')
    assert.match(said.reason, /所附报告/)
  })

  it('--siblings：检查雷同', async () => {
    assert.ok(!rulesOf((await check(STREET)).found[0]).includes('SIB-01'))
    const { found } = await check(STREET, '--siblings', '.')
    assert.ok(rulesOf(found[0]).includes('SIB-01'))
  })

  it('--subordinates：与所属各单位之和核对，其他年度的和自身不算', async () => {
    const lacking = (one: { notAssessable: readonly { rule: string; reason: string }[] }) =>
      one.notAssessable.filter(({ rule }) => rule === 'AGG-01').map(({ reason }) => reason)
    const [alone] = (await check(COUNTY)).found
    assert.match(lacking(alone)[0] ?? '', /^未提供所属各单位的报告/)
    const [held] = (await check(COUNTY, '--subordinates', 'below')).found
    assert.deepEqual(lacking(held), [])
    const [finding] = held.findings.filter(({ rule }: Finding) => rule === 'AGG-01')
    assert.match(finding.message, /“表二[^”]*”|各单位合计/)
    const own = await check(NOW, '--subordinates', 'below')
    assert.ok(!rulesOf(own.found[0]).includes('AGG-01'))
  })

  it('--authority：以给出的名称为准', async () => {
    const { found } = await check(BEFORE, '--authority', '云岭县人民政府')
    assert.ok(rulesOf(found[0]).includes('STR-07'))
  })

  it('清单写明级别、位置、原文和依据', async () => {
    const { code, stdout } = await gongkai(folder, 'check', NOW)
    assert.equal(code, 1)
    assert.match(stdout, /^云岭县财政局2024年\.docx（云岭县财政局，2024年）：错误 1 处/)
    assert.match(stdout, /\[错误\] NUM-02 第一部分正文，第5段：/)
    assert.match(stdout, /原文：195条/)
    assert.match(stdout, /依据：《/)
    assert.match(stdout, /未能核验：/)
  })

  it('读者提前离开管道时安静结束', async () => {
    const { stderr } = await piped(folder)
    assert.equal(stderr, '')
  })
})

/** `gongkai rules --json` into a pipe that is closed at once. */
function piped(folder: string): Promise<{ stderr: string }> {
  const child = spawn('sh', ['-c', `"${process.execPath}" "${BIN}" rules --json | head -c 10`], {
    cwd: folder,
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdout.resume()
  return new Promise((resolve) => child.on('close', () => resolve({ stderr })))
}
