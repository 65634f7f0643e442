import { compareFiles } from '@gongkai/app/toolkit'
import type {
  CellChange,
  ComparedValue,
  Comparison,
  PassageChange,
  SavedReport,
} from '@gongkai/report'
import type { Command } from 'commander'
import { readOneReport } from '../input/read-reports.js'
import type { PoolOptions } from '../input/run-pool.js'
import { print } from '../output/print.js'

type Options = Pick<PoolOptions, 'debug'> & { readonly json?: boolean }

/** `gongkai compare A B`: what differs between two reports, figure by figure and sentence by sentence. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .usage('<甲> <乙> [选项]')
    .description('比较两份报告的数据和文字')
    .argument('<甲>', '报告文件')
    .argument('<乙>', '报告文件')
    .option('--json', '输出一行 JSON')
    .action(async (a: string, b: string, _, self: Command) => {
      await compare(a, b, self.optsWithGlobals())
    })
}

async function compare(a: string, b: string, options: Options): Promise<void> {
  const one = await readOneReport(a, options)
  const other = await readOneReport(b, options)
  if (!one || !other) return
  const comparison = compareFiles(one, other)
  await print(
    options.json ? JSON.stringify({ a, b, ...comparison }) : listOf(one, other, comparison),
  )
}

function listOf(
  a: SavedReport,
  b: SavedReport,
  { cells, sameCells, passages }: Comparison,
): string {
  const same = passages.filter(({ kind }) => kind === 'same').length
  const changed = passages.filter(({ kind }) => kind !== 'same')
  return [
    `甲：${a.title ?? a.file}`,
    `乙：${b.title ?? b.file}`,
    `数据：${sameCells} 项相同，${cells.length} 项不同`,
    ...cells.map((cell) => `  ${cellLine(cell)}`),
    `文字：${same} 句相同，${changed.length} 句不同`,
    ...changed.map((passage) => `  ${passageLine(passage)}`),
  ].join('\n')
}

function cellLine({ label, a, b, difference, note }: CellChange): string {
  const by = difference === null ? '' : `（${difference > 0 ? '+' : ''}${difference}）`
  return `${label}：甲 ${valueText(a)}，乙 ${valueText(b)}${by}${note ? `。${note}` : ''}`
}

const STATES = {
  number: '',
  blank: '空白',
  mark: '符号',
  text: '文字',
  unread: '未读出',
  absent: '无此栏',
}

function valueText({ state, value, unit }: ComparedValue): string {
  return value === null ? STATES[state] : `${value}${unit ?? ''}`
}

const KINDS = {
  same: '相同',
  numbers: '只换数字',
  changed: '改动',
  onlyInA: '仅甲有',
  onlyInB: '仅乙有',
}

function passageLine({ kind, a, b }: PassageChange): string {
  const texts = kind === 'numbers' || kind === 'changed' ? [a?.text, b?.text] : [a?.text ?? b?.text]
  return `[${KINDS[kind]}] ${texts.join(' → ').replace(/\s*\n\s*/g, ' ⏎ ')}`
}
