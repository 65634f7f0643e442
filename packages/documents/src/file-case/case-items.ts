import type { Problem } from '@gongkai/report'
import { toPicture } from '../redact/burn.js'
import { openDrawing } from '../redact/draw-pages.js'
import { foreignFonts } from '../redact/foreign-fonts.js'
import { pictureKind } from '../redact/picture-size.js'
import { drawPicture } from '../redact/redact-picture.js'
import { readSource } from '../source/read-source.js'
import { sniff } from '../source/sniff/sniff.js'
import type { Block } from '../source/source.js'
import type { CaseFile } from './filed-case.js'
import type { Picture } from './put-pictures.js'

/** A cell by its place in a table, spans included; rows and columns from 0. */
type ItemCell = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly text: string
}

/** What the template sets, in its order. A picture has its number in the document and its size in points. */
export type CaseItem =
  | { readonly kind: 'paragraph'; readonly text: string; readonly align: string }
  | {
      readonly kind: 'table'
      readonly columns: number
      readonly hasHead: boolean
      readonly cells: readonly ItemCell[]
    }
  | {
      readonly kind: 'picture'
      readonly index: number
      readonly width: number
      readonly height: number
    }

/** Pictures of a document, counted as they come. */
export type Album = { readonly pictures: Picture[]; readonly problems: Problem[] }

/** A picture takes 400 kB: with so many the document is 200 MB. */
const MOST_PICTURES = 500

/**
 * A file as items: pages of a PDF and pictures as pictures, what has a text as its text, and of everything else a line that says where it is
 * to be found. Nothing is left out in silence.
 */
export async function fileItems(file: CaseFile, album: Album): Promise<readonly CaseItem[]> {
  const { name, bytes } = file
  const items = await itemsOf(bytes, album)
  if (typeof items !== 'string') return items
  const message = `“${name}”${items}，未能印入案卷，原件见归档包。`
  album.problems.push({ code: 'case.not-printed', at: null, message })
  return [note(message)]
}

async function itemsOf(bytes: Uint8Array, album: Album): Promise<readonly CaseItem[] | string> {
  const picture = pictureKind(bytes)
  if (picture) return pictureItems(bytes, picture, album)
  const kind = await sniff(bytes, '')
  if (!kind.ok) return reasonOf(kind.refusal.code)
  if (kind.value === 'pdf') return pageItems(bytes, album)
  const source = await readSource(bytes, '')
  if (!source.ok) return reasonOf(source.refusal.code)
  const text = '以下为该文件的文字，版式以归档包中的原件为准。'
  return [note(text), ...source.value.blocks.map(blockItem)]
}

function reasonOf(code: string): string {
  if (code === 'file.encrypted') return '设有密码'
  if (code === 'file.empty' || code === 'file.damaged') return '没有内容或者已经损坏'
  return code === 'file.unsupported' ? '的格式不能转为页面' : '不能转为页面'
}

async function pictureItems(bytes: Uint8Array, kind: 'jpeg' | 'png', album: Album) {
  if (album.pictures.length >= MOST_PICTURES) return TOO_MANY
  const drawn = await drawPicture(bytes, kind)
  if (!drawn.ok) return '不能显示'
  const picture = await toPicture(drawn.value)
  const { width, height } = picture
  return [addPicture(album, picture, { width: width * PIXEL, height: height * PIXEL })]
}

/** Points of a pixel at 200 dpi. */
const PIXEL = 72 / 200

const TOO_MANY = `使案卷的图片页超过${MOST_PICTURES}页`

async function pageItems(bytes: Uint8Array, album: Album) {
  const opened = await openDrawing(bytes)
  if (!opened.ok) return reasonOf(opened.refusal.code)
  const { pages, draw, close } = opened.value
  try {
    if (album.pictures.length + pages > MOST_PICTURES) return TOO_MANY
    const items: CaseItem[] = []
    const foreign: number[] = []
    for (let number = 1; number <= pages; number++) {
      const page = await draw(number)
      if (!page) {
        items.push(note(`第${number}页无法读出，见归档包中的原件。`))
        continue
      }
      if (page.hasForeignFont) foreign.push(number)
      items.push(addPicture(album, await toPicture(page.canvas), page))
    }
    album.problems.push(...foreignFonts(foreign))
    return items
  } finally {
    await close()
  }
}

type Size = { readonly width: number; readonly height: number }

function addPicture({ pictures }: Album, picture: Picture, { width, height }: Size): CaseItem {
  pictures.push(picture)
  return { kind: 'picture', index: pictures.length - 1, width, height }
}

function note(text: string): CaseItem {
  return { kind: 'paragraph', text, align: 'left' }
}

function blockItem(block: Block): CaseItem {
  if (block.kind === 'line') return note(block.text)
  const cells = block.cells.map(({ text, row, column, rowSpan, colSpan }) => {
    return { x: column, y: row, w: colSpan, h: rowSpan, text }
  })
  return { kind: 'table', columns: block.width, hasHead: false, cells: withoutOverlaps(cells) }
}

/** Damaged tables may claim one place twice: the first cell has it, and a cell that has its own place alone is kept without its span. */
function withoutOverlaps(cells: readonly ItemCell[]): ItemCell[] {
  const taken = new Set<string>()
  const takes = ({ x, y, w, h }: ItemCell) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)}/${y + Math.floor(i / w)}`)
  return cells.flatMap((cell) => {
    const fit = [cell, { ...cell, w: 1, h: 1 }].find(
      (one) => !takes(one).some((at) => taken.has(at)),
    )
    for (const at of fit ? takes(fit) : []) taken.add(at)
    return fit ? [fit] : []
  })
}
