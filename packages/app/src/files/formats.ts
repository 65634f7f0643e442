/** What is known of the formats: how large a file may be, what a report can be written as. */
export {
  LIMITS,
  REPORT_FORMATS,
  type ReportFormat,
  type WriteRefusal,
} from '@gongkai/documents'
