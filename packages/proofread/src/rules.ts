import { COPIED_RULES } from './copied/index.js'
import { NAME_RULES } from './names/index.js'
import { NUMBER_RULES } from './numbers/index.js'
import { PERSONAL_RULES } from './personal/index.js'
import { PHRASE_RULES } from './phrases/index.js'
import type { TextRule } from './rule.js'
import { STRUCTURE_RULES } from './structure/index.js'
import { STYLE_RULES } from './style/index.js'
import { WORD_RULES } from './words/index.js'

/** Every rule of text, each code once. */
export const RULES: readonly TextRule[] = [
  ...STRUCTURE_RULES,
  ...NUMBER_RULES,
  ...NAME_RULES,
  ...WORD_RULES,
  ...PHRASE_RULES,
  ...STYLE_RULES,
  ...COPIED_RULES,
  ...PERSONAL_RULES,
]
