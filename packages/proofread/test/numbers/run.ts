import {
  type Draft,
  exampleInput,
  shareOver,
  type TextExample,
  type TextRule,
} from '../../src/rule.js'

/** What a rule finds in an example, in the order of its places. */
export function found(rule: TextRule, example: TextExample): Draft[] {
  const input = exampleInput(example)
  const drafts = rule.run(input, shareOver(input))
  if ('lacks' in drafts) return []
  return [...drafts].sort((one, other) => one.start - other.start)
}

/** The same as `severity：printed words`, one finding a line. */
export function foundWords(rule: TextRule, example: TextExample): string[] {
  return found(rule, example).map(({ severity, says }) => `${severity}：${says}`)
}

/** The rule of that code. */
export function ruleOf(rules: readonly TextRule[], code: string): TextRule {
  const rule = rules.find((one) => one.code === code)
  if (!rule) throw new Error(`没有规则${code}`)
  return rule
}
