import { localDate } from '@gongkai/law'
import { approveOverlay, rejectOverlay } from '../../../src/overlays/approve-overlay.js'
import { listOverlays } from '../../../src/overlays/list-overlays.js'
import type { ProposedOverlay } from '../../../src/overlays/overlay.js'
import { previewOverlay } from '../../../src/overlays/preview-overlay.js'
import { proposeOverlay } from '../../../src/overlays/propose-overlay.js'
import { readMoved } from '../../../src/overlays/read-moved.js'
import { withdrawOverlay } from '../../../src/overlays/withdraw-overlay.js'
import type { Expectation } from '../expectation.js'

const PROPOSED: ProposedOverlay = {
  content: { kind: 'value', key: 'calendar/2020', corrected: null },
  source: { title: '放假通知', number: null, issuedOn: localDate('2019-11-21'), foundAt: null },
}
/** The right is asked for before the overlay. */
const ANY = { overlayId: '01900000-0000-7000-8000-00000000e001', reason: '核对' }

/** Nobody but who holds a role at the root: `overlays/overlays.test.ts` tries that. */
export const OVERLAYS: readonly Expectation[] = [
  {
    useCase: 'listOverlays',
    may: 'self',
    attempt: ({ platform }, actor) => listOverlays(platform, actor),
  },
  {
    useCase: 'previewOverlay',
    may: {},
    attempt: ({ platform }, actor) => previewOverlay(platform, actor, PROPOSED),
  },
  {
    useCase: 'readMoved',
    may: {},
    attempt: ({ platform }, actor) => readMoved(platform, actor, ANY),
  },
  {
    useCase: 'proposeOverlay',
    may: {},
    attempt: ({ platform }, actor) => proposeOverlay(platform, actor, PROPOSED),
  },
  {
    useCase: 'approveOverlay',
    may: {},
    attempt: ({ platform }, actor) => approveOverlay(platform, actor, ANY),
  },
  {
    useCase: 'rejectOverlay',
    may: {},
    attempt: ({ platform }, actor) => rejectOverlay(platform, actor, ANY),
  },
  {
    useCase: 'withdrawOverlay',
    may: {},
    attempt: ({ platform }, actor) => withdrawOverlay(platform, actor, ANY),
  },
]
