// Adds to package-lock.json the optional packages of other platforms that npm left out. Run it after every npm install:
//   npm install … && node scripts/complete-lock.mjs
// Some packages name binaries for platforms that a registry does not hold. `npm install` passes over them in silence, and
// `npm ci` then refuses the lock (“Missing: … from lock file”). The entries added have a version, a system and a processor,
// but no integrity: they were not downloaded. See docs/adr/0008.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const file = path.join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

const named = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .flatMap(([, { optionalDependencies }]) => Object.entries(optionalDependencies ?? {}))
const missing = named.filter(([name]) => !lock.packages[`node_modules/${name}`])

for (const [name, version] of missing) {
  const [os, cpu] = platformOf(name)
  lock.packages[`node_modules/${name}`] = { version, cpu: [cpu], optional: true, os: [os] }
}
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  `package-lock.json：补入 ${new Set(missing.map(([name]) => name)).size} 个其他平台的可选包。`,
)

/** `@node-rs/jieba-linux-arm64-gnu` → linux, arm64. */
function platformOf(name) {
  const [, os, cpu] =
    /-(android|darwin|freebsd|linux|openharmony|wasm32|win32)(?:-([^-]+))?/.exec(name) ?? []
  return [os, cpu]
}
