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
  readonly key?: string
}

/** A browser over the network: it keeps its cookie, and asks. */
export type Browser = {
  (method: string, path: string, sent?: Sent): Promise<Answer>
  readonly cookie: () => string
}

/** A browser at the service of `url`; with `cookie`, one that was signed in elsewhere. */
export function newBrowser(url: string, cookie = ''): Browser {
  let kept = cookie
  const ask = async (method: string, path: string, sent: Sent = {}): Promise<Answer> => {
    const once = () =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: headersOf(sent, kept),
        ...(sent.body !== undefined && { body: bodyOf(sent.body) }),
      }).catch(() => null)
    // As browsers do: a connection that was closed meanwhile is no answer to a question.
    const answer = (await once()) ?? (method === 'GET' ? await once() : null)
    if (!answer) return BROKEN
    const [set] = answer.headers.getSetCookie()
    if (set) kept = set.split(';')[0] ?? ''
    const text = await answer.text().catch(() => null)
    if (text === null) return BROKEN
    const { status, headers } = answer
    return {
      status,
      headers,
      body: headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
    }
  }
  return Object.assign(ask, { cookie: () => kept })
}

const BROKEN: Answer = { status: 0, headers: new Headers(), body: null }

function headersOf({ body, version, key }: Sent, cookie: string): Record<string, string> {
  return {
    ...(body !== undefined &&
      !(body instanceof FormData) && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(cookie && { cookie }),
  }
}

function bodyOf(body: unknown): string | FormData {
  return body instanceof FormData ? body : JSON.stringify(body)
}
