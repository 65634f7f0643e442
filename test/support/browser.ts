import { existsSync } from 'node:fs'

// The shell comes first: the same engine without a window around each page, which costs as much as the page.
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** The Chromium of this machine: `CHROMIUM`, else where Linux distributions put it; undefined when there is none. */
export function findBrowser(): string | undefined {
  const { CHROMIUM } = process.env
  return [CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
}

/** For `{ skip }` of a test that needs a browser: the reason when there is none, else false. */
export function skipWithoutBrowser(): string | false {
  return findBrowser()
    ? false
    : '没有找到 Chromium 浏览器：安装 chromium，或用环境变量 CHROMIUM 指定'
}

/** A Chromium that keeps to itself: no sandbox (it runs as root), no network of its own. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
