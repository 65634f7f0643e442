// npm run soak [-- PART…]: kills, starves and attacks the service for a long time; see bench/soak/main.ts for its parts.
import { ensureBuilt, ensureInstalled, runOnBuilt } from './toolbox.mjs'

ensureInstalled()
ensureBuilt()
process.exit(runOnBuilt('bench/soak/main.ts', process.argv.slice(2)))
