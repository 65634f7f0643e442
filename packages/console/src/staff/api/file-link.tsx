import { type ReactNode, useState } from 'react'
import { say } from '../router/said.js'
import { call } from './call.js'

const BASE = '/api/v1'

/** A file of the API as a link. A session that is over is opened again first, and a refusal is told on the page. */
export function FileLink({
  path,
  name,
  children,
}: {
  readonly path: string
  /** What it is called where it is kept. */
  readonly name: string
  readonly children: ReactNode
}) {
  const [isMaking, setMaking] = useState(false)
  const fetchIt = async () => {
    setMaking(true)
    const refusal = await keep(path, name)
    setMaking(false)
    if (refusal) say(refusal)
  }
  return (
    <button
      type="button"
      className="link-button"
      disabled={isMaking}
      onClick={() => void fetchIt()}
    >
      {isMaking ? '正在生成…' : children}
    </button>
  )
}

/** Hands a file of the API to the browser; why it did not, or null. */
export async function keep(path: string, name: string): Promise<string | null> {
  const session = await call<unknown>('GET', '/session')
  if (!session.ok) return session.refused.message
  try {
    const answer = await fetch(BASE + path)
    if (!answer.ok) return (await answer.json()).detail ?? '没有生成文件，请重试。'
    const address = URL.createObjectURL(await answer.blob())
    const link = document.createElement('a')
    Object.assign(link, { href: address, download: name })
    link.click()
    // The browser takes the bytes after this turn; a minute is plenty.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return null
  } catch {
    return '没有连上服务。请确认网络畅通，然后重试。'
  }
}
