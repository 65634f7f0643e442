import { describeCell } from '@gongkai/documents'
import type { CellRef } from '@gongkai/report'

/** What is said of one body for one reason: about these cells, or, where there are none, about its whole report. */
export type Remark = {
  /** Null where it is about no body alone. */
  readonly name: string | null
  readonly reason: string
  readonly cells: readonly CellRef[]
}

/** Remarks about one cell each, put together by body and reason in the order of their first cells. */
export function groupRemarks(
  remarks: readonly {
    readonly name: string | null
    readonly reason: string
    readonly cell: CellRef | null
  }[],
): Remark[] {
  const groups = Map.groupBy(remarks, ({ name, reason }) => JSON.stringify([name, reason]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { name, reason } = first
    return [{ name, reason, cells: group.flatMap(({ cell }) => cell ?? []) }]
  })
}

/** `石桥街道办事处，表三 一·自然人、表三 一·总计等12格：未填数字，汇总时按0计。` */
export function remarkText({ name, reason, cells }: Remark): string {
  const shown = cells.slice(0, SHOWN).map(describeCell).join('、')
  const more = cells.length > SHOWN ? `等${cells.length}格` : ''
  return `${[name, `${shown}${more}`].filter(Boolean).join('，')}：${reason}`
}

/** So many cells are named. */
const SHOWN = 3
