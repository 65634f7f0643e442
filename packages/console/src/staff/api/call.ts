/** An expected no of the API; `fields` says which parts of what was sent do not fit. Some refusals carry more. */
export type Refused = {
  readonly code: string
  readonly message: string
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  /** What stands now, where somebody was faster. */
  readonly present?: unknown
  /** What an import would do now. */
  readonly preview?: unknown
  /** What keeps a report from being handed in. */
  readonly findings?: unknown
  readonly unread?: unknown
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refused: Refused }

export type Sent = {
  /** As JSON, or a form with a file. */
  readonly body?: unknown
  /** Of the thing, as it was on screen. */
  readonly version?: number
  /** Whether it is asked without being signed in. */
  readonly isOpen?: boolean
  /** Of chance: what is sent again under it is done once. */
  readonly key?: string
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const BASE = '/api/v1'
/** Nothing came back: the network, or the service itself. */
export const UNREACHABLE: Refused = {
  code: 'network',
  message: '没有连上服务。请确认网络畅通，然后重试；填写的内容仍在本页。',
}
const UNREADABLE: Refused = {
  code: 'answer',
  message: '服务的答复不完整。请重试；仍不成功的，请与系统管理员联系。',
}

/** Signs in again in a dialog over the page; whether it came to that. */
type SignInAgain = () => Promise<boolean>
let signInAgain: SignInAgain | null = null

/** Says who asks for the sign-in when a session has ended; null for nobody. */
export function onSessionEnd(ask: SignInAgain | null): void {
  signInAgain = ask
}

/** Asks the API. Where the session has ended the person signs in again and the same is sent once more: nothing that was typed is lost. */
export async function call<T>(method: Method, path: string, sent: Sent = {}): Promise<Answer<T>> {
  const first = await send<T>(method, path, sent)
  const isOver = first.status === 401 && !sent.isOpen
  const again = isOver && signInAgain !== null && (await signInAgain())
  return again ? (await send<T>(method, path, sent)).answer : first.answer
}

async function send<T>(method: Method, path: string, { body, version, key }: Sent) {
  const isForm = body instanceof FormData
  const headers = {
    ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key !== undefined && { 'idempotency-key': key }),
  }
  const content = body === undefined ? null : isForm ? body : JSON.stringify(body)
  try {
    const answer = await fetch(BASE + path, { method, headers, body: content })
    return { status: answer.status, answer: answerOf<T>(answer.ok, await answer.text()) }
  } catch {
    return { status: null, answer: { ok: false, refused: UNREACHABLE } as const }
  }
}

function answerOf<T>(isOk: boolean, text: string): Answer<T> {
  if (isOk && text === '') return { ok: true, value: null as T }
  const value = parsed(text)
  if (isOk && value !== undefined) return { ok: true, value: value as T }
  return { ok: false, refused: isOk ? UNREADABLE : toRefused(value) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is told of a refusal; problem+json says it in `detail`. */
export function toRefused(value: unknown): Refused {
  if (typeof value !== 'object' || value === null) return UNREADABLE
  const { code, detail } = value as Readonly<Record<string, unknown>>
  if (typeof code !== 'string' || typeof detail !== 'string') return UNREADABLE
  return { ...value, code, message: detail }
}
