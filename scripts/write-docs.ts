import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { RULES as TEXT_RULES } from '@gongkai/proofread'
import { RULES as REPORT_RULES } from '@gongkai/report'
import { rulesPage } from './rules-page.js'

const file = path.join(import.meta.dirname, '../docs/rules.md')
writeFileSync(file, rulesPage([...REPORT_RULES, ...TEXT_RULES]))
console.log('已生成 docs/rules.md')
