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
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return lenient(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return lenient(bytes, 'utf-16be')
  const utf16 = utf16WithoutMark(bytes)
  if (utf16) return lenient(bytes, utf16)
  return strictUtf8(bytes) ?? decodeMixed(bytes)
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

function lenient(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be') {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

const SAMPLE_BYTES = 4096

/**
 * UTF-16 shows in the high bytes, which stand all on one side: zero for digits and line ends, 0x4E to 0x9F or
 * 0x30 and 0xFF for Chinese. In UTF-8 and GB18030 text no such side exists, and there are no zero bytes.
 */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES - (SAMPLE_BYTES % 2))
  if (sample.length < 4 || !sample.includes(0)) return null
  const highs = [0, 0]
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0
    if (byte === 0 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f)) {
      highs[at % 2] = (highs[at % 2] ?? 0) + 1
    }
  }
  const [first = 0, second = 0] = highs
  const most = (sample.length / 2) * 0.9
  if (second >= most && first < most) return 'utf-16le'
  if (first >= most && second < most) return 'utf-16be'
  return null
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
