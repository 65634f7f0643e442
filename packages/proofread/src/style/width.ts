import type { ProofreadInput, TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { allMatches } from '../words/text.js'

/** A habit of typing that is told once a part, at its first place, with its count. */
type Habit = { readonly pattern: RegExp; readonly message: (count: number) => string }

// Each pattern begins with the mark itself and looks back from there: marks are few, characters many.
// biome-ignore format: one habit a paragraph
const HABITS: readonly Habit[] = [
  { pattern: /[,;:?!](?<=[\u4e00-\u9fff”’》）〕].)|[()](?<=[\u4e00-\u9fff”’》）〕].)(?=[\u4e00-\u9fff“《，。；、]|$)|\((?<=(?:^|[，。；：、]).)(?=[\u4e00-\u9fff])/gm,
    message: (count) => `中文语句中使用了半角标点，本部分共${count}处，宜改为全角标点。` },
  { pattern: /["'](?<=[\u4e00-\u9fff，。：；].)(?=[\u4e00-\u9fff])|["'](?<=[\u4e00-\u9fff].)(?=[，。：；])/g,
    message: (count) => `中文语句中使用了直引号，本部分共${count}处，宜改为“”。` },
  { pattern: /、(?:(?<=》、)(?=《)|(?<=”、)(?=“))/g,
    message: (count) => `并列的书名号之间、引号之间不用顿号，本部分共${count}处。` },
  { pattern: /[０-９Ａ-Ｚａ-ｚ]+/g,
    message: (count) => `数字、字母使用了全角字符，本部分共${count}处，宜改为半角。` },
]

/** Half-width marks in Chinese text, straight quotes, 、 between book titles, full-width digits. */
export function typingHabits({ parts }: ProofreadInput): Draft[] {
  return parts.flatMap((part) => HABITS.flatMap((habit) => habitIn(part, habit)))
}

function habitIn(part: TextPart, { pattern, message }: Habit): Draft[] {
  const found = allMatches(part.text, pattern)
  const [first] = found
  if (!first) return []
  const end = first.index + first[0].length
  return [draftAt(part, [first.index, end], { severity: 'note', message: message(found.length) })]
}
