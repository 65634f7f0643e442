import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Edge } from '../edge/edge.js'
import { SESSION_COOKIE } from '../edge/session-cookie.js'
import type { Env } from '../http/answers.js'
import { addAssignments } from './assignments.js'
import { addAuthorities } from './authorities.js'
import { addEvents } from './events.js'
import { addImport } from './import-authorities.js'
import { addLinks } from './links.js'
import { addOwnSessions } from './own-sessions.js'
import { addPasswords } from './passwords.js'
import { addPeople } from './people.js'
import { addReorganisations } from './reorganise.js'
import { addRoles } from './roles.js'
import { addSession } from './session.js'
import { addSetUp } from './setup.js'
import { addTimeCodes } from './time-codes.js'

const ROUTES = [
  addSetUp,
  addSession,
  addOwnSessions,
  addPasswords,
  addLinks,
  addTimeCodes,
  addAuthorities,
  addReorganisations,
  addImport,
  addPeople,
  addAssignments,
  addEvents,
  addRoles,
] as const

/** Every route that stands on the database. */
export function addPlatform(api: OpenAPIHono<Env>, edge: Edge): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
  })
  for (const add of ROUTES) add(api, edge)
}
