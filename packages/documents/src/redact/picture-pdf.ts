import type { LocalDate } from '@gongkai/law'
import type { Picture } from '../file-case/put-pictures.js'
import { typesetPictures } from '../file-case/typeset-pictures.js'

/** A page that is one picture, and its size in points. */
export type PicturePage = {
  readonly picture: Picture
  readonly width: number
  readonly height: number
}

/** A new PDF/A-2b whose pages are pictures and which holds nothing else; it bears the day `on`. */
export function picturePdf(pages: readonly PicturePage[], on: LocalDate): Uint8Array {
  const sizes = pages.map(({ width, height }) => ({ width, height }))
  const pictures = pages.map(({ picture }) => picture)
  return typesetPictures(TEMPLATE, { pages: sizes }, on, pictures).bytes
}

const TEMPLATE = `
#let (pages, day) = json(bytes(sys.inputs.content))
#set document(date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: "zh")
#for (index, (width, height)) in pages.enumerate() {
  page(
    width: width * 1pt,
    height: height * 1pt,
    margin: 0pt,
    image("/" + str(index) + ".jpg", width: 100%, height: 100%, fit: "stretch"),
  )
}
`
