// Founds a region in the folder that it is given, says so, and waits to be killed.
import { foundRegion } from '../../src/setup/found-region.js'
import { openPlatform } from '../../src/setup/open-platform.js'

const [, , folder = ''] = process.argv
const opened = await openPlatform({ databaseUrl: null, keyFile: null }, folder, () => new Date())
if (!opened.ok) throw new Error(opened.refusal.message)
const founded = await foundRegion(opened.value.base, {
  region: '云岭县',
  regionCode: null,
  authority: '云岭县人民政府',
  level: 'county',
  administrator: { login: 'admin', name: '管理员' },
})
if (!founded.ok) throw new Error(founded.refusal.message)
process.stdout.write(`${founded.value.tenantId}\n`)
setInterval(() => {}, 60_000)
