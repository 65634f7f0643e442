import type { JobSpec } from '../queue/define-job.js'

export type MailData = {
  readonly noticeId: string
  /** It has waited for the end of the quiet hours, and does not wait again. */
  readonly waited: boolean
}

/** One mail for one notice; a server that is away for an afternoon loses none. */
export const SEND_MAIL: JobSpec<MailData> = {
  name: 'sendMail',
  label: '发送邮件',
  retries: 12,
  backoffSeconds: 30,
  mostSeconds: 120,
}
