import { inflateSync } from 'node:zlib'

/** What the streams of a PDF are like before any library inflates them. */
export type StreamCheck = {
  readonly state: 'sound' | 'damaged' | 'inflates-too-far'
  readonly hasPictures: boolean
}

/** One stream of drawing operators or tables once inflated, in bytes: a crowded page has 60 kB. */
const MOST_INFLATED = 1_000_000

/** All of them together. */
const MOST_TOGETHER = 24_000_000

/** A font or colour profile once inflated, in bytes: a whole Chinese font has up to 30 MB. */
const MOST_LARGE = 48_000_000

const ENCODING = 'latin1'

/**
 * Inflates every stream of a PDF with a bound: pictures are passed over as they are never decoded. A stream
 * that breaks off is `damaged`; in an encrypted file nothing can be told of them.
 */
export function checkStreams(bytes: Uint8Array): StreamCheck {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isEncrypted = file.lastIndexOf('/Encrypt', undefined, ENCODING) >= 0
  let hasPictures = false
  let isDamaged = false
  let inflated = 0
  for (const { head, from, to } of streamsOf(file)) {
    if (PICTURE.test(head)) hasPictures = true
    if (isEncrypted || UNREAD.test(head)) continue
    const isLarge = LARGE.test(head)
    const size = inflatedSize(head, file.subarray(from, to), isLarge ? MOST_LARGE : MOST_INFLATED)
    if (size === null) isDamaged = true
    else if (!isLarge || size === Number.POSITIVE_INFINITY) inflated += size
    if (inflated > MOST_TOGETHER) return { state: 'inflates-too-far', hasPictures }
  }
  return { state: isDamaged ? 'damaged' : 'sound', hasPictures }
}

const PICTURE = /\/Subtype\s*\/Image\b/

/** Pictures, attachments and descriptions are never inflated. */
const UNREAD = /\/Subtype\s*\/Image\b|\/Type\s*\/(?:EmbeddedFile|Metadata)\b/

/** Fonts and colour profiles. */
const LARGE = /\/Length1\b|\/Alternate\b|\/Subtype\s*\/(?:OpenType|Type1C|CIDFontType0C)\b/

type Stream = { readonly head: string; readonly from: number; readonly to: number }

/** Dictionaries are no longer than this before their stream begins. */
const LONGEST_HEAD = 1000

function* streamsOf(file: Buffer): Generator<Stream> {
  let at = file.indexOf('stream', 0, ENCODING)
  while (at >= 0) {
    const from = file[at + 6] === 13 ? at + 8 : at + 7
    const end = file.indexOf('endstream', from, ENCODING)
    const to = end < 0 ? file.length : end
    const before = file.toString(ENCODING, Math.max(0, at - LONGEST_HEAD), at)
    yield { head: before.slice(before.lastIndexOf(' obj') + 1), from, to }
    at = file.indexOf('stream', to + 9, ENCODING)
  }
}

/** Bytes once inflated, infinity past the bound or where it is packed twice over, null where the data breaks off. */
function inflatedSize(head: string, packed: Uint8Array, bound: number): number | null {
  const filters = head.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0
  if (filters > 1) return Number.POSITIVE_INFINITY
  if (filters === 0) return packed.length > bound ? Number.POSITIVE_INFINITY : packed.length
  if (!/\/Filter\s*\[?\s*\/Fl/.test(head)) return 0
  try {
    return inflateSync(packed, { maxOutputLength: bound }).length
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error
    return isTooLarge && error.code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : null
  }
}
