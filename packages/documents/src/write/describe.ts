import type { CellRef, Place, Target } from '@gongkai/report'

/** Where something stands in its source, as one would say it: `第12行第3列`, `第2页`, `工作表“表三”D5`. */
export function describePlace(place: Place | null): string {
  if (!place) return ''
  switch (place.kind) {
    case 'line':
      return `第${place.line}行第${place.column}列`
    case 'page':
      return `第${place.page}页`
    case 'paragraph':
      return `第${place.paragraph}段`
    case 'table':
      return `第${place.table}个表格第${place.row}行第${place.column}列`
    case 'sheet':
      return `工作表“${place.sheet}”${place.cell}`
    case 'field':
      return place.path
  }
}

/** What a finding is about: `表三 一·总计`, `正文 第五部分`. */
export function describeTarget(target: Target): string {
  if (target.kind === 'report') return '整份报告'
  if (target.kind === 'text') return describePart(target.part)
  const [first] = target.cells
  const more = target.cells.length > 1 ? `等${target.cells.length}处` : ''
  return first ? `${describeCell(first)}${more}` : ''
}

const TABLES: Readonly<Record<CellRef['table'], string>> = {
  proactive: '表二',
  requests: '表三',
  remedies: '表四',
}

/** `表三 三（一）·总计`. */
export function describeCell({ table, row, column }: CellRef): string {
  return `${TABLES[table]} ${row}·${column}`
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ['title', '标题'],
  ['intro', '引言'],
  ['signature', '落款'],
])

function describePart(part: string): string {
  const [kind = '', no] = part.split('/')
  if (!no) return PARTS.get(kind) ?? part
  return kind === 'heading' ? `第${no}部分标题` : `第${no}部分正文`
}
