import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'

/** Whether a word stands anywhere in a file, in any part or stream of it, in any spelling that Office and PDF use. */
export function holds(bytes: Uint8Array, word: string): boolean {
  const forms = [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
    Buffer.from(Buffer.from(word, 'utf16le').swap16().toString('hex')),
    Buffer.from([...word].map((one) => `&#${one.codePointAt(0)};`).join('')),
  ]
  return everythingIn(bytes).some((part) => forms.some((form) => part.includes(form)))
}

/** The file as it is, and every part of a zip or stream of a PDF unpacked; XML also without its tags. */
function everythingIn(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes)
  if (!file.toString('latin1', 0, 2).startsWith('PK')) return [file, ...streamsOf(file)]
  const parts = Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    const text = Buffer.from(part).toString('utf8')
    return [Buffer.from(name), Buffer.from(part), Buffer.from(text.replace(/<[^>]*>/g, ''))]
  })
  return [file, ...parts]
}

function streamsOf(file: Buffer): Buffer[] {
  const streams: Buffer[] = []
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    try {
      streams.push(inflateSync(file.subarray(at + 7), { finishFlush: 2 }))
    } catch {
      // A picture, or text: looked at as it stands.
    }
  }
  return streams
}
