import { createRequire } from 'node:module'

// Loaded with the first name that is asked for.
const load = createRequire(import.meta.url)
const library = () => load('pinyin-pro') as typeof import('pinyin-pro')

/** So many names are remembered, those of a large region; beyond them all are reckoned anew. */
const MOST = 20_000

const known = new Map<string, string>()

/** By what a name is found on a keyboard: its initials and its whole pinyin, as `zs zhangsan`. At the beginning of a name a surname is read as one. */
export function pinyinOf(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  if (known.size >= MOST) known.clear()
  const syllables = library()
    .pinyin(name.toLowerCase(), { toneType: 'none', type: 'array', surname: 'head' })
    .filter((syllable) => /^[a-zü0-9]+$/.test(syllable))
    .map((syllable) => syllable.replaceAll('ü', 'v'))
  const keys = `${syllables.map((syllable) => syllable.slice(0, 1)).join('')} ${syllables.join('')}`
  known.set(name, keys)
  return keys
}

/** What is typed where pinyin is meant, without the blanks and strokes between syllables; null where it is none. */
export function typedPinyin(text: string): string | null {
  const letters = text.toLowerCase().replaceAll(/[\s'’]/g, '')
  return /^[a-z0-9]+$/.test(letters) ? letters : null
}
