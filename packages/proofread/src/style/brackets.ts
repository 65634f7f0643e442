import type { ProofreadInput, TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'

// Half-width and full-width forms of a bracket close each other here: their width is told elsewhere.
const KINDS = [
  { opens: '（(', closes: '）)', name: '括号' },
  { opens: '《', closes: '》', name: '书名号' },
  { opens: '“', closes: '”', name: '引号' },
  { opens: '〔', closes: '〕', name: '六角括号' },
  { opens: '【', closes: '】', name: '方头括号' },
] as const

// 1）, 一）, ① ) at the head of a line number it and close nothing.
const ITEM_NUMBER = /(?:^|[\n。；;：:，,])\s*[\d一二三四五六七八九十a-zA-Z]{1,3}$/

const ANY = /[（(）)《》“”〔〕【】]/g

/** Brackets and quotation marks that open or close alone within their part. */
export function unmatchedBrackets({ parts }: ProofreadInput): Draft[] {
  return parts.flatMap((part) => {
    const marks = Array.from(part.text.matchAll(ANY), ({ index }) => index)
    return KINDS.flatMap((kind) => unmatched(part, marks, kind))
  })
}

function unmatched(
  part: TextPart,
  marks: readonly number[],
  kind: (typeof KINDS)[number],
): Draft[] {
  const open: number[] = []
  const alone: number[] = []
  for (const at of marks) {
    const mark = part.text.charAt(at)
    if (kind.opens.includes(mark)) open.push(at)
    else if (!kind.closes.includes(mark)) continue
    else if (open.length > 0) open.pop()
    else if (!ITEM_NUMBER.test(part.text.slice(Math.max(0, at - 8), at))) alone.push(at)
  }
  return [...open, ...alone].map((at) =>
    draftAt(part, [at, at + 1], {
      severity: 'warning',
      message: `${kind.name}不成对，“${part.text.charAt(at)}”没有与之配对的另一半。`,
    }),
  )
}
