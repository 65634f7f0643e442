import { RULES, RULESET } from '@gongkai/app/toolkit'
import { SEVERITIES } from '@gongkai/documents'
import { citationText, type RuleSpec } from '@gongkai/law'
import type { Command } from 'commander'
import { print } from '../output/print.js'

/** `gongkai rules`: every rule with its statement, severity and provision. */
export function addRules(program: Command): void {
  program
    .command('rules')
    .usage('[选项]')
    .description('列出全部检查规则')
    .option('--json', '输出 JSON')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      await print(json ? JSON.stringify(RULES.map(toObject)) : RULES.map(toText).join('\n'))
    })
}

function toText({ code, severity, states, basis }: RuleSpec<unknown>): string {
  return `${code} [${SEVERITIES[severity]}] ${states}\n    依据：${basis.map(citationText).join('；')}`
}

function toObject({ code, severity, states, basis, forms }: RuleSpec<unknown>): object {
  return { ruleset: RULESET, code, severity, states, forms, basis: basis.map(citationText) }
}
