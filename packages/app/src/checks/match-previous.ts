export { isSameAuthority, matchPrevious, type ReportKey } from '@gongkai/report'
