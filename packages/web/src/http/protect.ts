import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
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

/** Refuses requests by any name but those given: a page elsewhere that points its own name at this machine (DNS rebinding). */
export function onlyHosts(hosts: readonly string[] | null): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (hosts !== null && !hosts.includes(new URL(c.req.url).hostname)) {
      return answerRefusal(c, REQUEST_REFUSALS.host())
    }
    await next()
  }
}

/**
 * Refuses what a page of another site has a browser send. A program that is no browser sends neither header. Behind a proxy that speaks HTTPS our
 * own pages come from the public address.
 */
export function sameSite(publicUrl: () => string): MiddlewareHandler<Env> {
  const check = csrf({
    origin: (origin, c) =>
      origin === new URL(c.req.url).origin || origin === new URL(publicUrl()).origin,
  })
  return (c, next) => {
    const { origin, site } = {
      origin: c.req.header('origin'),
      site: c.req.header('sec-fetch-site'),
    }
    return origin === undefined && site === undefined ? next() : check(c, next)
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
  c.header('Cache-Control', 'no-store')
}
