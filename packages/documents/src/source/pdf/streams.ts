import { inflateSync } from 'node:zlib'

/** What the streams of a PDF are like before any library inflates them. */
export type StreamCheck = {
  readonly state: 'sound' | 'damaged' | 'inflates-too-far' | 'too-deep'
  readonly hasPictures: boolean
}

/** One stream of drawing operators or tables once inflated, in bytes: a crowded page has 60 kB. */
const MOST_INFLATED = 1_000_000

/** All of them together. */
const MOST_TOGETHER = 24_000_000

/** A font or colour profile once inflated, in bytes: a whole Chinese font has up to 30 MB. */
const MOST_LARGE = 48_000_000

/** Graphics states open at once; pdfjs takes time by the square of them. A drawing has 30. */
const DEEPEST = 2000

/**
 * Inflates every stream of a PDF with a bound: pictures are passed over as they are never decoded. A stream
 * that breaks off is `damaged`; in an encrypted file nothing can be told of them.
 */
export function checkStreams(bytes: Uint8Array): StreamCheck {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isEncrypted = file.includes('/Encrypt', 0, 'latin1')
  let hasPictures = false
  let isDamaged = false
  let together = 0
  for (const { head, packed } of streamsOf(file)) {
    if (PICTURE.test(head)) hasPictures = true
    if (isEncrypted || UNREAD.test(head)) continue
    const data = inflated(head, packed)
    if (data === 'damaged') isDamaged = true
    else if (typeof data === 'string') return { state: data, hasPictures }
    else if (!LARGE.test(head)) together += data.length
    if (together > MOST_TOGETHER) return { state: 'inflates-too-far', hasPictures }
  }
  return { state: isDamaged ? 'damaged' : 'sound', hasPictures }
}

const PICTURE = /\/Subtype\s*\/Image\b/

/** Pictures, attachments and descriptions are never inflated. */
const UNREAD = /\/Subtype\s*\/Image\b|\/Type\s*\/(?:EmbeddedFile|Metadata)\b/

/** Fonts and colour profiles. */
const LARGE = /\/Length1\b|\/Alternate\b|\/Subtype\s*\/(?:OpenType|Type1C|CIDFontType0C)\b/

/** A stream with the dictionary before it. */
type Stream = { readonly head: string; readonly packed: Buffer }

/** Dictionaries are no longer than this before their stream begins. */
const LONGEST_HEAD = 1000

function* streamsOf(file: Buffer): Generator<Stream> {
  let at = file.indexOf('stream', 0, 'latin1')
  while (at >= 0) {
    const from = file[at + 6] === 13 ? at + 8 : at + 7
    const end = file.indexOf('endstream', from, 'latin1')
    const to = end < 0 ? file.length : end
    const before = file.toString('latin1', Math.max(0, at - LONGEST_HEAD), at)
    yield { head: before.slice(before.lastIndexOf(' obj') + 1), packed: file.subarray(from, to) }
    at = file.indexOf('stream', to + 9, 'latin1')
  }
}

/** The bytes of a stream, or why they are not had; those of other filters than Flate count as they stand. */
function inflated(
  head: string,
  packed: Buffer,
): Uint8Array | Exclude<StreamCheck['state'], 'sound'> {
  const bound = LARGE.test(head) ? MOST_LARGE : MOST_INFLATED
  const filters = head.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0
  if (filters > 1) return 'inflates-too-far'
  const isFlate = /\/Filter\s*\[?\s*\/Fl/.test(head)
  try {
    const data = isFlate ? inflateSync(packed, { maxOutputLength: bound }) : packed
    if (data.length > bound) return 'inflates-too-far'
    return LARGE.test(head) || depthOf(data) <= DEEPEST ? data : 'too-deep'
  } catch (error) {
    return error instanceof RangeError ? 'inflates-too-far' : 'damaged'
  }
}

const [SAVE, RESTORE, BLANK] = [0x71, 0x51, 0x20]

/** How many graphics states are saved at once: operators q without their Q. */
function depthOf(data: Uint8Array): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]
    if (byte !== SAVE && byte !== RESTORE) continue
    if ((data[i - 1] ?? BLANK) > BLANK || (data[i + 1] ?? BLANK) > BLANK) continue
    depth = byte === SAVE ? depth + 1 : Math.max(0, depth - 1)
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
