import { CHECK_ALL } from '../collection/bulk-check.js'
import { bulkCheckJob } from '../collection/bulk-check-job.js'
import { REMIND } from '../collection/remind.js'
import { SEND_MAIL } from '../notices/mail-spec.js'
import { type MailSettings, mailJob } from '../notices/send-mail.js'
import { type PastDeps, readPastJob } from '../past/read-past-job.js'
import { READ_PAST } from '../past/start-import.js'
import { VERIFY_LOG } from '../records/verify-log-job.js'
import { FILE_REQUEST, fileRequestJob } from '../requests/filing/file-request-job.js'
import {
  type CaseDeps,
  MAKE_REDACTION,
  makeRedactionJob,
} from '../requests/materials/make-redaction.js'
import { newsJob, SEND_NEWS } from '../requests/news/send-news.js'
import { REMIND_REQUESTS } from '../requests/remind-requests.js'
import { eraseJob } from '../requests/retention/erase-job.js'
import { ERASE_REQUESTS } from '../requests/retention/erase-spec.js'
import { SWEEP_FILES, sweepFilesJob } from '../requests/sweep-files.js'
import type { FileStore } from '../storage/file-store.js'
import { CLEAN } from './clean.js'
import type { AnyJob } from './define-job.js'

type JobDeps = PastDeps & { readonly files: Pick<FileStore, 'get' | 'remove' | 'sweep'> }

/** Everything that the platform does in the background. */
export function platformJobs(
  mail: MailSettings,
  deps: JobDeps,
  cases: CaseDeps,
): readonly AnyJob[] {
  return [
    mailJob(mail),
    newsJob(mail),
    REMIND,
    REMIND_REQUESTS,
    CLEAN,
    VERIFY_LOG,
    sweepFilesJob(deps.files),
    bulkCheckJob(deps.pool.jobs),
    readPastJob(deps),
    eraseJob(deps.files),
    makeRedactionJob(cases),
    fileRequestJob(cases),
  ]
}

/** What each queue is called, in official words. */
const LABELS: ReadonlyMap<string, string> = new Map(
  [
    SEND_MAIL,
    SEND_NEWS,
    REMIND,
    REMIND_REQUESTS,
    CLEAN,
    SWEEP_FILES,
    VERIFY_LOG,
    CHECK_ALL,
    READ_PAST,
    ERASE_REQUESTS,
    MAKE_REDACTION,
    FILE_REQUEST,
  ].map(({ name, label }) => [name, label]),
)

/** The queue in official words; its own name where this version does not know it. */
export function jobLabel(queue: string): string {
  return LABELS.get(queue) ?? queue
}
