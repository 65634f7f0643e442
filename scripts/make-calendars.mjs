// Writes packages/law/src/calendars/YYYY.ts, one file a notice, from the day lists of chinese-days (JSON data, no Date:
// the functions of that library answer wrongly west of Greenwich). Run it by hand when a new notice is out:
//   node scripts/make-calendars.mjs && npm test -- law
// A day of late December that the next year's notice rules (2018-12-29, 2018-12-31) goes into the next year's file.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const folder = path.join(root, 'packages/law/src/calendars')

/** The notices: number, numbers of later changes, and whether the days were compared with the notice's own words. */
const NOTICES = [
  [2008, ['国办发明电〔2007〕52号'], 'seen'],
  [2009, ['国办发明电〔2008〕42号'], 'seen'],
  [2010, ['国办发明电〔2009〕27号'], 'seen'],
  [2011, ['国办发明电〔2010〕40号'], 'memory'],
  [2012, ['国办发明电〔2011〕45号'], 'memory'],
  [2013, ['国办发明电〔2012〕33号'], 'seen'],
  [2014, ['国办发明电〔2013〕28号'], 'seen'],
  [2015, ['国办发明电〔2014〕28号', '国发明电〔2015〕1号'], 'memory'],
  [2016, ['国办发明电〔2015〕18号'], 'seen'],
  [2017, ['国办发明电〔2016〕17号'], 'memory'],
  [2018, ['国办发明电〔2017〕12号'], 'seen'],
  [2019, ['国办发明电〔2018〕15号', '国办发明电〔2019〕3号'], 'seen'],
  [2020, ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'], 'memory'],
  [2021, ['国办发明电〔2020〕27号'], 'memory'],
  [2022, ['国办发明电〔2021〕11号'], 'memory'],
  [2023, ['国办发明电〔2022〕16号'], 'memory'],
  [2024, ['国办发明电〔2023〕7号'], 'seen'],
  [2025, ['国办发明电〔2024〕12号'], 'seen'],
  [2026, ['国办发明电〔2025〕7号'], 'seen'],
]

const source = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json')
const { holidays, workdays } = JSON.parse(readFileSync(source, 'utf8'))
const isWeekend = (day) => [0, 6].includes(new Date(day).getUTCDay())

for (const [year, notices, known] of NOTICES) {
  const ruled = (day) => noticeYear(day) === year
  const off = Object.keys(holidays).filter((day) => ruled(day) && !isWeekend(day))
  const on = Object.keys(workdays).filter((day) => ruled(day) && isWeekend(day))
  writeFileSync(path.join(folder, `${year}.ts`), file(year, notices, known, off, on))
}
writeFileSync(path.join(folder, 'index.ts'), index(NOTICES.map(([year]) => year)))

/** The year whose notice rules on `day`: a New Year's holiday begins, or is made up for, from 29 December on. */
function noticeYear(day) {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '12-29' ? year + 1 : year
}

function file(year, notices, known, off, on) {
  return `import { type CalendarYear, days } from './calendar-year.js'

/** 国务院办公厅关于${year}年部分节假日安排的通知 */
export const CALENDAR_${year}: CalendarYear = {
  year: ${year},
  notice: '${notices.join('、')}',
  known: '${known}',
  off: days(\`
    ${byMonth(off)}
  \`),
  on: days(\`
    ${byMonth(on)}
  \`),
}
`
}

function byMonth(days) {
  const months = Map.groupBy(days.toSorted(), (day) => day.slice(0, 7))
  return [...months.values()].map((month) => month.join(' ')).join('\n    ')
}

function index(years) {
  const imports = years.map((year) => `import { CALENDAR_${year} } from './${year}.js'`)
  const names = years.map((year) => `  CALENDAR_${year},`)
  return `${imports.join('\n')}
import type { CalendarYear } from './calendar-year.js'

/** Every notice that is held, oldest first. */
export const CALENDAR_YEARS: readonly CalendarYear[] = [
${names.join('\n')}
]
`
}
