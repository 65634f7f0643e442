const LINE_FEED = 0x0a
// A Chinese character or punctuation mark, which UTF-8 writes in three bytes.
const CJK = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g

/**
 * Bytes that are not UTF-8 as a whole: GB18030, unless some lines are UTF-8 after all. Then each line is decoded by
 * itself. A line feed is never part of a character in either encoding.
 */
export function decodeMixed(bytes: Uint8Array): {
  text: string
  encoding: 'utf-8' | 'gb18030' | 'mixed'
} {
  const lines = splitLines(bytes).map((line) => ({ line, utf8: likelyUtf8(line) }))
  if (!lines.some(({ utf8 }) => utf8 !== null)) {
    return { text: gb18030(bytes), encoding: 'gb18030' }
  }
  let hasGb18030 = false
  const texts = lines.map(({ line, utf8 }) => {
    if (utf8 !== null) return utf8
    if (line.some((byte) => byte >= 0x80)) hasGb18030 = true
    return gb18030(line)
  })
  return { text: texts.join(''), encoding: hasGb18030 ? 'mixed' : 'utf-8' }
}

/** The line as UTF-8 if it holds Chinese and hardly anything undecodable, else null. */
function likelyUtf8(line: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(line)
  const chinese = text.match(CJK)?.length ?? 0
  const lost = text.split('\ufffd').length - 1
  return chinese > lost * 2 ? text : null
}

function gb18030(bytes: Uint8Array): string {
  return new TextDecoder('gb18030').decode(bytes)
}

/** Lines with their line feeds. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed + 1
    lines.push(bytes.subarray(start, end))
    start = end
  }
  return lines
}
