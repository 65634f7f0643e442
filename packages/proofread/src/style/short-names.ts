import { cite } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { matchesIn } from '../words/text.js'

// （以下简称《条例》）, （以下简称“区财政局”）
const DEFINITION =
  /[（(]以下(?:统一)?简?称为?(?<name>《[^》）]{1,20}》|“[^”）]{1,20}”|[^“”《》（）()]{1,16})[）)]/g

/** A text this short after the definition, in characters, is no report in which the name could be missed. */
const ENOUGH = 200

/** Short names that are defined and never used. */
export function unusedShortNames({ parts }: ProofreadInput): Draft[] {
  return matchesIn(parts, DEFINITION).flatMap(({ part, groups, start, end }) => {
    const { name = '' } = groups.groups ?? {}
    const rest = [
      part.text.slice(end),
      ...parts.slice(parts.indexOf(part) + 1).map(({ text }) => text),
    ]
    const text = rest.join('\n').replace(/\s/g, '')
    if (text.length < ENOUGH || isUsed(text, name)) return []
    return [
      draftAt(part, [start, end], {
        severity: 'note',
        message: `定义了简称${name}而下文没有使用，简称可以删去，或者下文统一使用简称。`,
        basis: [cite('OFFICIAL-DOCS-2012', 19, undefined, 3)],
      }),
    ]
  })
}

/** 《条例》 is used as such or bare, but not inside another title: 《中华人民共和国政府信息公开条例》. */
function isUsed(text: string, name: string): boolean {
  if (text.includes(name)) return true
  const bareName = name.replace(/[《》“”]/g, '')
  return text.replace(/《[^》]*》/g, '').includes(bareName)
}
