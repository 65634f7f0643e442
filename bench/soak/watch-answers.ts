import { setTimeout as wait } from 'node:timers/promises'

const LONGEST_MS = 45_000
const PAUSE_MS = 250

/** Asks for an address again and again: what it answers, how long it takes, and when it answers well after `mark`. */
export function watchAnswers(url: string, cookie = '') {
  const statuses: number[] = []
  let longest = 0
  let says = ''
  let marked = Number.POSITIVE_INFINITY
  let cameBack = Number.NaN
  let isOver = false
  let tellBack: () => void = () => {}
  const back = new Promise<void>((resolve) => {
    tellBack = resolve
  })
  const asking = (async () => {
    while (!isOver) {
      const start = performance.now()
      const { status, text } = await ask(url, cookie)
      longest = Math.max(longest, performance.now() - start)
      statuses.push(status)
      if (status === 503) says = saidIn(text)
      if (status === 200 && start > marked && Number.isNaN(cameBack)) {
        cameBack = performance.now() - marked
        tellBack()
      }
      await wait(PAUSE_MS)
    }
  })()
  return {
    mark() {
      marked = performance.now()
    },
    back: () => back,
    async over() {
      isOver = true
      await asking
      return {
        statuses: courseOf(statuses),
        says,
        longest: longest / 1000,
        backAfter: cameBack / 1000,
      }
    },
  }
}

async function ask(url: string, cookie: string): Promise<{ status: number; text: string }> {
  try {
    const answer = await fetch(url, {
      headers: { cookie },
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return { status: 0, text: '' }
  }
}

const SHOWN = 24

function saidIn(text: string): string {
  const said = text.startsWith('{')
    ? JSON.parse(text).detail
    : (/<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1] ?? '')
  return said.replaceAll(/<[^>]*>/g, '').slice(0, SHOWN)
}

/** Equal answers that follow each other as one: `200 × 8, 503 × 100, 200 × 3`. */
function courseOf(statuses: readonly number[]): string {
  const course: { status: number; many: number }[] = []
  for (const status of statuses) {
    const last = course.at(-1)
    if (last?.status === status) last.many += 1
    else course.push({ status, many: 1 })
  }
  return course.map(({ status, many }) => `${status} × ${many}`).join(', ')
}
