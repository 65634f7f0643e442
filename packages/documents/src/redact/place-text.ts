import type { Place } from '@gongkai/report'

/** A place as an official says it. */
export function placeText(at: Place): string {
  switch (at.kind) {
    case 'paragraph':
      return `第${at.paragraph}段`
    case 'table':
      return `表${at.table}第${at.row}行第${at.column}列`
    case 'sheet':
      return `工作表“${at.sheet}”${at.cell}`
    case 'page':
      return `第${at.page}页`
    case 'line':
      return `第${at.line}行`
    case 'field':
      return at.path
  }
}
