import type { AuthorityFile, PassedOn } from '@gongkai/web'

/** What went over in a reorganisation and what ended with it, said after it was registered. */
export function passedOnText(all: readonly PassedOn[]): string {
  return all
    .map(({ from, to, reports, requests, remedies, series }) => {
      const carried =
        reports.length > 0 ? `${reports.length}份未办结的年度报告` : '已公布的年度报告'
      const closed = series.length > 0 ? `发文字号${series.join('、')}停止使用。` : ''
      const open = openText({ requests, remedies })
      const also = open && `其未办结的${open}一并承接，期限不变。`
      return `“${from.name}”的${carried}由“${to.name}”承接。${also}${closed}`
    })
    .join('')
}

/** What is open of requests and remedies; empty where nothing is. */
export function openText({ requests, remedies }: AuthorityFile['open']): string {
  return [
    requests > 0 ? `${requests}件申请` : '',
    remedies > 0 ? `${remedies}件行政复议、诉讼或者投诉` : '',
  ]
    .filter(Boolean)
    .join('、')
}
