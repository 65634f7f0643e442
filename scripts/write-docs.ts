import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { RULES as TEXT_RULES } from '@gongkai/proofread'
import { RULES as REPORT_RULES } from '@gongkai/report'
import { rightsPage } from './rights-page.js'
import { rulesPage } from './rules-page.js'

const PAGES = {
  'docs/rules.md': rulesPage([...REPORT_RULES, ...TEXT_RULES]),
  'docs/rights.md': rightsPage(),
}

for (const [file, text] of Object.entries(PAGES)) {
  writeFileSync(path.join(import.meta.dirname, '..', file), text)
  console.log(`已生成 ${file}`)
}
