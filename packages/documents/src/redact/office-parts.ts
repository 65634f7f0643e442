import { ok, type Result } from '@gongkai/law'
import type { Problem } from '@gongkai/report'
import { inflatePart, listZip, type ZipEntry } from '../source/guards/zip.js'
import type { RedactRefusal } from './redaction.js'
import { REDACT_REFUSALS } from './refuse.js'

/** Programs of Office and of WPS. */
const MACROS = /vba(?:Project|Data)|jsaProject|macrosheets\/|activeX\//i

/** What a reader of the file sees and the new file does not have. */
// biome-ignore format: table
const LEFT_OUT = [
  { what: '图片',         parts: /^(?:word|xl)\/media\// },
  { what: '图表',         parts: /^(?:word|xl)\/charts\/chart\d*\.xml$/ },
  { what: '嵌入的文件',   parts: /^(?:word|xl)\/embeddings\// },
  { what: '页眉、页脚',   parts: /^word\/(?:header|footer)\d*\.xml$/, isText: true },
  { what: '脚注、尾注',   parts: /^word\/(?:foot|end)notes\.xml$/,    isText: true },
] as const

/**
 * What of an Office file is not carried over into a new one, as a problem; files with macros are refused. Comments, earlier versions and what
 * is hidden are left out in silence: nobody is meant to read them.
 */
export function inspectParts(bytes: Uint8Array): Result<readonly Problem[], RedactRefusal> {
  const zip = listZip(bytes)
  if (!zip.ok) return zip
  const entries = [...zip.value.values()]
  if (entries.some(({ name }) => MACROS.test(name))) return REDACT_REFUSALS.macros()
  const found = LEFT_OUT.filter((one) => {
    const isShown = 'isText' in one ? (entry: ZipEntry) => hasWords(bytes, entry) : () => true
    return entries.some((entry) => one.parts.test(entry.name) && isShown(entry))
  })
  return ok(found.length > 0 ? [leftOut(found.map(({ what }) => what))] : [])
}

function hasWords(bytes: Uint8Array, entry: ZipEntry): boolean {
  const part = inflatePart(bytes, entry)
  return part === null || /<w:t[ >][^<]*[^<\s]/.test(new TextDecoder().decode(part))
}

function leftOut(what: readonly string[]): Problem {
  return {
    code: 'redact.left-out',
    at: null,
    message: `原文件中的${what.join('、')}没有带入遮盖件。其中有应当公开的，请将原文件另存为 PDF，再对 PDF 遮盖。`,
  }
}
