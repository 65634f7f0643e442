import { TextDecoder } from 'node:util'
import type { Problem } from '@gongkai/report'
import { decodeMixed } from './mixed.js'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'mixed'

export type Decoded = {
  readonly text: string
  readonly encoding: Encoding
  readonly problems: readonly Problem[]
}

/**
 * Text bytes decoded by what they hold and never by what the file claims: byte order mark, strict UTF-8, UTF-16 by
 * its zero bytes, GB18030, or line by line where a file was pasted together. The mark is not part of the text;
 * a character that cannot be decoded and a NUL become U+FFFD and are listed.
 */
export function decode(bytes: Uint8Array): Decoded {
  const { text, encoding } = decodeBytes(bytes)
  return { ...withoutNul(text), encoding, problems: problemsOf(text, encoding) }
}

function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 }
  return strictUtf8(bytes) ?? decodeMixed(bytes)
}

type Utf16 = 'utf-16le' | 'utf-16be'

/** Which UTF-16 the bytes are, by their byte order mark or by what they hold; null where they are none. */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return utf16WithoutMark(bytes)
}

/** Null where the bytes are not UTF-8; a character cut off at the very end does not count against it. */
function strictUtf8(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const text = decoder.decode(bytes, { stream: true })
    return { text: text + truncatedTail(decoder), encoding: 'utf-8' }
  } catch {
    return null
  }
}

function truncatedTail(decoder: TextDecoder): string {
  try {
    return decoder.decode()
  } catch {
    return '\ufffd'
  }
}

const SAMPLE_BYTES = 4096

/** What Chinese texts are written in: ASCII, dashes and quotation marks, box drawing, Chinese and full-width forms. */
const USUAL =
  /[\t\n\r -~\u00a0\u00b7\u2010-\u203b\u2460-\u257f\u3000-\u301f\u4e00-\u9fff\uff00-\uffef]/g

/**
 * UTF-16 shows in its characters, which are the usual ones in one byte order only. UTF-8 and GB18030 text holds no
 * zero bytes.
 */
function utf16WithoutMark(bytes: Uint8Array): Utf16 | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length - (bytes.length % 2)))
  if (sample.length < 4 || !sample.includes(0)) return null
  const most = (sample.length / 2) * 0.9
  const isUsual = (encoding: Utf16) =>
    (new TextDecoder(encoding).decode(sample).match(USUAL)?.length ?? 0) >= most
  const [little, big] = [isUsual('utf-16le'), isUsual('utf-16be')]
  if (little === big) return null
  return little ? 'utf-16le' : 'utf-16be'
}

function withoutNul(text: string): { text: string } {
  return { text: text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text }
}

function problemsOf(text: string, encoding: Encoding): Problem[] {
  const problems: Problem[] = []
  const nul = text.indexOf('\0')
  if (nul >= 0) problems.push(problem('text.nul', text, nul, '有空字符（NUL），已用“\ufffd”代替'))
  const lost = text.indexOf('\ufffd')
  if (lost >= 0) {
    problems.push(problem('text.undecodable', text, lost, '有无法识别的字节，已用“\ufffd”代替'))
  }
  if (encoding === 'mixed') {
    const message = '文件混用了 UTF-8 和 GB18030 两种编码，已逐行识别，请核对有无乱码。'
    problems.push({ code: 'text.mixed-encoding', at: null, message })
  }
  return problems
}

function problem(code: string, text: string, index: number, what: string): Problem {
  const before = text.slice(0, index)
  const line = before.split(/\r\n|\r|\n/).length
  const column = index - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
  return {
    code,
    at: { kind: 'line', line, column, endLine: line, endColumn: column + 1 },
    message: `第 ${line} 行第 ${column} 个字符处${what}，请对照原文核对。`,
  }
}
