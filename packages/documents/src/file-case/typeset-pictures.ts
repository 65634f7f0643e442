import { createCanvas } from '@napi-rs/canvas'
import { type TypesetPdf, typesetPdf } from '../write/pdf.js'
import { type Picture, putPictures } from './put-pictures.js'

/**
 * `content` as PDF/A-2b by a typst template that names picture `n` `/n.jpg`, counted from 0, and gives each its size on the page; else as
 * `typesetPdf`.
 */
export function typesetPictures(
  template: string,
  content: object,
  day: string,
  pictures: readonly Picture[],
): TypesetPdf {
  const standIns = new Map([...pictures.keys()].map((n) => [`/${n}.jpg`, standIn(n)] as const))
  const options = { standard: 'a-2b', pictures: standIns } as const
  const { bytes, problems } = typesetPdf(template, content, day, options)
  return { bytes: putPictures(Buffer.from(bytes), pictures), problems }
}

/** What stands in for picture `n` while pages are set, known by its width: typst decodes every picture and keeps all of them. */
function standIn(n: number): Buffer {
  return createCanvas(n + 1, 1).encodeSync('jpeg')
}
