import { cite } from '../../citation.js'
import { CLOCK_STEPS } from '../../request-clock/steps.js'
import { day } from '../example-facts.js'
import type { ConsultedParty } from '../facts.js'
import { letterSpec } from '../letter-kinds.js'
import { dateText } from '../letter-text.js'
import { type Found, type Given, LETTER, type LetterRule } from './rule.js'

// biome-ignore format: table
export const CONSULTATION_RULES: readonly LetterRule[] = [
  {
    code: 'LTR-24',
    states: '以第三方权益为由不予公开的，已经书面征求意见；意见没有收到、期限没有届满的，不作决定',
    basis: [cite('OGI-2019', 32), cite('OGI-2019', 34)],
    severity: 'warning',
    passes: { kind: 'disclosure', facts: { consultations: [{ whom: 'thirdParty', isOpen: false, limit: day('2026-01-09') }] } },
    fails: { kind: 'disclosure', facts: { consultations: [{ whom: 'thirdParty', isOpen: true, limit: day('2026-01-12') }] } },
    check: consultations,
  },
]

/** Where the register has nothing of consultations, nothing is said. */
function consultations({ letter: { kind }, facts }: Given): readonly Found[] {
  const { consultations: held, on, parts } = facts
  if (letterSpec(kind).step !== 'reply' || !held) return []
  const open = held.filter(({ isOpen, limit }) => isOpen && (!limit || !on || on <= limit))
  const isAsked = held.some(({ whom }) => whom === 'thirdParty')
  const unasked = parts.filter(({ ground }) => ground === 'thirdPartyRights' && !isAsked)
  return [...open.map(waiting), ...unasked.map(({ what }) => notAsked(what))]
}

function waiting({ whom, limit }: ConsultedParty): Found {
  const until = limit
    ? `提出意见的期限至${dateText(limit)}届满`
    : '收到来函的日期没有登记，期限尚未起算'
  return {
    at: LETTER,
    message: `已经书面征求${CONSULTED[whom]}的意见，还没有收到，${until}。请先登记收到的意见，或者待期限届满后再作决定。`,
  }
}

// biome-ignore format: table
const CONSULTED: Readonly<Record<ConsultedParty['whom'], string>> = {
  thirdParty:     '第三方',
  coMaker:        '共同制作机关',
  otherAuthority: '其他机关',
}

function notAsked(what: string): Found {
  return {
    at: LETTER,
    message: `以第三方合法权益为由不予公开“${what}”，但没有登记“${CLOCK_STEPS.consult.title}”。请先书面征求第三方的意见；不需要征求的，请说明理由。`,
  }
}
