import assert from 'node:assert/strict'

type Paths = Readonly<
  Record<
    string,
    Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>
  >
>

type Ask = (path: string, init: RequestInit) => Response | Promise<Response>

const BASE = '/api/v1'

/** Asks, and holds the status of every answer of the API against those that its document says. */
export function heldToDocument(ask: Ask): (path: string, init: RequestInit) => Promise<Response> {
  let paths: Promise<Paths> | null = null
  return async (path, init) => {
    const answer = await ask(path, init)
    paths ??= documentOf(ask)
    const { method = 'GET' } = init
    const responses = routeOf(await paths, path.split('?')[0] ?? '', method.toLowerCase())
    if (responses) {
      const told = `${method} ${path}: ${answer.status} is not documented`
      assert.ok(Object.hasOwn(responses, answer.status), told)
    }
    return answer
  }
}

async function documentOf(ask: Ask): Promise<Paths> {
  const answer = await ask(`${BASE}/openapi.json`, {})
  return ((await answer.json()) as { paths: Paths }).paths
}

/** What is documented of the route that answers; a path in full letters goes before one with a name in it. */
function routeOf(paths: Paths, asked: string, method: string) {
  const matching = Object.entries(paths)
    .filter(([path]) => new RegExp(`^${BASE}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked))
    .toSorted(([a], [b]) => a.split('{').length - b.split('{').length)
  return matching.find(([, methods]) => methods[method])?.[1][method]?.responses
}
