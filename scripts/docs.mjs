// npm run docs: writes docs/rules.md, the catalogue of rules, and docs/rights.md, who may do what, from the data of the packages.
import { ensureInstalled, runSource } from './toolbox.mjs'

ensureInstalled()
process.exit(runSource('scripts/write-docs.ts', []))
