import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { SCHEMAS, type SchemaName } from '@gongkai/app'
import { matchSchema, type Schema } from '@gongkai/documents'
import { CommanderError } from 'commander'
import { usageMessage } from '../src/output/failures.js'
import { run } from '../src/program.js'
import { exampleFolder, gongkai, gongkaiTo, objects } from './gongkai.js'

const FINANCE = '云岭县财政局2024年.docx'
const EDUCATION = '云岭县教育体育局2024年.html'
const COUNTY = '云岭县人民政府2024年.docx'

describe('gongkai merge、compare、rules、schema', () => {
  let folder: string
  let remove: () => void

  before(async () => {
    ;({ folder, remove } = await exampleFolder())
    writeFileSync(path.join(folder, '空.txt'), '')
    writeFileSync(path.join(folder, '菜单.txt'), '今日菜单\n红烧肉 12元\n')
    writeFileSync(path.join(folder, '改.json'), JSON.stringify(await amended()))
  })
  after(() => remove())

  it('merge：逐格相加，注明来源，与汇总报告核对', async () => {
    const files = [FINANCE, EDUCATION, FINANCE, COUNTY]
    const run = await gongkai(folder, 'merge', ...files, '--parent', COUNTY, '-o', 'm.json')
    assert.equal(run.code, 1)
    assert.match(run.stdout, /^m\.json：汇总了 2 份报告/)
    assert.match(run.stdout, /云岭县财政局2024年\.docx：与其他文件内容相同，只汇总一次/)
    assert.match(run.stdout, /表三 一·自然人：各单位合计 17，汇总报告 84/)
    const merged = JSON.parse(readFileSync(path.join(folder, 'm.json'), 'utf8'))
    const cell = merged.cells.find(
      ({ table, row, column }: Record<string, string>) =>
        table === 'requests' && row === '一' && column === '自然人',
    )
    assert.deepEqual(
      [cell.value, cell.sources.map(({ name, value }: Record<string, unknown>) => [name, value])],
      [
        17,
        [
          ['云岭县财政局', 8],
          ['云岭县教育体育局', 9],
        ],
      ],
    )
    const [read] = objects((await gongkai(folder, 'read', 'm.json')).stdout)
    assert.deepEqual([read.form, read.year, read.cells.length], ['2021', 2024, 200])
  })

  it('merge：年度不同的报告不算在汇总的份数里；问题写明是哪一格；Word 读回仍知年度', async () => {
    const files = [FINANCE, EDUCATION, '云岭县财政局2023年.txt']
    const run = await gongkai(folder, 'merge', ...files, '-o', 'y.json')
    assert.match(run.stdout, /^y\.json：汇总了 2 份报告/)
    assert.match(run.stdout, /云岭县财政局：报告年度为2023年，不是2024年/)
    const { problems } = JSON.parse(readFileSync(path.join(folder, 'y.json'), 'utf8'))
    const joint = problems.filter(({ message }: { message: string }) => /联合制发/.test(message))
    assert.equal(joint.length, 1)
    assert.match(joint[0].message, /^表二 规章·本年制发件数、[^：]*等6格：联合制发/)
    await gongkai(folder, 'merge', ...files, '-o', 'y.docx')
    const [read] = objects((await gongkai(folder, 'read', 'y.docx')).stdout)
    assert.deepEqual([read.form, read.year], ['2021', 2024])
  })

  it('merge：同一单位同一情形只说一次，注明有几格', async () => {
    const files = [FINANCE, EDUCATION]
    const run = await gongkai(folder, 'merge', ...files, '-o', 'g.json')
    const lines = run.stdout.split('\n').filter((line) => line.includes('未填数字'))
    assert.equal(new Set(lines.map((line) => line.split('，')[0])).size, lines.length)
    const { merge } = JSON.parse(readFileSync(path.join(folder, 'g.json'), 'utf8'))
    const kinds = merge.notes.map(({ name, reason }: Record<string, string>) => `${name} ${reason}`)
    assert.equal(new Set(kinds).size, kinds.length)
  })

  it('merge：读不了的文件不计入，并说明', async () => {
    const run = await gongkai(folder, 'merge', FINANCE, '没有.docx', '-o', 'n.json')
    assert.equal(run.code, 2)
    assert.match(run.stdout, /未计入合计（1）：\n {2}没有\.docx：未能读取/)
  })

  it('compare：数据和文字', async () => {
    const args = ['compare', '云岭县财政局2023年.txt', FINANCE]
    const list = await gongkai(folder, ...args)
    assert.equal(list.code, 0)
    assert.match(list.stdout, /行政规范性文件／现行有效件数：甲 11，乙 13（\+2）/)
    const [json] = objects((await gongkai(folder, ...args, '--json')).stdout)
    assert.deepEqual(Object.keys(json), ['a', 'b', 'cells', 'sameCells', 'passages'])
  })

  it('rules：每条规则的编号、级别、内容、依据', async () => {
    const list = await gongkai(folder, 'rules')
    assert.match(
      list.stdout,
      /ARI-01 \[错误\] 第一项加第二项之和，等于第三项加第四项之和\n {4}依据：《/,
    )
    const rules = JSON.parse((await gongkai(folder, 'rules', '--json')).stdout)
    assert.ok(rules.every(({ basis }: { basis: unknown[] }) => basis.length > 0))
  })

  // biome-ignore format: table
  const PRINTED: readonly (readonly [of: SchemaName, args: readonly string[]])[] = [
    ['read',    ['read', EDUCATION, COUNTY, '云岭县财政局2023年.txt', '改.json', '菜单.txt']],
    ['check',   ['check', '--json', EDUCATION, COUNTY, '改.json', '菜单.txt', '--previous', '云岭县财政局2023年.txt']],
    ['refusal', ['read', '没有.docx', '空.txt']],
    ['refusal', ['check', '--json', '没有.docx', '空.txt']],
  ]
  for (const [of, args] of PRINTED) {
    it(`schema ${of}：${args[0]} 的输出逐项符合，没有多余的项`, async () => {
      const schema: Schema = JSON.parse((await gongkai(folder, 'schema', of)).stdout)
      const printed = objects((await gongkai(folder, ...args)).stdout)
      assert.equal(
        printed.length,
        args.filter((one) => /\.\w+$/.test(one)).length - (args.includes('--previous') ? 1 : 0),
      )
      for (const object of printed) {
        const match = matchSchema(withoutDefaults(schema), object)
        assert.deepEqual(match, { ok: true, value: object })
      }
    })
  }

  /** A report with a correction that fits, one that does not, and a waiver. */
  async function amended() {
    const [report] = objects((await gongkai(folder, 'read', FINANCE)).stdout)
    const [{ findings }] = objects((await gongkai(folder, 'check', '--json', FINANCE)).stdout)
    const target = (row: string) => ({
      kind: 'cell',
      cell: { table: 'requests', row, column: '总计' },
    })
    const corrections = [
      { target: target('一'), from: '不是这样', to: '3', reason: null },
      {
        target: { kind: 'text', part: 'title', start: 0, end: 0 },
        from: '',
        to: '关于',
        reason: '补',
      },
    ]
    const [{ rule, target: place }] = findings
    return { ...report, corrections, waivers: [{ rule, target: place, reason: '无误' }] }
  }

  it('schema 缺省为 read，没有的说明有哪些', async () => {
    const { stdout } = await gongkai(folder, 'schema')
    assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify(SCHEMAS.read)))
    const { code, stderr } = await gongkai(folder, 'schema', 'write')
    assert.equal(code, 2)
    assert.match(stderr, /没有“write”的 JSON Schema。可以输出：read、check、refusal。/)
  })
})

