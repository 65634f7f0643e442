import { zipSync } from 'fflate'
import { digestOf } from './digest.js'
import type { CaseManifest, FiledCase, PackedFile } from './filed-case.js'

/** What the printed case is called in the package. */
const PRINTED = '案卷.pdf'

const MANIFEST = 'manifest.json'

/**
 * The originals of a case byte for byte, the printed case and `manifest.json`, as a zip: the same case gives the same bytes. Files lie in a
 * folder for each part and keep their names behind a number.
 */
export function packCase(
  filed: FiledCase,
  printed: Uint8Array,
): { readonly bytes: Uint8Array; readonly manifest: CaseManifest } {
  const { number, title, authority, filedOn, parts } = filed
  const originals = parts.flatMap((part, p) =>
    part.files.map(({ name, bytes }, f) => ({
      path: `${padded(p + 1)}/${padded(f + 1)}-${safeName(name)}`,
      name,
      title: part.title,
      date: part.date,
      bytes,
    })),
  )
  const all = [...originals, { path: PRINTED, name: PRINTED, title, date: filedOn, bytes: printed }]
  const files = all.map((one): PackedFile => {
    return { ...one, bytes: one.bytes.length, sha256: digestOf(one.bytes) }
  })
  const manifest = { number, title, authority, filedOn, files }
  const json = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  const entries = [
    ...all.map(({ path, bytes }) => [path, bytes] as const),
    [MANIFEST, json] as const,
  ]
  // A zip holds no year before 1980 and local times; noon is the same day wherever it is opened.
  const mtime = `${filedOn}T12:00:00`
  return { bytes: zipSync(Object.fromEntries(entries), { level: 0, mtime }), manifest }
}

function padded(n: number): string {
  return String(n).padStart(3, '0')
}

const LONGEST_NAME = 80

/** A name that every system can write: no separators, no control characters, not too long; the ending stays. */
function safeName(name: string): string {
  const plain = name.toWellFormed().replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, LONGEST_NAME).join('')
  return `${stem}${ending}`
}
