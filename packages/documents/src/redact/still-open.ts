import type { Problem } from '@gongkai/report'
import type { OpenText, Redactions, Withheld } from './redaction.js'

/** A shorter stretch of words is everywhere. */
const SHORTEST = 2

/**
 * Words that were withheld at one place and still stand open at another, as problems that name the mark and the place and never the
 * words. `words` are those of each mark, in the order of their numbers.
 */
export function stillOpen(words: readonly string[], openText: readonly OpenText[]): Problem[] {
  const open = openText.map(({ where, text }) => ({ where, text: withoutBlanks(text) }))
  return words.flatMap((one, index): Problem[] => {
    const plain = withoutBlanks(one).replace(/^\p{P}+|\p{P}+$/gu, '')
    if (plain.length < SHORTEST) return []
    const places = open.filter(({ text }) => holdsWords(text, plain)).map(({ where }) => where)
    if (places.length === 0) return []
    const message = `第${index + 1}处遮盖的文字在${list(places)}仍然公开，请核对是否一并遮盖。`
    return [{ code: 'redact.still-open', at: null, message }]
  })
}

/** What goes out beside the pages: the name of the file, and what is noted in the index of what is withheld. */
export function besideText(
  { name }: Pick<Redactions, 'name'>,
  withheld: readonly Withheld[],
): readonly OpenText[] {
  const notes = withheld.filter(({ note }) => note.trim() !== '')
  return [
    ...(name === undefined ? [] : [{ where: '文件名', text: name }]),
    ...notes.map(({ no, note }) => ({ where: `遮盖目录第${no}处的说明`, text: note })),
  ]
}

/** A number is not found within a longer one. */
function holdsWords(text: string, words: string): boolean {
  if (!/^\d+$/.test(words)) return text.includes(words)
  return text.split(/\D+/).includes(words)
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '')
}

const MOST_NAMED = 5

function list(places: readonly string[]): string {
  const named = [...new Set(places)]
  const rest = named.length - MOST_NAMED
  const more = rest > 0 ? `等${named.length}处` : ''
  return `${named.slice(0, MOST_NAMED).join('、')}${more}`
}
