import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Platform, today } from '../context.js'
import type { Work } from '../storage/transact.js'
import { addFiles, type NewFile } from './add-request.js'
import { asApplicant, type OwnRefusal, type OwnRequest } from './own-request.js'
import {
  groundsOf,
  type RecordableStep,
  type StepRefusal,
  stepDetail,
  takeStepOn,
} from './record-step.js'
import type { RequestFile } from './request.js'
import { writeRequest } from './write-request.js'

export type ActRefusal =
  | OwnRefusal
  | StepRefusal
  | Refusal<'requests.not-asked' | 'requests.closed' | 'correction.empty'>

export type Correction = { readonly text: string; readonly files: readonly NewFile[] }

/** What the applicant is asked for, and what its coming is. */
const ASKED_FOR: Partial<Record<RequestFile['stage'], 'receiveCorrection' | 'receiveReasons'>> = {
  awaitingCorrection: 'receiveCorrection',
  awaitingReasons: 'receiveReasons',
}

/** 补正、说明理由: the applicant sends what was asked for. With a correction the reply period starts anew (第三十条), with reasons it runs on (第三十五条). */
export async function sendCorrection(
  platform: Platform,
  own: OwnRequest,
  address: string,
  { text, files }: Correction,
): Promise<Result<null, ActRefusal>> {
  return asApplicant<null, ActRefusal>(platform, own, address, async (work, request) => {
    const asked = ASKED_FOR[request.stage]
    if (!asked) return NOT_ASKED
    if (!text.trim() && files.length === 0) return EMPTY
    await addFiles(
      work.tx,
      platform,
      { requestId: request.id, authorityId: request.authorityId },
      files,
      null,
    )
    return act(work, platform, request, { name: asked, on: today(platform) }, text)
  })
}

/** 撤回: the applicant takes the request back. What has been received ends by a step of the clock, what has not without one. */
export async function withdrawOwn(
  platform: Platform,
  own: OwnRequest,
  address: string,
): Promise<Result<null, ActRefusal>> {
  return asApplicant<null, ActRefusal>(platform, own, address, async (work, request) => {
    if (request.stage === 'closed') return CLOSED
    if (request.stage !== 'arrived')
      return act(work, platform, request, { name: 'withdraw', on: today(platform) }, null)
    const closed = {
      closed_on: today(platform),
      stage: 'closed',
      next_on: null,
      next_what: null,
    } as const
    const after = await writeRequest(work.tx, request, {
      ...closed,
      ...{ grounds: ['withdrawn'], counted_under: 'withdrawn' },
    })
    recordAct(work, request, 'requestWithdrawnByApplicant', {
      stage: { before: request.stage, after: after.stage },
    })
    return ok(null)
  })
}

/** 停止邮件提醒: the applicant wants no more mail; what there is stands on the page. */
export async function stopOwnMail(
  platform: Platform,
  own: OwnRequest,
  address: string,
): Promise<Result<null, OwnRefusal>> {
  return asApplicant<null, never>(platform, own, address, async (work, request) => {
    await writeRequest(work.tx, request, { news_way: 'page' })
    recordAct(work, request, 'requestMailStoppedByApplicant', {})
    return ok(null)
  })
}

const EVENTS: Partial<Record<RecordableStep['name'], string>> = {
  receiveReasons: 'reasonsSentByApplicant',
  withdraw: 'requestWithdrawnByApplicant',
}

async function act(
  work: Work,
  platform: Platform,
  request: RequestFile,
  step: RecordableStep,
  note: string | null,
): Promise<Result<null, StepRefusal>> {
  const taken = await takeStepOn(work.tx, platform, request, step, {
    note,
    recordedBy: null,
    grounds: groundsOf(request, step),
  })
  if (!taken.ok) return taken
  recordAct(
    work,
    request,
    EVENTS[step.name] ?? 'correctionSentByApplicant',
    stepDetail(step, request, taken.value),
  )
  return ok(null)
}

function recordAct(
  { record }: Work,
  request: RequestFile,
  name: string,
  detail: Record<string, unknown>,
) {
  record({
    as: null,
    name,
    subject: { kind: 'request', id: request.id },
    authorityId: request.authorityId,
    detail,
  })
}

const NOT_ASKED = refuse(
  'requests.not-asked',
  '受理机关没有要求补正或者说明理由，或者已经收到，不需要再次提交。',
)
const EMPTY = refuse('correction.empty', '请填写补正的内容或者理由，或者附上材料。')
const CLOSED = refuse('requests.closed', '这件申请已经办结，不能再撤回。')
