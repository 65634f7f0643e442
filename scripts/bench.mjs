// npm run bench [-- ARGUMENTS]: measures reading, checking and speed, and prints the tables.
import { ensureBuilt, ensureInstalled, runSource } from './toolbox.mjs'

ensureInstalled()
ensureBuilt()
process.exit(runSource('bench/main.ts', process.argv.slice(2)))
