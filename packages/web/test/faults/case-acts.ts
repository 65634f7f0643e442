import { randomUUID } from 'node:crypto'
import { addDays, dayInChina, exampleFacts, type Ground, type LetterKind } from '@gongkai/law'
import { rawPdf } from '../../../documents/test/source-pdf/samples.js'
import type { Browser, Sent } from './browser.js'
import { granted } from './county.js'
import type { AskedCounty, Office } from './offices.js'

/** What becomes of a request: answered at once, after it was corrected, after a fee was paid, or with parts withheld. */
export type Followed = 'plain' | 'corrected' | 'paid' | 'withheld'

/** A request as those who work on it see it. */
export type SeenCase = {
  readonly request: SeenRequest
  readonly steps: readonly string[]
  readonly letters: readonly SeenLetter[]
  readonly materials: readonly SeenMaterial[]
  readonly filings: readonly unknown[]
}

type SeenRequest = {
  readonly id: string
  readonly requestNumber: string
  readonly stage: string
  readonly version: number
  readonly join: string | null
  readonly filedOn: string | null
  readonly erasedAt: string | null
}

type SeenLetter = {
  readonly id: string
  readonly kind: LetterKind
  readonly state: string
  readonly needs: readonly ('disclosureHead' | 'leader')[]
  readonly version: number
}

type SeenMaterial = {
  readonly id: string
  readonly state: string
  readonly version: number
}

/** One act: who sends what, and what the record calls it. */
export type CaseAct = {
  readonly by: Browser
  readonly path: string
  readonly sent: Sent
  readonly events: readonly string[]
}

/** A document of one page, as an applicant and an office send it. */
export function pdfFile(name: string): File {
  const words = `BT /F1 12 Tf 40 300 Td (${randomUUID()}) Tj ET`
  return new File([new Uint8Array(rawPdf([words]))], name, { type: 'application/pdf' })
}

/** How a request stands, as its officer reads it. */
export async function seeCase({ officer }: Office, id: string): Promise<SeenCase> {
  const at = `/requests/${id}`
  const { request, steps } = await granted(officer, 'GET', at)
  const { letters } = await granted(officer, 'GET', `${at}/letters`)
  const { materials } = await granted(officer, 'GET', `${at}/materials`)
  const { filings } = await granted(officer, 'GET', `${at}/filings`)
  const names = steps.map(({ step }: { step: { name: string } }) => step.name)
  return { request, steps: names, letters, materials, filings }
}

const today = () => dayInChina(Date.now())

/** What is to be done next; `wait` while something is made in the background, null where all is done. */
export async function nextAct(
  county: AskedCounty,
  office: Office,
  seen: SeenCase,
  course: Followed,
): Promise<CaseAct | 'wait' | null> {
  const { request, letters } = seen
  const act = (path: string, sent: Sent, ...events: readonly string[]): CaseAct => ({
    ...{ by: office.officer, path: `/requests/${request.id}${path}`, sent, events },
  })
  const onRequest = (path: string, body: object | undefined, ...events: readonly string[]) =>
    act(path, { version: request.version, ...(body && { body }) }, ...events)
  if (request.stage === 'arrived')
    return onRequest('/receipt', { on: today(), how: '电话告知' }, 'requestReceiptConfirmed')
  if (course === 'corrected' && request.stage === 'awaitingCorrection')
    return onRequest('/steps', step({ name: 'receiveCorrection' }), 'requestStepRecorded')
  if (course === 'corrected' && seen.steps.length === 0)
    return onRequest(
      '/steps',
      step({ name: 'askCorrection', until: addDays(today(), 30) }),
      'requestStepRecorded',
    )
  const notice = letters.find(({ kind }) => kind === 'feeNotice')
  const decision = letters.find(({ kind }) => kind !== 'feeNotice')
  if (course === 'paid') {
    if (notice?.state !== 'served')
      return letterAct(county, act, notice, draftOf('feeNotice'), 'hand')
    if (request.stage === 'awaitingFee') return paying(office, onRequest, request.id, notice.id)
  }
  const [material] = seen.materials
  if (course === 'withheld' && material?.state !== 'checked')
    return materialAct(office, act, request.id, material)
  if (request.stage !== 'closed') {
    const draft = material
      ? draftOf('partialDisclosure', ['disclosed', 'internalAffairs'], [material.id])
      : draftOf('disclosure')
    return letterAct(county, act, decision, draft, 'portal')
  }
  return seen.filings.length > 0 ? null : onRequest('/filings', undefined, 'requestFilingAsked')
}

