import type { Finding, SavedReport } from '@gongkai/report'
import type { CheckRequest } from './state/context.js'
import type { Failure, FileCheck } from './state/item.js'

/** What the API answers: the value, or why not and what to do. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export type ReadAnswer = { readonly report: SavedReport; readonly check: FileCheck }

/** A rule as the catalogue lists it. */
export type RuleEntry = { readonly code: string; readonly states: string }

type Example = { readonly id: string; readonly name: string }

const BASE = '/api/v1'

const UNREACHABLE: Failure = {
  code: 'network',
  message: '没有连上服务。请确认服务正在运行、网络畅通，然后重试。',
}
const UNREADABLE: Failure = {
  code: 'answer',
  message: '服务的答复不完整。请重试；仍不成功的，请重新启动服务。',
}

/** Sends one file to be read and checked. `onSent` is told the share of its bytes that have gone out, 0 to 1. */
export function readFile(
  file: File,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer<ReadAnswer>> {
  const form = new FormData()
  form.append('file', file, file.name)
  return whileBusy(signal, async () => {
    const answer = await sendForm(`${BASE}/reports/read`, form, onSent, signal)
    if (!answer.ok) return answer
    const { report, check } = answer.value
    return { ok: true, value: { report, check: toFileCheck(check) } }
  })
}

/** Checks a report again, with its corrections and with what it is held against. */
export function checkReport(
  request: CheckRequest,
  signal: AbortSignal,
): Promise<Answer<FileCheck>> {
  return whileBusy(signal, async () => {
    const answer = await json<CheckAnswer>(post('/reports/check', request, signal))
    return answer.ok ? { ok: true, value: toFileCheck(answer.value) } : answer
  })
}

/** The catalogue of rules. */
export function fetchRules(): Promise<Answer<readonly RuleEntry[]>> {
  return json(fetch(`${BASE}/rules`))
}

/** The example reports with their planted mistakes, as files. */
export async function fetchExamples(): Promise<Answer<readonly File[]>> {
  const list = await json<readonly Example[]>(fetch(`${BASE}/examples`))
  if (!list.ok) return list
  try {
    const files = list.value.map(async ({ id, name }) => {
      const answer = await fetch(`${BASE}/examples/${encodeURIComponent(id)}`)
      if (!answer.ok) throw new Error(`example ${id}: ${answer.status}`)
      return new File([await answer.blob()], name)
    })
    return { ok: true, value: await Promise.all(files) }
  } catch {
    return { ok: false, failure: UNREACHABLE }
  }
}

/** A file that was made, and what its receiver must know about it. */
export type MadeFile = { readonly blob: Blob; readonly notes: readonly string[] }

/** Has a file made of `body`; `path` says which (`/reports/write?to=docx`). */
export async function fetchFile(path: string, body: unknown): Promise<Answer<MadeFile>> {
  try {
    const answer = await post(path, body)
    if (!answer.ok) return { ok: false, failure: await failureOf(answer) }
    const notes = decodeURIComponent(answer.headers.get('gongkai-notes') ?? '')
    const lines = notes.split('\n').filter((line) => line !== '')
    return { ok: true, value: { blob: await answer.blob(), notes: lines } }
  } catch {
    return { ok: false, failure: UNREACHABLE }
  }
}

/** The API lists what was waived apart. */
type CheckAnswer = FileCheck & { readonly waived: readonly Finding[] }

function toFileCheck({ waived, ...check }: CheckAnswer): FileCheck {
  return { ...check, findings: [...check.findings, ...waived] }
}

function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(BASE + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
}

async function json<T>(request: Promise<Response>): Promise<Answer<T>> {
  try {
    const answer = await request
    if (!answer.ok) return { ok: false, failure: await failureOf(answer) }
    return { ok: true, value: await answer.json() }
  } catch {
    return { ok: false, failure: UNREACHABLE }
  }
}

async function failureOf(answer: Response): Promise<Failure> {
  return toFailure(await answer.json().catch(() => null))
}

function toFailure(value: unknown): Failure {
  if (typeof value !== 'object' || value === null) return UNREADABLE
  const { code, detail } = value as { readonly code?: unknown; readonly detail?: unknown }
  return typeof code === 'string' && typeof detail === 'string'
    ? { code, message: detail }
    : UNREADABLE
}

/** `fetch` cannot say how much it has sent. */
function sendForm(
  url: string,
  form: FormData,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer<{ readonly report: SavedReport; readonly check: CheckAnswer }>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const fail = (failure: Failure) => resolve({ ok: false, failure })
    request.open('POST', url)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0)
    request.onerror = () => fail(UNREACHABLE)
    request.onabort = () => fail(UNREACHABLE)
    request.onload = () => {
      const { status, response } = request
      if (status !== 200) fail(toFailure(response))
      else if (response === null) fail(UNREADABLE)
      else resolve({ ok: true, value: response })
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

const BUSY = 'server.busy'
const WAITS_MS = [1000, 2000, 4000, 8000]

/** Asks again, later and later, while the server has its hands full. */
async function whileBusy<T>(
  signal: AbortSignal,
  ask: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  for (const wait of WAITS_MS) {
    const answer = await ask()
    if (answer.ok || answer.failure.code !== BUSY || signal.aborted) return answer
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return ask()
}
