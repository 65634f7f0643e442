import type { PassedOn } from '@gongkai/web'

/** What went over in a reorganisation and what ended with it, said after it was registered. */
export function passedOnText(all: readonly PassedOn[]): string {
  return all
    .map(({ from, to, reports, series }) => {
      const carried =
        reports.length > 0 ? `${reports.length}份未办结的年度报告` : '已公布的年度报告'
      const closed = series.length > 0 ? `发文字号${series.join('、')}停止使用。` : ''
      return `“${from.name}”的${carried}由“${to.name}”承接。${closed}`
    })
    .join('')
}