/** Held against what was printed, a default must not stand in for what is lacking. */
function withoutDefaults(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === 'default' ? undefined : value)))
}

describe('用法不对：用中文说明怎么改', () => {
  // biome-ignore format: table
  const ROWS: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['无此命令'],                            /没有 无此命令 这个命令/],
    [['check'],                               /缺少要检查的文件/],
    [['check', '--previous', 'a.txt'],        /缺少要检查的文件/],
    [['read'],                                /缺少参数/],
    [['read', '--nope', 'a.txt'],             /没有 --nope 这个选项/],
    [['read', '--jobs'],                      /选项 -j, --jobs <N> 后面缺少内容/],
    [['read', '--jobs', '0', 'a.txt'],        /^--jobs 应为1至64的整数/],
    [['write', 'a.json'],                     /必须给出选项 -o, --output <文件>/],
    [['write', 'a.json', '-o', 'a.odt'],      /不能生成“odt”格式/],
    [['write', 'a.json', '-o', 'a'],          /a 没有扩展名/],
    [['compare', 'a.txt'],                    /缺少参数/],
    [['compare', 'a.txt', 'b.txt', 'c.txt'],  /参数过多/],
    [['key', 'accept'],                       /加 --yes 再运行/],
  ]
  for (const [args, says] of ROWS) {
    it(`gongkai ${args.join(' ')}`, async () => {
      await assert.rejects(
        run(['node', 'gongkai', ...args], { env: {}, now: () => new Date(0) }),
        (error: Error) => {
          const message = error instanceof CommanderError ? usageMessage(error) : error.message
          assert.match(message, says)
          return true
        },
      )
    })
  }

  it('退出码2，不显示调用栈', async () => {
    const { code, stdout, stderr } = await gongkai('.', 'write', 'a.json')
    assert.deepEqual([code, stdout], [2, ''])
    assert.equal(stderr.trim().split('\n').length, 1)
  })

  it('结果写不出去：退出码2，不与“有错误”混同', { skip: !existsSync('/dev/full') }, () => {
    const { status, stderr } = gongkaiTo('/dev/full', 'rules')
    assert.equal(status, 2)
    assert.match(stderr, /^gongkai：结果没有写完（ENOSPC）[^\n]*\n$/)
  })

  it('--help 为中文', async () => {
    const { code, stdout } = await gongkai('.', 'check', '--help')
    assert.equal(code, 0)
    assert.match(stdout, /^用法：/)
    assert.doesNotMatch(stdout, /Options|Usage|default/)
  })
})
