import type { ProofreadInput, ProofreadResult, TextFinding } from './input.js'
import { shareOver, type TextRule } from './rule.js'
import { RULES } from './rules.js'

const GRAVITY = { error: 2, warning: 1, note: 0 } as const

/**
 * Holds a text against every rule of text. Findings come in reading order; of several at one place the
 * gravest stays. A rule that lacks what it needs is named with what it lacks, and has not passed.
 */
export function proofread(input: ProofreadInput): ProofreadResult {
  const shared = shareOver(input)
  const findings: TextFinding[] = []
  const notAssessable: { rule: string; reason: string }[] = []
  for (const rule of RULES) {
    const outcome = rule.run(input, shared)
    if ('lacks' in outcome) notAssessable.push({ rule: rule.code, reason: outcome.lacks })
    else findings.push(...withoutSurplus(outcome).map((draft) => toFinding(rule, draft)))
  }
  return { findings: withoutCovered(inReadingOrder(input, findings)), notAssessable }
}

type Drafts = Exclude<ReturnType<TextRule['run']>, { readonly lacks: string }>

function toFinding({ code, basis }: TextRule, draft: Drafts[number]): TextFinding {
  return { basis, ...draft, rule: code }
}

/** No rule lists more places than these: who has a thousand mends what they have in common and checks again. */
const MOST_LISTED = 1000

/** At most so many drafts of one rule; the last of them says that there are more. */
function withoutSurplus(drafts: Drafts): Drafts {
  const last = drafts[MOST_LISTED - 1]
  if (!last || drafts.length === MOST_LISTED) return drafts
  const more = `同类问题共${drafts.length}处，以下不再列出，请改正后重新检查。`
  return [...drafts.slice(0, MOST_LISTED - 1), { ...last, message: `${last.message}${more}` }]
}

/** The findings, in reading order, without those that another covers. Only what begins no later can cover. */
function withoutCovered(findings: readonly TextFinding[]): TextFinding[] {
  let open: { readonly other: TextFinding; readonly at: number }[] = []
  let next = 0
  return findings.filter((one, index) => {
    for (
      let other = findings[next];
      other?.part === one.part && other.start <= one.start;
      other = findings[++next]
    ) {
      open.push({ other, at: next })
    }
    open = open.filter(({ other }) => other.part === one.part && other.end >= one.start)
    return !open.some(({ other, at }) => covers(other, one, at < index))
  })
}

/** The same stretch, or the stretch that a graver finding replaces, needs no second finding; of equals the first stays. */
function covers(other: TextFinding, one: TextFinding, isFirst: boolean): boolean {
  if (other === one || other.part !== one.part) return false
  if (other.start > one.start || other.end < one.end) return false
  const isGraver = GRAVITY[other.severity] > GRAVITY[one.severity]
  const isSame = other.start === one.start && other.end === one.end
  if (isSame && other.rule === one.rule && other.severity === one.severity) return isFirst
  return isGraver && (isSame || other.shouldBe !== null)
}

function inReadingOrder({ parts }: ProofreadInput, findings: readonly TextFinding[]) {
  const order = new Map(parts.map(({ part }, index) => [part, index]))
  const rank = ({ part }: TextFinding) => order.get(part) ?? parts.length
  return findings.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start || a.end - b.end)
}
