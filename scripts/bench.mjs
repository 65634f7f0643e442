// npm run bench [-- ARGUMENTS]: measures reading, checking and speed, and prints the tables.
import { ensureBuilt, ensureInstalled, runOnBuilt } from './toolbox.mjs'

ensureInstalled()
ensureBuilt()
process.exit(runOnBuilt('bench/main.ts', process.argv.slice(2)))
