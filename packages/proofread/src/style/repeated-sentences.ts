import type { ProofreadInput, TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { narrativeParts } from '../words/text.js'

/** Shorter sentences, in characters without blanks, may well be said twice. */
const LONG_ENOUGH = 20

// Sentences of form: addresses, negative statements, references to tables, rows of tables.
const OF_FORM =
  /\t|电话|邮编|地址|联系|网址|下载|[未没]有?(?:收到|发生|收取|出现|接到)|为0|0件|详见|如下|下表|上表|统计期限|1月1日/

/** Sentences that stand in the report a second time, word for word. */
export function repeatedSentences(input: ProofreadInput): Draft[] {
  const seen = new Set<string>()
  return narrativeParts(input).flatMap((part) =>
    sentences(part).flatMap(([start, end]) => {
      const printed = part.text.slice(start, end)
      const words = printed.replace(/\s/g, '')
      if (words.length < LONG_ENOUGH || OF_FORM.test(printed)) return []
      if (!seen.has(words)) {
        seen.add(words)
        return []
      }
      return [
        draftAt(part, [start, end], {
          severity: 'warning',
          message: '此句与前文的一句完全相同，请核对是否重复粘贴。',
        }),
      ]
    }),
  )
}

function sentences({ text }: TextPart): (readonly [number, number])[] {
  return Array.from(text.matchAll(/[^。；！？\n]+/g), ({ index, 0: words }) => {
    const lead = words.length - words.trimStart().length
    return [index + lead, index + words.trimEnd().length] as const
  })
}
