import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip, packed already; `inflated` and `crc` are what its entry states, true or not. */
export type PackedPart = {
  readonly name: string
  readonly packed: Uint8Array
  readonly inflated: number
  readonly crc: number
  readonly isEncrypted?: boolean
}

/** A part as an honest zip has it. */
export function part(name: string, content: string | Uint8Array): PackedPart {
  const bytes = Buffer.from(content)
  return { name, packed: deflateRawSync(bytes), inflated: bytes.length, crc: crc32(bytes) }
}

/** A part of `megabytes` blanks. */
export function bomb(name: string, megabytes: number): PackedPart {
  return part(name, Buffer.alloc(megabytes * 1_000_000, ' '))
}

/** A zip of these parts, whatever they state. */
export function zipOf(parts: readonly PackedPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const one of parts) {
    const name = Buffer.from(one.name)
    const common = commonHeader(one, name.length)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, one.packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

function commonHeader(part: PackedPart, nameBytes: number): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(part.isEncrypted ? 1 : 0, 2)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(part.crc, 10)
  header.writeUInt32LE(part.packed.length, 14)
  header.writeUInt32LE(part.inflated, 18)
  header.writeUInt16LE(nameBytes, 22)
  return header
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** `word/document.xml` around a body; `before` stands in front of its root. */
export function wordDocument(body: string, before = ''): string {
  return `<?xml version="1.0"?>${before}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`
}

/** A Word file whose document part is this one. */
export function docxOf(document: PackedPart): Uint8Array {
  const types = `<Types xmlns="${TYPES}"><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`
  return zipOf([part('[Content_Types].xml', types), document])
}
