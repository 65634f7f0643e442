import { ok, type Result } from '@gongkai/law'
import type { Problem } from '@gongkai/report'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { REFUSALS } from '../source/guards/refusals.js'
import { numbered, strayBox } from './boxes.js'
import { burn, toPicture } from './burn.js'
import { type PictureKind, pictureSize } from './picture-size.js'
import type { Redacted, Redactions, RedactRefusal } from './redaction.js'
import { REDACT_REFUSALS } from './refuse.js'
import { besideText } from './still-open.js'
import { withheldAs } from './withheld.js'

/** Four bytes each in memory. */
const MOST_PIXELS = 100_000_000

/** A JPEG or PNG with boxes burnt in, encoded anew: of the old file only pixels remain, no EXIF, no preview, no text. */
export async function redactPicture(
  bytes: Uint8Array,
  kind: PictureKind,
  redactions: Redactions,
): Promise<Result<Redacted, RedactRefusal>> {
  const { boxes } = redactions
  const drawn = await drawPicture(bytes, kind)
  if (!drawn.ok) return drawn
  const stray = strayBox(boxes, 1)
  if (stray) return REDACT_REFUSALS.noSuchPlace('图上的方框')
  const marks = numbered(boxes)
  const canvas = drawn.value
  burn(canvas, marks)
  const isJpeg = kind === 'jpeg'
  const withheld = marks.map((box) => withheldAs(box.no, '图上', box))
  return ok({
    bytes: isJpeg ? (await toPicture(canvas)).jpeg : new Uint8Array(await canvas.encode('png')),
    mediaType: isJpeg ? 'image/jpeg' : 'image/png',
    extension: isJpeg ? 'jpg' : 'png',
    withheld,
    openText: besideText(redactions, withheld),
    problems: [UNCHECKED],
  })
}

const UNCHECKED: Problem = {
  code: 'redact.unchecked',
  at: null,
  message: '图片中的文字无法自动检查，遮盖是否完整、是否还有个人信息，请核对。',
}

/** A picture on white, turned as its EXIF says; refused where it is damaged or too large to hold. */
export async function drawPicture(bytes: Uint8Array, kind: PictureKind) {
  const size = pictureSize(bytes, kind)
  if (!size) return damaged()
  if (size.width * size.height > MOST_PIXELS) return REDACT_REFUSALS.tooManyPixels()
  const image = await load(bytes)
  if (!image) return damaged()
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0)
  return ok(canvas)
}

function damaged() {
  return REFUSALS.damaged('图片无法显示')
}

async function load(bytes: Uint8Array): Promise<Image | null> {
  try {
    return await loadImage(Buffer.from(bytes))
  } catch {
    return null
  }
}
