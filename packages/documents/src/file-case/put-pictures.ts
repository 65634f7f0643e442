/** A JPEG in RGB with its size in pixels. */
export type Picture = {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

type PdfObject = { readonly number: number; readonly bytes: Buffer }

/**
 * Puts pictures into a PDF that typst has set: a JPEG in it of `n + 1` pixels width stands for picture `n`. The file is written anew with its
 * table of objects. Throws where a picture finds no place: that is a fault.
 */
export function putPictures(pdf: Buffer, pictures: readonly Picture[]): Uint8Array {
  const start = Number(
    /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', pdf.length - 60))?.[1],
  )
  const table = pdf.toString('latin1', start)
  const offsets = offsetsIn(table)
  const [first] = offsets
  if (!first) throw new Error('PDF 中没有对象表')
  let placed = 0
  const parts: Buffer[] = [pdf.subarray(0, first.offset)]
  for (const [index, { number, offset }] of offsets.entries()) {
    const bytes = pdf.subarray(offset, offsets[index + 1]?.offset ?? start)
    const picture = pictureFor(bytes, pictures)
    if (picture) placed++
    parts.push(picture ? pictureObject({ number, bytes }, picture) : bytes)
  }
  if (placed !== pictures.length)
    throw new Error(`PDF 中有 ${placed} 幅图，应有 ${pictures.length} 幅`)
  return new Uint8Array(Buffer.concat([...parts, tableOf(table, offsets, parts)]))
}

type Offset = { readonly number: number; readonly offset: number }

/** Where each object begins, in the order of the file. */
function offsetsIn(table: string): readonly Offset[] {
  return [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gm)]
    .map(([, offset, use], number) => ({ number, offset: Number(offset), use }))
    .filter(({ use }) => use === 'n')
    .toSorted((a, b) => a.offset - b.offset)
}

const HEAD_BYTES = 600

function headOf(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, HEAD_BYTES)
  return head.slice(0, head.indexOf('stream'))
}

function pictureFor(bytes: Buffer, pictures: readonly Picture[]): Picture | undefined {
  const head = headOf(bytes)
  if (!/\/Subtype\s*\/Image\b/.test(head)) return undefined
  return pictures[Number(/\/Width (\d+)/.exec(head)?.[1]) - 1]
}

function pictureObject({ bytes }: PdfObject, { jpeg, width, height }: Picture): Buffer {
  const head = headOf(bytes)
    .replace(/\/Length \d+/, `/Length ${jpeg.length}`)
    .replace(/\/Width \d+/, `/Width ${width}`)
    .replace(/\/Height \d+/, `/Height ${height}`)
  const end = '\nendstream\nendobj\n\n'
  return Buffer.concat([Buffer.from(`${head}stream\n`, 'latin1'), jpeg, Buffer.from(end, 'latin1')])
}

/** The table of objects and the trailer, for objects that stand where `parts` put them: the first part is the head of the file. */
function tableOf(table: string, offsets: readonly Offset[], parts: readonly Buffer[]): Buffer {
  const starts = new Map<number, number>()
  let at = parts[0]?.length ?? 0
  for (const [index, { number }] of offsets.entries()) {
    starts.set(number, at)
    at += parts[index + 1]?.length ?? 0
  }
  let number = -1
  const moved = table
    .replace(/^\d{10} (\d{5} [nf])/gm, (_, use: string) => {
      number++
      return `${String(starts.get(number) ?? 0).padStart(10, '0')} ${use}`
    })
    .replace(/startxref\s+\d+/, `startxref\n${at}`)
  return Buffer.from(moved, 'latin1')
}
