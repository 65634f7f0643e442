import { addDays } from '@gongkai/law'
import {
  ANSWER,
  APART,
  agree,
  besideAct,
  by,
  CONSULTED,
  CORRECTED,
  deciding,
  draft,
  ERASED,
  FEE,
  FEE_NOTICE,
  FILED,
  HANDLER,
  HEAD,
  letterAct,
  lookedAt,
  OTHER,
  outcome,
  PROPOSAL,
  PUBLICATION,
  proposalAct,
  publishing,
  RECEIVED,
  remedyAct,
  requestAct,
  SCAN,
  type ScriptAct,
  SEARCHED,
  SUBMIT,
  send,
  sign,
  stepAct,
  sued,
  TASK,
  TOGETHER,
  taskAct,
  today,
  WHY,
} from './script-acts.js'

/** How a request comes in. */
export type Coming = 'portal' | 'desk' | 'ownRecord' | 'import'

type Script = { readonly comes: Coming; readonly acts: readonly ScriptAct[] }

/** Courses that are written out: each act is done once, whoever is killed meanwhile. */
// biome-ignore format: a list
const WRITTEN = {
  /** Over the counter by post, with a scan, an opinion of a third party, an extension, a letter that comes back. */
  desk: { comes: 'desk', acts: [
    SCAN, HANDLER, TASK, taskAct('/chase', undefined, 'requestTaskChased'), taskAct('/answer', { answer: '合同附后' }, 'requestTaskAnswered'),
    stepAct({ name: 'consult', whom: 'thirdParty', ...CONSULTED }), stepAct({ name: 'consultationArrives', ...CONSULTED }), stepAct({ name: 'receiveOpinion', ...CONSULTED }),
    draft('extensionNotice'), ...HEAD, send('requestStepRecorded'),
    besideAct('/searches', () => SEARCHED, 'requestSearchRecorded'),
    draft('disclosure'), SUBMIT, by('disclosureHead', letterAct('/return', { reason: WHY }, 'requestLetterReturned')), ...HEAD,
    letterAct('/discard', { reason: WHY }, 'requestLetterDiscarded'),
    draft('disclosure'), ...HEAD, ANSWER, outcome('returned', 'requestLetterCameBack'), outcome('noticed', 'requestLetterNoticed'), outcome('served', 'requestLetterServed'), FILED,
  ] },
  /** Refused after a secrecy review; reconsidered, sued, decided anew; looked at again and published. */
  refused: { comes: 'portal', acts: [
    RECEIVED, draft('refusal', ['endangersSecurity']), SUBMIT, agree('secrecyReviewer'), agree('disclosureHead'), sign('leader'), ANSWER, outcome('served', 'requestLetterServed'),
    sued('reconsideration', '云岭县人民政府'), remedyAct('/answer', { on: today() }, 'remedyAnswered'), remedyAct('/decision', { on: today(), result: 'upheld' }, 'remedyDecided'),
    sued('suitAfterReconsideration', '云岭县人民法院'), remedyAct('/answer', { on: today() }, 'remedyAnswered'), remedyAct('/decision', { on: today(), result: 'claimDismissed' }, 'remedyDecided'),
    remedyAct('/instances', { instance: { receivedOn: today() } }, 'remedyInstanceAdded'), remedyAct('/decision', { on: today(), result: 'courtRevoked', redo: { from: today() } }, 'remedyDecided'),
    remedyAct('/redone', { on: today(), number: '云管公开〔2026〕88号' }, 'decisionRedone'),
    lookedAt({ outcome: 'moved', nextOn: addDays(today(), 30) }, 'reevaluationMoved'), lookedAt({ outcome: 'disclosable', title: '合同' }, 'reevaluationDisclosable'),
    proposalAct(deciding, '/decision', { decision: 'accepted' }, 'proactiveAccepted'), proposalAct(publishing, '/publication', PUBLICATION, 'proactivePublished'), FILED,
  ] },
  /** A fee that is waived; what is given out becomes public to all. */
  waived: { comes: 'portal', acts: [
    RECEIVED, ...FEE_NOTICE, FEE('waiver', () => ({ on: today(), reason: WHY }), 'requestFeeWaived'), draft('disclosure', ['disclosed']), ...HEAD, ANSWER,
    besideAct('/proactive', () => PROPOSAL, 'proactiveProposed'), proposalAct(deciding, '/decision', { decision: 'declined', reason: WHY }, 'proactiveDeclined'), FILED,
  ] },
  refunded: { comes: 'portal', acts: [
    RECEIVED, ...FEE_NOTICE, FEE('payment', (yuan) => ({ on: today(), yuan, receiptNumber: '票00000002' }), 'requestFeePaid'),
    FEE('refund', (yuan) => ({ on: today(), yuan, reason: WHY }), 'requestFeeRefunded'), draft('disclosure'), ...HEAD, ANSWER, FILED,
  ] },
  /** Split and joined again, then withdrawn for another authority. */
  split: { comes: 'portal', acts: [
    RECEIVED, requestAct('/split', { parts: [{ wanted: '合同' }, { wanted: '验收记录' }], reason: WHY }, 'requestSplit'), requestAct('/rejoin', { reason: WHY }, 'requestRejoined'),
    requestAct('/advices', OTHER, 'requestAdviceRecorded'), requestAct('/advices', { ...OTHER, told: 'phone', answer: 'withdraws' }, 'requestAdviceRecorded', 'requestStepRecorded'), FILED,
  ] },
  /** Left open: the next of its kind is handled with it for a while. */
  together: { comes: 'portal', acts: [
    RECEIVED, TOGETHER, APART, CORRECTED, requestAct('/secret', { proof: '核验身份证' }, 'requestSecretRenewed'),
    besideAct('/hold', () => ({ reason: WHY }), 'requestHeld'), besideAct('/hold/lift', () => ({ reason: WHY }), 'requestHoldLifted'),
    besideAct('/own-data', () => ({ place: 1, proof: '核验身份证' }), 'ownDataGiven'),
    by('disclosureHead', stepAct({ name: 'extend', days: 5 })), requestAct('/steps/1/unpapered', { reason: WHY }, 'requestStepUnpapered'), requestAct('/steps/1/strike', { reason: WHY }, 'requestStepStruck'),
  ] },
  /** The correction of a record of one's own (第四十一条). */
  ownRecord: { comes: 'ownRecord', acts: [draft('ownRecord'), ...HEAD, ANSWER, FILED] },
  /** From before the register, over for long. */
  imported: { comes: 'import', acts: [FILED, ({ seen: { request } }) => (request.filedOn === null ? 'wait' : null), ERASED] },
} as const satisfies Record<string, Script>

export type Written = keyof typeof WRITTEN

/** The course of that name; undefined where it is not written out. */
export function scriptOf(course: string): Script | undefined {
  return WRITTEN[course as Written]
}
