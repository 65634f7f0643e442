import { readFileSync } from 'node:fs'

/** The fonts that the PDF is set in, made by scripts/make-fonts.mjs. */
export const FONT_FILES = ['NotoSerifSC-Regular.ttf', 'NotoSansSC-Medium.ttf'].map(fontFile)

/** Stands for a character that the fonts do not have, as printers do it. */
const GETA = '〓'

let characters: ReadonlySet<string> | undefined

/**
 * `text` with each character that is not in both fonts replaced by 〓 and added to `missing`. Blanks of other widths
 * become ordinary ones; characters without a shape (zero width, direction marks) are left out.
 */
export function replaceMissing(text: string, missing: Set<string>): string {
  characters ??= new Set(readFileSync(fontFile('characters.txt'), 'utf8'))
  let clean = ''
  for (const character of text) {
    if (character === '\n' || characters.has(character)) clean += character
    else if (/\s/u.test(character)) clean += ' '
    else if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) {
      missing.add(character)
      clean += GETA
    }
  }
  return clean
}

function fontFile(name: string): URL {
  return new URL(`../../fonts/${name}`, import.meta.url)
}
