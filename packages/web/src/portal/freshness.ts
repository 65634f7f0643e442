import { type Platform, publicStamp } from '@gongkai/app'

/**
 * Answers the present stamp. A question to the database that began before a request came does not answer it; all that come while one is
 * under way share the next. So each page is as true as if every request had asked, and at most one question runs at a time.
 */
export function newFreshness(ask: (platform: Platform) => Promise<string> = publicStamp) {
  let under: Promise<unknown> = Promise.resolve()
  let next: Promise<string> | null = null
  return (platform: Platform): Promise<string> => {
    next ??= under.then(() => {
      next = null
      const asked = ask(platform)
      under = asked.catch(() => {})
      return asked
    })
    return next
  }
}
