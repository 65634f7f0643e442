import type { Pool } from '@gongkai/app'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Edge } from '../edge/edge.js'
import { SESSION_COOKIE } from '../edge/session-cookie.js'
import type { Env } from '../http/answers.js'
import { addAssignments } from './assignments.js'
import { addAuthorities } from './authorities.js'
import { addBoard } from './board.js'
import { addBulkCheck } from './bulk-check.js'
import { addCollections } from './collections.js'
import { addEvents } from './events.js'
import { addFees } from './fees.js'
import { addFilings } from './filings.js'
import { addHealth } from './health.js'
import { addIdentity } from './identity.js'
import { addImport } from './import-authorities.js'
import { addRequestImport } from './import-requests.js'
import { addJobs } from './jobs.js'
import { addLetters } from './letters.js'
import { addLinks } from './links.js'
import { addMaterialFiles } from './material-files.js'
import { addMaterials } from './materials.js'
import { addNotices } from './notices.js'
import { addOverlays } from './overlays.js'
import { addOwnSessions } from './own-sessions.js'
import { addPasskeys } from './passkeys.js'
import { addPasswords } from './passwords.js'
import { addPast } from './past.js'
import { addPeople } from './people.js'
import { addPersonsData } from './persons-data.js'
import { addProactive } from './proactive.js'
import { addPublic } from './public.js'
import { addReadings } from './readings.js'
import { addReevaluations } from './reevaluations.js'
import { addRegion } from './region.js'
import { addRemarks } from './remarks.js'
import { addRemedies } from './remedies.js'
import { addRemedyCounts } from './remedy-counts.js'
import { addReorganisations } from './reorganise.js'
import { addReportDrafts } from './report-drafts.js'
import { addReportSteps } from './report-steps.js'
import { addReports } from './reports.js'
import { addRequestAdvices } from './request-advices.js'
import { addRequestJoins } from './request-joins.js'
import { addRequestPeople } from './request-people.js'
import { addRequestSearches } from './request-searches.js'
import { addRequestTasks } from './request-tasks.js'
import { addRequests } from './requests.js'
import { addRetention } from './retention.js'
import { addRoles } from './roles.js'
import { addSession } from './session.js'
import { addSetUp } from './setup.js'
import { addTimeCodes } from './time-codes.js'
import { addTodos } from './todos.js'
import { addTokens } from './tokens.js'

const ROUTES = [
  addHealth,
  addSetUp,
  addSession,
  addOwnSessions,
  addPasswords,
  addLinks,
  addTimeCodes,
  addAuthorities,
  addReorganisations,
  addRegion,
  addImport,
  addPeople,
  addPersonsData,
  addAssignments,
  addEvents,
  addRoles,
  addTokens,
  addPasskeys,
  addIdentity,
  addCollections,
  addBoard,
  addBulkCheck,
  addPast,
  addReports,
  addReportDrafts,
  addReportSteps,
  addRemarks,
  addTodos,
  addJobs,
  addNotices,
  addPublic,
  addOverlays,
  addRemedyCounts,
  addRemedies,
  addRequestTasks,
  addRetention,
  addProactive,
  addReevaluations,
  addReadings,
  addFees,
  addRequestSearches,
  addRequestAdvices,
  addRequestJoins,
  addRequests,
  addRequestPeople,
  addRequestImport,
  addLetters,
  addMaterials,
  addMaterialFiles,
  addFilings,
] as const

/** Every route that stands on the database. */
export function addPlatform(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
  })
  for (const add of ROUTES) add(api, edge, pool)
}
