import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'

const load = createRequire(import.meta.url)
let segmenter: Jieba | null = null

/** `text` cut into the words of the dictionary. The first call loads the dictionary, a few hundred milliseconds. */
export function cut(text: string): string[] {
  segmenter ??= loadSegmenter()
  return segmenter.cut(text, false)
}

function loadSegmenter(): Jieba {
  const { Jieba } = load('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = load('@node-rs/jieba/dict') as { dict: Uint8Array }
  return Jieba.withDict(dict)
}
