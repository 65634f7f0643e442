import { type Binding, type BoundReport, cellKey, cellsByKey, stateOf } from '@gongkai/report'
import { cellText, contentText } from '../../words/words.js'

/** What a bound figure does, in official words. */
export function boundText(report: BoundReport, binding: Binding): string {
  const { cell } = binding
  const state = stateOf(report, binding)
  const name = cellText(cell)
  if (state === 'follows') return `随${name}变动`
  if (state === 'waits') return `是原来的数字：${name}现在没有数字，填写后随之更新`
  const found = cellsByKey(report).get(cellKey(cell))
  return `与${name}不一致，表中为${found ? contentText(found) : '空'}，请核对`
}
