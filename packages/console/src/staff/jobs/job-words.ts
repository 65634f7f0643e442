import type { ListedJob } from '@gongkai/web'

// biome-ignore format: table
export const JOB_STATES: Readonly<Record<ListedJob['state'], string>> = {
  waiting:   '等待',
  running:   '进行中',
  failed:    '失败',
  done:      '完成',
  cancelled: '已取消',
}
