import { type Answer, call, toRefused, UNREACHABLE } from './call.js'

/** Sends a file to the API. `onSent` is told the share of its bytes that have gone out, 0 to 1: `fetch` cannot say that. */
export async function upload<T>(
  path: string,
  file: File,
  version: number,
  onSent: (share: number) => void,
): Promise<Answer<T>> {
  // A session that is over is opened again before the bytes go out.
  const session = await call<unknown>('GET', '/session')
  if (!session.ok) return session
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file, file.name)
    request.open('POST', `/api/v1${path}`)
    request.setRequestHeader('if-match', `"${version}"`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0)
    request.upload.onload = () => onSent(1)
    request.onerror = () => resolve({ ok: false, refused: UNREACHABLE })
    request.onload = () => {
      const { status, response } = request
      const isOk = status >= 200 && status < 300
      resolve(isOk ? { ok: true, value: response } : { ok: false, refused: toRefused(response) })
    }
    request.send(form)
  })
}
