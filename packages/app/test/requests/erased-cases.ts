import { localDate, type Result } from '@gongkai/law'
import * as app from '../../src/index.js'
import { registrationOf } from '../../src/requests/registration.js'
import type { RequestFile } from '../../src/requests/request.js'
import { TODAY } from '../people/days.js'
import type { Tree } from '../people/tree.js'
import { newRemedy } from '../remedies/given.js'
import { ADVISED, type Desk, draftOf, SEARCHED } from './given-letters.js'

/** What hangs on the erased request, by id. */
export type Left = Readonly<
  Record<
    'letter' | 'task' | 'material' | 'search' | 'advice' | 'proposal' | 'file' | 'remedy',
    string
  >
>

type Case = readonly [name: string, code: string, attempt: () => Promise<Result<unknown>>]

/** Every use case on a request that was erased, and what it answers: a refusal, or nothing where it only shows what is left. */
export function onErased(
  { platform, places }: Tree,
  { officer, disclosureHead, leader }: Desk,
  request: RequestFile,
  left: Left,
  files: Parameters<typeof app.readFiling>[3],
): readonly Case[] {
  const requestId = request.id
  const ref = { requestId, version: request.version }
  const reason = '更正'
  const on = TODAY
  const letter = { requestId, letterId: left.letter, version: 9 }
  const task = { requestId, taskId: left.task, version: 9 }
  const material = { requestId, materialId: left.material, version: 9 }
  const fee = { ...ref, letterId: left.letter, on }
  const registration = registrationOf(request)
  const draft = draftOf('decision', 'disclosure', ['disclosed'])
  const part = { kind: 'disclosure', wanted: '合同', title: null, number: null } as const
  const proposed = { title: '合同', reason: 'interests', says: '合同', fileIds: [] } as const
  const own = { requestNumber: request.requestNumber, secret: 'AAAA-AAAA-AAAA-AAAA' }
  const file = {
    id: left.file,
    purpose: 'other',
    name: 'a.pdf',
    mediaType: 'x',
    bytes: 1,
    digest: 'x',
  } as const
  const kept = { id: left.file, name: 'a.pdf', mediaType: 'x', bytes: 1, sha256: 'x' } as const
  const ERASED = 'requests.erased'
  const LETTER = 'letter.erased'
  // biome-ignore format: table
  return [
    ['登记步骤',     ERASED,  () => app.recordStep(platform, officer, { ...ref, step: { name: 'withdraw', on }, note: null })],
    ['更正步骤',     ERASED,  () => app.strikeStep(platform, officer, { ...ref, no: 1, reason })],
    ['不发文书',     ERASED,  () => app.leaveUnpapered(platform, officer, { ...ref, no: 1, reason })],
    ['确认收到',     ERASED,  () => app.confirmReceipt(platform, officer, { ...ref, on, how: '电话', applicantOn: null })],
    ['更正登记',     ERASED,  () => app.correctRequest(platform, officer, { ...ref, registration: { ...registration, title: '合同' }, people: null, reason })],
    ['更正的变动',   ERASED,  () => app.previewCorrection(platform, officer, { ...ref, registration, people: null, reason })],
    ['划去',         ERASED,  () => app.strikeRequest(platform, disclosureHead, { ...ref, reason })],
    ['未受理',       ERASED,  () => app.closeUnreceived(platform, officer, { ...ref, reason })],
    ['恢复',         ERASED,  () => app.restoreRequest(platform, officer, { ...ref, reason })],
    ['补发密码',     ERASED,  () => app.renewSecret(platform, officer, { ...ref, proof: '当面核验' })],
    ['更换承办人',   ERASED,  () => app.assignHandler(platform, disclosureHead, { ...ref, handlerId: officer.personId ?? '' })],
    ['登记告知',     ERASED,  () => app.recordAdvice(platform, officer, { ...ref, ...ADVISED })],
    ['更正告知',     ERASED,  () => app.strikeAdvice(platform, officer, { ...ref, adviceId: left.advice, reason })],
    ['并案',         ERASED,  () => app.handleTogether(platform, officer, { ...ref, leaderNumber: request.requestNumber, reason })],
    ['解除并案',     ERASED,  () => app.handleApart(platform, officer, { ...ref, reason })],
    ['分案',         ERASED,  () => app.splitRequest(platform, officer, { ...ref, parts: [part, part], reason })],
    ['撤销分案',     ERASED,  () => app.rejoinRequest(platform, officer, { ...ref, reason })],
    ['登记缴费',     ERASED,  () => app.recordFeePayment(platform, officer, { ...fee, yuan: 1, receiptNumber: '1' })],
    ['减免',         ERASED,  () => app.waiveFee(platform, disclosureHead, { ...fee, reason })],
    ['退费',         ERASED,  () => app.refundFee(platform, officer, { ...fee, yuan: 1, reason })],
    ['归档',         ERASED,  () => app.fileRequest(platform, officer, ref)],
    ['拟制文书',     ERASED,  () => app.draftLetter(platform, officer, { requestId, draft })],
    ['重新决定',     ERASED,  () => app.draftLetter(platform, officer, { requestId, draft: { ...draft, anew: { reason: 'selfCorrected', says: '更正', remedyId: null } as never } })],
    ['附上材料',     ERASED,  () => app.addRequestFiles(platform, officer, { requestId, files: [file] })],
    ['拟公开材料',   ERASED,  () => app.addMaterials(platform, officer, { requestId, files: [kept] })],
    ['检索记录',     ERASED,  () => app.recordSearch(platform, officer, { requestId, ...SEARCHED })],
    ['更正检索',     ERASED,  () => app.strikeSearch(platform, officer, { requestId, searchId: left.search, reason })],
    ['交办',         'requests.closed', () => app.giveTasks(platform, officer, { requestId, personIds: [leader.personId ?? ''], task: '查找', dueOn: null })],
    ['答复交办',     'task.changed', () => app.answerTask(platform, leader, { ...task, answer: '无' })],
    ['催办',         'task.changed', () => app.chaseTask(platform, officer, task)],
    ['收回交办',     'task.changed', () => app.takeBackTask(platform, officer, { ...task, reason, to: null, dueOn: null })],
    ['修改文书',     LETTER,  () => app.changeLetter(platform, officer, { ...letter, draft })],
    ['送审',         LETTER,  () => app.submitLetter(platform, officer, letter)],
    ['审批',         LETTER,  () => app.approveLetter(platform, disclosureHead, { ...letter, opinion: null })],
    ['退回',         LETTER,  () => app.returnLetter(platform, disclosureHead, { ...letter, reason })],
    ['送出',         LETTER,  () => app.sendLetter(platform, officer, { ...letter, way: 'post', on, proof: 'X' })],
    ['登记送达',     LETTER,  () => app.recordService(platform, officer, { ...letter, outcome: 'served', on, note: '本人' })],
    ['作废',         LETTER,  () => app.discardLetter(platform, officer, { ...letter, reason })],
    ['更正送出',     LETTER,  () => app.correctSending(platform, disclosureHead, { ...letter, way: 'post', on, proof: 'X', reason })],
    ['文书',         LETTER,  () => app.readLetter(platform, officer, letter)],
    ['文书附件',     LETTER,  () => app.readLetterFile(platform, officer, { ...letter, fileId: left.file }, files)],
    ['遮盖',         'material.not-found', () => app.saveMarks(platform, officer, { ...material, marks: { boxes: [], passages: [] } })],
    ['处理材料',     'material.not-found', () => app.decideMaterial(platform, officer, { ...material, decision: 'removed' })],
    ['生成遮盖件',   'material.not-found', () => app.makeRedaction(platform, officer, material)],
    ['核对遮盖件',   'material.not-found', () => app.checkRedaction(platform, officer, { ...material, seen: 0 })],
    ['材料',         'material.not-found', () => app.readMaterial(platform, officer, material)],
    ['材料原件',     'material.not-found', () => app.openMaterialFile(platform, officer, { ...material, which: 'original', isShown: false }, files)],
    ['案卷',         'filing.not-found', () => app.readFiling(platform, officer, { requestId, no: 1, which: 'printed' }, files)],
    ['原件',         'file.not-found', () => app.readRequestFile(platform, officer, { requestId, fileId: left.file }, files)],
    ['提请公开',     'proactive.nothing-given', () => app.proposeProactive(platform, officer, { requestId, ...proposed, suggestedOn: null })],
    ['审核公开',     ERASED,  () => app.decideProactive(platform, leader, { proposalId: left.proposal, decision: 'declined', reason })],
    ['评估',         'reevaluation.nothing-withheld', () => app.recordReevaluation(platform, officer, { requestId, dueOn: on, reason, outcome: 'withheld', nextOn: localDate('2090-01-01') })],
    ['登记已告知',   'requests.news-told', () => app.markTold(platform, officer, { requestId, newsId: left.file })],
    ['提供本人信息', 'requests.people-erased', () => app.giveOwnData(platform, officer, { requestId, place: 1, proof: '当面核验' }, files)],
    ['保全',         'hold.erased', () => app.placeHold(platform, officer, { requestId, reason })],
    ['解除保全',     'hold.not-placed', () => app.liftHold(platform, officer, { requestId, reason })],
    ['查询',         'requests.unknown', () => app.readOwnRequest(platform, own, '192.0.2.1')],
    ['本人撤回',     'requests.unknown', () => app.withdrawOwn(platform, own, '192.0.2.1')],
    ['本人信息',     'requests.unknown', () => app.takeOwnData(platform, own, '192.0.2.1', '1', files)],
    // What is left is shown; a remedy that comes late is still to be registered, and names nobody.
    ['申请',         '',      () => app.readRequest(platform, officer, requestId)],
    ['台账',         '',      () => app.readLedger(platform, officer, { requestId, asOf: null })],
    ['申请人',       '',      () => app.readApplicant(platform, officer, requestId)],
    ['告知的列表',   '',      () => app.listAdvices(platform, officer, requestId)],
    ['检索的列表',   '',      () => app.listSearches(platform, officer, requestId)],
    ['交办的列表',   '',      () => app.listRequestTasks(platform, officer, requestId)],
    ['文书的列表',   '',      () => app.listLetters(platform, officer, requestId)],
    ['材料的列表',   '',      () => app.listMaterials(platform, officer, requestId)],
    ['原件的列表',   '',      () => app.listRequestFiles(platform, officer, requestId)],
    ['案卷的列表',   '',      () => app.listFilings(platform, officer, requestId)],
    ['进展的列表',   '',      () => app.listNews(platform, officer, requestId)],
    ['公开的提请',   '',      () => app.readProactive(platform, officer, requestId)],
    ['定期评估',     '',      () => app.readReevaluation(platform, officer, requestId)],
    ['相近的申请',   '',      () => app.readRelated(platform, officer, requestId)],
    ['费用',         '',      () => app.readFeesOfRequest(platform, officer, requestId)],
    ['费用的依据',   '',      () => app.readFeeBasis(platform, officer, requestId)],
    ['保全情况',     '',      () => app.readHold(platform, officer, requestId)],
    ['救济',         '',      () => app.readRemedy(platform, officer, left.remedy)],
    ['登记救济',     '',      () => app.registerRemedy(platform, officer, newRemedy(places.own, { requestId, letterId: left.letter }))],
  ]
}
