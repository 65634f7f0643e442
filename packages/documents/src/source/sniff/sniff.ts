import { ok, type Result } from '@gongkai/law'
import { type Decoded, decode, utf16Of } from '../decode/decode.js'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { isMht, unpackMht } from '../mht/unpack.js'
import type { DocumentRefusal, MediaKind } from '../source.js'
import { sniffCompound, sniffZip } from './container.js'
import { sniffMarkup } from './markup.js'

/** What a file is, and its text where it is one: it need not be decoded twice. */
export type Sniffed = { readonly kind: MediaKind; readonly decoded: Decoded | null }

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
// Acrobat takes a PDF whose header stands within its first kilobyte.
const PDF_HEADER_BYTES = 1024

/**
 * What `bytes` are, by content. `name` decides only between plain text and Markdown. Refused where the file is empty,
 * too large, encrypted, damaged or of a kind that is not read.
 */
export async function sniff(
  bytes: Uint8Array,
  name: string,
): Promise<Result<MediaKind, DocumentRefusal>> {
  const sniffed = await sniffAndDecode(bytes, name)
  return sniffed.ok ? ok(sniffed.value.kind) : sniffed
}

/** The same, with the decoded text of the written kinds. */
export async function sniffAndDecode(
  bytes: Uint8Array,
  name: string,
): Promise<Result<Sniffed, DocumentRefusal>> {
  if (bytes.length === 0) return REFUSALS.empty()
  if (bytes.length > LIMITS.fileBytes) return REFUSALS.tooLarge(bytes.length, LIMITS.fileBytes)
  if (startsWith(bytes, ZIP)) return binary(sniffZip(bytes))
  if (startsWith(bytes, EMPTY_ZIP)) return REFUSALS.empty()
  if (startsWith(bytes, COMPOUND)) return binary(sniffCompound(bytes))
  if (isPdf(bytes)) return binary(ok('pdf'))
  return (await refuseForeign(bytes)) ?? sniffText(bytes, name)
}

function binary(kind: Result<MediaKind, DocumentRefusal>): Result<Sniffed, DocumentRefusal> {
  return kind.ok ? ok({ kind: kind.value, decoded: null }) : kind
}

function sniffText(bytes: Uint8Array, name: string): Result<Sniffed, DocumentRefusal> {
  if (bytes.length > LIMITS.textBytes) return REFUSALS.tooLarge(bytes.length, LIMITS.textBytes)
  const decoded = decode(bytes)
  const { text } = decoded
  if (text.trim() === '') return REFUSALS.empty()
  if (isGarbage(text)) return REFUSALS.damaged('内容不是文字，无法识别')
  if (text.startsWith('{\\rtf')) return REFUSALS.unsupported('RTF 文件')
  if (isMht(text)) {
    const page = unpackMht(bytes)
    return page ? ok({ kind: 'html', decoded: page }) : REFUSALS.damaged(BROKEN_MHT)
  }
  const kind = sniffMarkup(text, name)
  return kind ? ok({ kind, decoded }) : REFUSALS.foreignData()
}

const BROKEN_MHT = '单个网页文件（mht）中没有完整的网页部分'

// What no text holds: control characters apart from white space, and what could not be decoded.
const UNPRINTABLE = /[\x00-\x08\x0e-\x1f\x7f\ufffd]/g
const MOST_UNPRINTABLE = 0.02

/** A few stray characters are problems of a text; one in fifty is no text. A single one in a short text passes. */
function isGarbage(text: string): boolean {
  const unprintable = text.match(UNPRINTABLE)?.length ?? 0
  return unprintable > 1 && unprintable > text.length * MOST_UNPRINTABLE
}

// Enough for every format that file-type knows by its head.
const HEAD_BYTES = 4100

/** Pictures, archives, programs are refused by their first bytes; null for what may be a text. */
async function refuseForeign(bytes: Uint8Array): Promise<Result<never, DocumentRefusal> | null> {
  const head = bytes.subarray(0, HEAD_BYTES)
  // UTF-16 writes 砚 with the byte 0x1A; other texts have no control bytes below the tab or between the form feed and the blank; all these formats do.
  if (utf16Of(bytes) || !head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)))
    return null
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(head)
  if (!type) return null
  if (type.mime.startsWith('image/')) return REFUSALS.unsupported('图片')
  if (/^(?:audio|video)\//.test(type.mime)) return REFUSALS.unsupported('音频、视频文件')
  if (/zip|rar|7z|tar|compress/.test(type.mime)) return REFUSALS.archive()
  return REFUSALS.unsupported(` ${type.ext} 文件`)
}

function isPdf(bytes: Uint8Array): boolean {
  if (startsWith(bytes, PDF)) return true
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_BYTES))
  return /^[\s\S]{0,1000}%PDF-\d\.\d[\r\n]/.test(head)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
