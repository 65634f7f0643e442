/** A quoted field, its quotes doubled inside, or a bare one; then what ends it (RFC 4180). */
const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y

/** The lines of a CSV text as fields. A quote that never ends gives an empty list: the file was cut off. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let line: string[] = []
  FIELD.lastIndex = 0
  while (FIELD.lastIndex < text.length) {
    const [field, quoted, bare = '', end] = FIELD.exec(text) ?? []
    if (field === undefined) return []
    line.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  return line.length > 0 ? [...lines, [...line, '']] : lines
}
