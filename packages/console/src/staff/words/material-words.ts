import { GROUNDS, type Ground, withholdsPart } from '@gongkai/law'
import type { MaterialReading, RequestMaterial } from '@gongkai/web'

/** How far a document is that a request asks for. */
// biome-ignore format: table
export const MATERIAL_STATES: Readonly<Record<RequestMaterial['state'], string>> = {
  open:    '尚未处理',
  making:  '正在生成遮盖件',
  failed:  '没有生成遮盖件',
  made:    '遮盖件待核对',
  checked: '遮盖件已核对',
  whole:   '全文公开',
  removed: '已移除',
}

/** What can go with a letter. */
export const FINISHED: readonly RequestMaterial['state'][] = ['checked', 'whole']

/** The grounds on which a part can be withheld. */
export const PART_GROUNDS: readonly (readonly [Ground, string])[] = (
  Object.keys(GROUNDS) as readonly Ground[]
)
  .filter(withholdsPart)
  .map((ground) => [ground, GROUNDS[ground].title])

/** Where words stand, as an official says it. */
export function whereText(at: MaterialReading['blocks'][number]['words'][number]['at']): string {
  switch (at.kind) {
    case 'paragraph':
      return `第${at.paragraph}段`
    case 'table':
      return `表${at.table}第${at.row}行第${at.column}列`
    case 'sheet':
      return `工作表“${at.sheet}”${at.cell}`
  }
}
