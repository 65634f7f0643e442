export type PictureKind = 'jpeg' | 'png'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

/** Whether `bytes` are a picture that can be redacted, by their beginning. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const begins = (magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (begins(PNG)) return 'png'
  return begins(JPEG) ? 'jpeg' : null
}

/** Width and height in pixels as the head of the file states them, before anything is decoded; null where there is none. */
export function pictureSize(bytes: Uint8Array, kind: PictureKind) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'png') {
    return bytes.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }
  }
  return jpegSize(view)
}

/** Walks the segments of a JPEG to its frame (SOF0–SOF15 without DHT, JPG and DAC). */
function jpegSize(view: DataView) {
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}
