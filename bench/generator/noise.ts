import { type Block, mapCells } from './blocks.js'
import type { GridCell } from './grids.js'
import type { Rng } from './rng.js'
import { toTraditional } from './traditional.js'

/** A way printed labels or figures go wrong on their way into a text. */
export type NoiseName = keyof typeof NOISE

type Change = (text: string, rng: Rng) => string
type Noise = (blocks: Block[], rng: Rng) => Block[]

const LETTER = /[一-鿿）)、]/

const onLabels =
  (change: Change, share = 1): Noise =>
  (blocks, rng) =>
    mapCells(blocks, ({ role, text }) =>
      role === 'data' || !rng.chance(share) ? text : change(text, rng),
    )

const onData =
  (change: Change, share = 1): Noise =>
  (blocks, rng) =>
    mapCells(blocks, ({ role, text }: GridCell) =>
      role !== 'data' || text === '' || !rng.chance(share) ? text : change(text, rng),
    )

function onHeadings(blocks: Block[], change: (text: string) => string): Block[] {
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, text: change(block.text) } : block,
  )
}

function split(text: string, by: string, rng: Rng): string {
  if (text.length < 4 || text.includes('\n')) return text
  const at = rng.int(2, text.length - 2)
  const fits = LETTER.test(text[at - 1] ?? '') && /[一-鿿]/.test(text[at] ?? '')
  return fits ? `${text.slice(0, at)}${by}${text.slice(at)}` : text
}

const narrow = (text: string): string =>
  text.replace(
    /[（）：，；]/g,
    (mark) => ({ '（': '(', '）': ')', '：': ':', '，': ',', '；': ';' })[mark] ?? mark,
  )

const wideDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** Every kind of noise by name. */
const NOISE = {
  'broken-labels': onLabels((text, rng) => split(text, '\n', rng), 0.5),
  'inner-spaces': onLabels((text, rng) => {
    if (text.length <= 12 && rng.chance(0.3)) return [...text].join(' ')
    return split(text, rng.pick([' ', '　', '  ']), rng)
  }, 0.4),
  'half-width': (blocks: Block[], rng: Rng) => onHeadings(onLabels(narrow)(blocks, rng), narrow),
  'dot-style': (blocks: Block[], rng: Rng) => {
    const dot = rng.pick(['、', '．', '. ', '．　', ')'])
    return onLabels((text) => text.replace(/^(\d)\./, `$1${dot}`))(blocks, rng)
  },
  'no-degree': onLabels((text) => text.replace('三、本年度办理结果', '三、本年办理结果')),
  'number-style': (blocks: Block[], rng: Rng) => {
    const mark = rng.pick(['. ', '．', ' ', '，'])
    return onLabels((text) => text.replace(/^([一二三四])、/, `$1${mark}`))(blocks, rng)
  },
  'full-width-digits': onData(wideDigits),
  'cell-spaces': onData(
    (text, rng) => rng.pick([` ${text}`, `${text} `, `　${text}`, `\u00a0${text}`]),
    0.6,
  ),
  thousands: onData((text) => text.replace(/^(\d{1,3})(\d{3})(?=元|$)/, '$1,$2')),
  traditional: (blocks: Block[], rng: Rng) =>
    onHeadings(onLabels(toTraditional)(blocks, rng), toTraditional),
  quotes: (blocks: Block[], rng: Rng) => {
    const [open, close] = rng.pick([
      ['"', '"'],
      ['‘', '’'],
      ['「', '」'],
      ['', ''],
    ] as const)
    return onLabels((text) => text.replace('“', open).replace('”', close))(blocks, rng)
  },
  'long-heading': (blocks: Block[]) =>
    onHeadings(blocks, (text) =>
      text.replace(
        /^四、政府信息公开行政复议、行政诉讼情况/,
        '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      ),
    ),
} satisfies Record<string, Noise>

const NAMES = Object.keys(NOISE) as NoiseName[]

/** Applies named noise in order. */
export function applyNoise(blocks: Block[], names: readonly NoiseName[], rng: Rng): Block[] {
  return names.reduce((result, name) => NOISE[name](result, rng), blocks)
}

/** Draws the noise of a document: none for half of them, otherwise one to three kinds. */
export function drawNoise(rng: Rng, never: readonly NoiseName[] = []): NoiseName[] {
  if (rng.chance(0.45)) return []
  const usable = NAMES.filter((name) => !never.includes(name))
  const drawn = rng.shuffle(usable).slice(0, rng.int(1, 3))
  return NAMES.filter((name) => drawn.includes(name))
}
