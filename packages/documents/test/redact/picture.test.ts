import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { redactFile } from '../../src/redact/redact-file.js'
import { holds } from './everything.js'

/** White, 40 × 20 pixels, red in the left quarter. */
function flag() {
  const canvas = createCanvas(40, 20)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 40, 20)
  context.fillStyle = '#ff0000'
  context.fillRect(0, 0, 10, 20)
  return canvas
}

/** A JPEG with EXIF that says SECRET and that it is to be turned to the right, and SECRET after its end. */
function photo(): Uint8Array {
  const jpeg = flag().encodeSync('jpeg', 95)
  const ifd = '\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00'
  const exif = Buffer.from(`Exif\0\0II*\0\x08\0\0\0${ifd}SECRET`, 'latin1')
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2])
  return new Uint8Array(Buffer.concat([head, exif, jpeg.subarray(2), Buffer.from('SECRET')]))
}

async function redact(bytes: Uint8Array, box: readonly [number, number, number, number]) {
  const [x, y, w, h] = box
  const boxes = [{ page: 1, x, y, w, h, ground: 'thirdPartyRights', note: '' }] as const
  const redacted = await redactFile(bytes, { boxes, passages: [], on: localDate('2026-01-05') })
  assert.ok(redacted.ok, JSON.stringify(redacted))
  return redacted.value
}

async function pixels(bytes: Uint8Array) {
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]
  return { width: image.width, height: image.height, at }
}

describe('遮盖图片', () => {
  it('按拍摄方向转正后遮盖，拍摄信息和文件尾部的数据都不再存在', async () => {
    assert.ok(holds(photo(), 'SECRET'))
    const { bytes, mediaType } = await redact(photo(), [0, 0.5, 1, 0.5])
    assert.equal(mediaType, 'image/jpeg')
    assert.equal(holds(bytes, 'SECRET'), false)
    assert.equal(holds(bytes, 'Exif'), false)
    const { width, height, at } = await pixels(bytes)
    assert.deepEqual([width, height], [20, 40])
    const [red = 0, green = 255] = at(10, 2)
    assert.ok(red > 200 && green < 60, '转正后红色在上')
    assert.ok(Math.max(...at(2, 38)) < 30)
  })

  it('PNG 仍是 PNG，框外一点不差', async () => {
    const { bytes, extension } = await redact(
      new Uint8Array(flag().encodeSync('png')),
      [0.5, 0, 0.5, 1],
    )
    assert.equal(extension, 'png')
    const { at } = await pixels(bytes)
    assert.deepEqual(
      [at(2, 2), at(15, 2), at(21, 1)],
      [
        [255, 0, 0],
        [255, 255, 255],
        [0, 0, 0],
      ],
    )
  })
})
