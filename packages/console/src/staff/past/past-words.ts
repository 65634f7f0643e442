import type { PastItem } from '@gongkai/web'

/** The states of a file in the queue, those first in which something is to be done. */
// biome-ignore format: table
export const PAST_LABELS: Readonly<Record<PastItem['state'], string>> = {
  review:    '待核定',
  ready:     '可以采用',
  waiting:   '待识别',
  published: '已采用',
  discarded: '已移出',
}
