import { type LocalDate, localDate, type Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { acceptReport } from '../collection/accept-report.js'
import { checkDraft } from '../collection/check-draft.js'
import { publishReport } from '../collection/publish-report.js'
import type { ReportFile } from '../collection/report-file.js'
import { returnReport } from '../collection/return-report.js'
import { saveDraft } from '../collection/save-draft.js'
import { startReport } from '../collection/start-report.js'
import { submitReport } from '../collection/submit-report.js'
import type { Actor, Platform } from '../context.js'
import { withMistake } from './mistakes.js'

/** How far an authority comes with its report. */
const ENDS = [
  'notStarted',
  'draft',
  'failed',
  'submitted',
  'returned',
  'accepted',
  'accepted',
  'published',
  'published',
  'published',
  'published',
  'late',
] as const

type End = (typeof ENDS)[number]

/** One report of the year on its way. */
export type Part = {
  readonly number: number
  readonly reportId: string
  readonly officer: Actor
  readonly document: SavedReport
}

/** The day of `platform` moved to one of the story. */
export type OnDay = (day: LocalDate) => Platform

type Stage = {
  /** Month and day. */
  readonly day: string
  readonly ends: readonly End[]
  readonly act: (
    platform: Platform,
    supervisor: Actor,
    part: Part,
    ref: ReportFile,
  ) => Promise<Result<unknown>>
}

const STARTED = ENDS.filter((end) => end !== 'notStarted')
const SUBMITTED: readonly End[] = ['submitted', 'returned', 'accepted', 'published', 'late']
const ACCEPTED: readonly End[] = ['accepted', 'published', 'late']
const NO_FILE = { get: async () => null }

/** In the order of their days. */
const STAGES: readonly Stage[] = [
  {
    ...{ day: '01-08', ends: STARTED },
    act: (platform, _, { officer }, ref) =>
      startReport(
        platform,
        officer,
        { ...ref, reportId: ref.id, from: { kind: 'lastYear' } },
        NO_FILE,
      ),
  },
  {
    ...{ day: '01-12', ends: STARTED },
    act: (platform, _, part, ref) =>
      saveDraft(platform, part.officer, { ...ref, reportId: ref.id, document: drafted(part) }),
  },
  {
    ...{ day: '01-13', ends: ['failed'] },
    act: (platform, _, { officer }, ref) => checkDraft(platform, officer, ref.id),
  },
  {
    ...{ day: '01-15', ends: SUBMITTED },
    act: (platform, _, { officer }, ref) =>
      submitReport(platform, officer, { ...ref, reportId: ref.id }),
  },
  {
    ...{ day: '01-19', ends: ['returned'] },
    act: (platform, supervisor, _, ref) =>
      returnReport(platform, supervisor, { ...ref, reportId: ref.id, ...RETURN }),
  },
  {
    ...{ day: '01-20', ends: ACCEPTED },
    act: (platform, supervisor, _, ref) =>
      acceptReport(platform, supervisor, { ...ref, reportId: ref.id }),
  },
  {
    ...{ day: '01-27', ends: ['published'] },
    act: (platform, _, { officer }, ref) => publish(platform, officer, ref, '01-26'),
  },
  {
    ...{ day: '02-20', ends: ['late'] },
    act: (platform, _, { officer }, ref) => publish(platform, officer, ref, '02-18'),
  },
]

const RETURN = {
  reason: '请核对后重新报送。',
  remarks: [
    {
      target: { kind: 'cells', cells: [{ table: 'requests', row: '三（七）', column: '总计' }] },
      words: '请与受理台账核对总计。',
    },
  ],
} as const

/** Lets every authority come as far as it does, day by day. Throws where a step is refused: the story is wrong then. */
export async function actOut(
  onDay: OnDay,
  reportYear: number,
  supervisor: Actor,
  parts: readonly Part[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const refs = new Map<string, ReportFile>()
  const acts = STAGES.flatMap((stage) =>
    parts.filter((part) => stage.ends.includes(endOf(part))).map((part) => ({ stage, part })),
  )
  for (const [done, { stage, part }] of acts.entries()) {
    const platform = onDay(localDate(`${reportYear + 1}-${stage.day}`))
    const ref =
      refs.get(part.reportId) ?? ({ id: part.reportId, version: 1, reportYear } as ReportFile)
    const result = await stage.act(platform, supervisor, part, ref)
    if (!result.ok)
      throw new Error(`${stage.day} ${part.document.title}: ${result.refusal.message}`)
    const after = result.value as Partial<ReportFile>
    if (after.version !== undefined) refs.set(part.reportId, { ...ref, ...after })
    progress(done + 1, acts.length)
  }
}

/** The government's own report is still being drafted: it waits for the others. */
function endOf({ number }: Part): End {
  return number === 0 ? 'draft' : (ENDS[number % ENDS.length] ?? 'draft')
}

function drafted(part: Part): SavedReport {
  const { document, number } = part
  return endOf(part) === 'failed'
    ? withMistake(document, Math.floor(number / ENDS.length))
    : document
}

function publish(platform: Platform, officer: Actor, ref: ReportFile, day: string) {
  const publishedOn = localDate(`${ref.reportYear + 1}-${day}`)
  return publishReport(platform, officer, { reportId: ref.id, version: ref.version, publishedOn })
}
