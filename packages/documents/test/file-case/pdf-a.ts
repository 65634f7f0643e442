import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'

/**
 * What of PDF/A-2b (ISO 19005-2) can be held against the structure of a file, clause by clause. It reads what typst writes: one table of
 * objects, no object streams.
 */
export function assertPdfA(bytes: Uint8Array): void {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = objectsOf(file)
  const text = [...objects.values()].map((one) => one.replace(/stream\n[\s\S]*$/, ''))
  const has = (pattern: RegExp) => text.some((one) => pattern.test(one))

  assert.match(file, /^%PDF-1\.7\n%[\x80-\xff]{4}/, '6.1.2 文件头')
  assert.match(file, /trailer[\s\S]*\/ID \[\(.+?\) \(.+?\)\][\s\S]*%%EOF\s*$/, '6.1.3 文件尾')
  assert.equal(file.split('startxref').length, 2, '6.1.3 没有增量更新')
  for (const forbidden of [
    /\/Encrypt\b/,
    /\/LZWDecode\b/,
    /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData)\b/,
    /\/(?:EmbeddedFiles?|AcroForm|XFA|NeedAppearances)\b/,
    /\/AA\b/,
    /\/ExtGState\b[\s\S]*\/TR\b/,
    /\/Alternates\b/,
    /\/Interpolate true/,
    /\/Subtype ?\/PS\b/,
  ]) {
    assert.equal(has(forbidden), false, `不得有 ${forbidden}`)
  }
  const intents = text.filter((one) => /\/S ?\/GTS_PDFA1\b/.test(one))
  assert.equal(intents.length, 1, '6.2.3 输出意图')
  const profile = inflated(
    objects.get(Number(/\/DestOutputProfile (\d+)/.exec(intents[0] ?? '')?.[1])),
  )
  assert.equal(profile.toString('latin1', 36, 40), 'acsp', '6.2.3 颜色特性文件')

  const fonts = text.filter((one) => /\/Type ?\/FontDescriptor\b/.test(one))
  assert.ok(
    fonts.every((one) => /\/FontFile[23]? \d+ 0 R/.test(one)),
    '6.2.11.4 字体全部嵌入',
  )
  const types = text.filter((one) => /\/Type ?\/Font\b/.test(one) && !/\/Type0\b/.test(one))
  assert.ok(
    types.every((one) => /\/FontDescriptor \d+ 0 R/.test(one)),
    '6.2.11.4 字体全部嵌入',
  )

  const xmp = [...objects.values()].find((one) => /\/Type ?\/Metadata\b/.test(one)) ?? ''
  assert.doesNotMatch(xmp.split('stream\n')[0] ?? '', /\/Filter/, '6.6.2 元数据不压缩')
  assert.match(xmp, /<pdfaid:part>2<\/pdfaid:part>/, '6.6.4 版本')
  assert.match(xmp, /<pdfaid:conformance>B<\/pdfaid:conformance>/, '6.6.4 级别')
  assert.ok(has(/\/Type ?\/Catalog\b[\s\S]*\/Metadata \d+ 0 R/), '6.6.2 目录引用元数据')
}

/** The objects by their numbers, from where the table says that they begin: a wrong table is noticed here. */
function objectsOf(file: string): ReadonlyMap<number, string> {
  const start = Number(/startxref\s+(\d+)/.exec(file)?.[1])
  assert.equal(file.slice(start, start + 4), 'xref', '6.1.4 对象表')
  const entries = [...file.slice(start).matchAll(/^(\d{10}) \d{5} ([nf])/gm)]
  const objects = new Map<number, string>()
  for (const [number, [, offset, use]] of entries.entries()) {
    if (use === 'f') continue
    const at = Number(offset)
    const head = `${number} 0 obj\n`
    assert.equal(file.slice(at, at + head.length), head, '6.1.4 对象表')
    const end = lengthOf(file, at) ?? file.indexOf('endobj', at)
    assert.match(file.slice(end, end + 20), /^\s*(?:endstream\s+)?endobj/, '6.1.7 流的长度')
    objects.set(number, file.slice(at, end))
  }
  return objects
}

/** Where the stream of an object ends as its dictionary says. */
function lengthOf(file: string, at: number): number | null {
  const head = /^[\s\S]*?(?:endobj|\bstream\n)/.exec(file.slice(at, at + 4000))?.[0] ?? ''
  const length = /\/Length (\d+)/.exec(head)?.[1]
  return head.endsWith('stream\n') && length ? at + head.length + Number(length) : null
}

function inflated(object = ''): Buffer {
  return inflateSync(Buffer.from(object.slice(object.indexOf('stream\n') + 7), 'latin1'))
}
