import type { MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { answerRefusal, type Env } from './answers.js'
import { REQUEST_REFUSALS } from './refusals.js'

const SELF = "'self'"
const NONE = "'none'"

/** The headers of every answer. Styles come with the nonce of the page; no script but our own files runs. */
export const secure: MiddlewareHandler<Env> = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: [NONE],
    scriptSrc: [SELF],
    styleSrc: [SELF, NONCE],
    imgSrc: [SELF, 'data:'],
    frameSrc: [SELF],
    fontSrc: [SELF],
    connectSrc: [SELF],
    formAction: [SELF],
    baseUri: [NONE],
    frameAncestors: [NONE],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // The service speaks plain HTTP on the machine itself; TLS and its headers are the balancer's.
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

/**
 * The headers of a file from outside that our own pages show in a frame: it has no origin, runs nothing, sends nothing and loads nothing. The
 * viewer of a PDF does not work in such a box; it is kept apart by the browser.
 */
export const framed: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const isPdf = c.res.headers.get('Content-Type') === 'application/pdf'
  const box = isPdf ? '' : "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
  c.header('Content-Security-Policy', `${box}frame-ancestors 'self'`)
  c.header('X-Frame-Options', 'SAMEORIGIN')
}

/** Refuses requests by any name but those given: a page elsewhere that points its own name at this machine (DNS rebinding). */
export function onlyHosts(hosts: readonly string[] | null): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (hosts !== null && !hosts.includes(new URL(c.req.url).hostname)) {
      return answerRefusal(c, REQUEST_REFUSALS.host())
    }
    await next()
  }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses what a page of another site has a browser send, whatever it sends. A browser says where a request comes from, and a page cannot say
 * otherwise; a program that is no browser says nothing. Behind a proxy that speaks HTTPS our own pages come from the public address. What they
 * send by a form names no origin, as they tell no referrer.
 */
export function sameSite(publicUrl: () => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isOurs =
      SAFE.includes(c.req.method) ||
      site === 'same-origin' ||
      (origin === undefined
        ? site === undefined
        : [c.req.url, publicUrl()].some((url) => new URL(url).origin === origin))
    if (!isOurs) return answerRefusal(c, REQUEST_REFUSALS.crossSite())
    await next()
  }
}

/** Lets at most `most` requests that cost work in at once; the others are told to come back. */
export function atOnce(most: number): MiddlewareHandler<Env> {
  let busy = 0
  return async (c, next) => {
    if (busy >= most) return answerRefusal(c, REQUEST_REFUSALS.busy())
    busy += 1
    try {
      await next()
    } finally {
      busy -= 1
    }
  }
}

/** Nothing of an answer is kept on its way. */
export const noStore: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  // `c.header` would copy the answer, which is whole already.
  c.res.headers.set('Cache-Control', 'no-store')
}
