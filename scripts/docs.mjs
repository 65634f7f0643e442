// npm run docs: writes docs/rules.md, the catalogue of rules, from the rule data of report and proofread.
import { ensureInstalled, runSource } from './toolbox.mjs'

ensureInstalled()
process.exit(runSource('scripts/write-docs.ts', []))