type Acting = (path: string, sent: Sent, ...events: readonly string[]) => CaseAct

function letterAct(
  { approvers }: AskedCounty,
  act: Acting,
  letter: SeenLetter | undefined,
  draft: object,
  way: 'hand' | 'portal',
): CaseAct {
  if (!letter) return act('/letters', { body: draft }, 'requestLetterDrafted')
  const { id, state, needs, version } = letter
  const at = `/letters/${id}`
  if (state === 'draft') return act(`${at}/submit`, { version }, 'requestLetterSubmitted')
  if (state === 'approved') {
    // What is handed over goes out and arrives in one: each is a step.
    const steps =
      way === 'hand' ? ['requestStepRecorded', 'requestStepRecorded'] : ['requestStepRecorded']
    const body = { way, on: today(), ...(way === 'hand' && { proof: '本人签收' }) }
    return act(`${at}/send`, { version, body }, ...steps, 'requestLetterSent')
  }
  // Drafted and submitted are the first two versions; each consent makes another.
  const given = version - 2
  const role = needs[given]
  if (role === undefined) throw new Error(`letter ${id} waits for nobody`)
  const isLast = given === needs.length - 1
  const event = isLast ? 'requestLetterApproved' : 'requestLetterAgreed'
  return { ...act(`${at}/approve`, { version, body: {} }, event), by: approvers[role] }
}

async function paying(
  { officer }: Office,
  onRequest: (path: string, body: object, ...events: readonly string[]) => CaseAct,
  requestId: string,
  letterId: string,
): Promise<CaseAct> {
  const { fees } = await granted(officer, 'GET', `/requests/${requestId}/fees`)
  const body = { on: today(), yuan: fees[0].yuan, receiptNumber: '票00000001' }
  return onRequest(`/fees/${letterId}/payment`, body, 'requestFeePaid')
}

const WHY = { ground: 'internalAffairs', note: '' }
const BOX = { page: 1, x: 0.1, y: 0.1, w: 0.4, h: 0.1, ...WHY }

async function materialAct(
  { officer }: Office,
  act: Acting,
  requestId: string,
  material: SeenMaterial | undefined,
): Promise<CaseAct | 'wait'> {
  if (!material) {
    const body = new FormData()
    body.append('file', pdfFile('养护合同.pdf'))
    return act('/materials', { body }, 'requestMaterialsAdded')
  }
  const at = `/materials/${material.id}`
  const { version, state } = material
  if (state === 'making') return 'wait'
  const { marks, made, failure } = await granted(officer, 'GET', `/requests/${requestId}${at}`)
  if (failure) throw new Error(failure)
  if (state === 'made') {
    const body = { seen: made.problems.length }
    return act(`${at}/redaction/check`, { version, body }, 'requestRedactionChecked')
  }
  if (marks.boxes.length > 0) return act(`${at}/redaction`, { version }, 'requestRedactionAsked')
  return act(`${at}/marks`, { version, body: { boxes: [BOX], passages: [] } }, 'requestMarksSaved')
}

/** A step of today. */
export function step(named: object): object {
  return { step: { on: today(), ...named }, note: null }
}

/** What an officer states for a letter that is right, as in the examples of the law. */
export function draftOf(
  kind: LetterKind,
  grounds?: readonly Ground[],
  materials?: readonly string[],
): object {
  const { parts, attachments, fee, extension, ownRecord } = exampleFacts(kind, grounds)
  const details = {
    ...{ parts, ...(fee && { fee }), ...(materials ? { materials } : { attachments }) },
    ...(extension && { extension: { reason: extension.reason, days: extension.days } }),
    ...(ownRecord && { ownRecord }),
  }
  return { drafted: fee || extension ? kind : 'decision', details }
}
