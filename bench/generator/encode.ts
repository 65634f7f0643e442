/** Encodings in which reports are met. */
export type Encoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'gb18030'
  | 'utf-16le-bom'
  | 'utf-16be-bom'
  | 'utf-16le'

let table: Map<number, number[]> | undefined

function addDecoded(map: Map<number, number[]>, codes: number[][], width: number): void {
  const decoder = new TextDecoder('gb18030')
  for (const code of codes) {
    const char = decoder.decode(Uint8Array.from(code.slice(0, width)))
    const point = char.codePointAt(0)
    const whole = point !== undefined && String.fromCodePoint(point) === char
    if (whole && point !== 0xfffd && !map.has(point)) map.set(point, code)
  }
}

function gbTable(): Map<number, number[]> {
  if (table !== undefined) return table
  const map = new Map<number, number[]>()
  const two: number[][] = []
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) two.push([high, low])
  }
  addDecoded(map, two, 2)
  table = map
  return map
}

function fourBytes(point: number): number[] {
  // Beyond the two-byte characters only the supplementary planes are linear; the rest is searched.
  const decoder = new TextDecoder('gb18030')
  const at = (index: number): number[] => [
    0x81 + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
  if (point >= 0x10000) return at(189000 + point - 0x10000)
  for (let index = 0; index < 39420; index++) {
    const code = at(index)
    if (decoder.decode(Uint8Array.from(code)).codePointAt(0) === point) return code
  }
  return [0x3f]
}

function encodeGb(text: string): Uint8Array {
  const map = gbTable()
  const bytes: number[] = []
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0x3f
    if (point < 0x80) {
      bytes.push(point)
      continue
    }
    const known = map.get(point) ?? fourBytes(point)
    map.set(point, known)
    bytes.push(...known)
  }
  return Uint8Array.from(bytes)
}

/** Text as bytes of an encoding. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'gb18030') return encodeGb(text)
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`, 'utf8')
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf-16le-bom' ? little : little.swap16()
}
