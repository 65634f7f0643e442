import type { TreeNode } from '@gongkai/web'

/** Whether an authority is found by what was typed: a part of its name, or of the pinyin or the initials of its short name. */
export function isFoundBy(
  { name, pinyin }: Pick<TreeNode, 'name' | 'pinyin'>,
  words: string,
): boolean {
  const typed = words.trim()
  if (name.includes(typed)) return true
  return pinyin.includes(typed.toLowerCase().replaceAll(/[\s'’]/g, ''))
}
