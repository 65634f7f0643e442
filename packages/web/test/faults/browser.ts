/** What came back; status 0 where nothing did: the connection broke, and nobody knows what was done. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  // The callers say what they expect; a shape that is not there fails them.
  // biome-ignore lint/suspicious/noExplicitAny: any answer of any route
  readonly body: any
}

export type Sent = {
  readonly body?: unknown
  readonly version?: number
  /** The idempotency key. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A browser: it keeps its cookie, and asks the API. */
export type Browser = {
  (method: string, path: string, sent?: Sent): Promise<Answer>
  readonly cookie: () => string
}

/** How a browser reaches the service; null where the connection broke. */
type Reach = (path: string, init: RequestInit) => Promise<Response | null>

/** A browser over the network, at the service of `url`; with `cookie`, one that was signed in elsewhere. */
export function newBrowser(url: string, cookie = ''): Browser {
  return browserOver(async (path, init) => {
    const once = () => fetch(url + path, init).catch(() => null)
    // As browsers do: a connection that was closed meanwhile is no answer to a question.
    return (await once()) ?? (init.method === 'GET' ? once() : null)
  }, cookie)
}

/** A browser that reaches the service in this way. */
export function browserOver(reach: Reach, cookie = ''): Browser {
  let kept = cookie
  const ask = async (method: string, path: string, sent: Sent = {}): Promise<Answer> => {
    const answer = await reach(`/api/v1${path}`, {
      method,
      headers: headersOf(sent, kept),
      ...(sent.body !== undefined && { body: bodyOf(sent.body) }),
    })
    if (!answer) return BROKEN
    const [set] = answer.headers.getSetCookie()
    if (set) kept = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '')
    const text = await answer.text().catch(() => null)
    if (text === null) return BROKEN
    const { status, headers } = answer
    const isJson = headers.get('content-type')?.includes('json')
    return { status, headers, body: isJson ? JSON.parse(text) : text }
  }
  return Object.assign(ask, { cookie: () => kept })
}

const BROKEN: Answer = { status: 0, headers: new Headers(), body: null }

function headersOf({ body, version, key, headers }: Sent, cookie: string): Record<string, string> {
  const isJson = body !== undefined && !(body instanceof FormData)
  return {
    ...(isJson && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(cookie && { cookie }),
    ...headers,
  }
}

function bodyOf(body: unknown): string | FormData {
  return body instanceof FormData ? body : JSON.stringify(body)
}
