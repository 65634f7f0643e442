import type * as app from '@gongkai/app'

/** What a use case may refuse. */
type RefusalOf<F> = F extends (...given: never[]) => Promise<infer R>
  ? R extends { readonly ok: false; readonly refusal: infer Why }
    ? Why
    : never
  : never

/** Every refusal of the use cases that have a route. */
export type PlatformRefusal = RefusalOf<
  | typeof app.setUp
  | typeof app.signIn
  | typeof app.endSession
  | typeof app.changePassword
  | typeof app.resetPassword
  | typeof app.readLink
  | typeof app.acceptInvitation
  | typeof app.startTimeCodes
  | typeof app.confirmTimeCodes
  | typeof app.endTimeCodes
  | typeof app.invitePerson
  | typeof app.inviteAgain
  | typeof app.makeResetLink
  | typeof app.listPeople
  | typeof app.getPerson
  | typeof app.blockPerson
  | typeof app.unblockPerson
  | typeof app.correctPerson
  | typeof app.changeOwnContact
  | typeof app.confirmEmail
  | typeof app.erasePerson
  | typeof app.handOver
  | typeof app.giveAssignment
  | typeof app.endAssignment
  | typeof app.appointDeputy
  | typeof app.endDeputation
  | typeof app.listAuthorities
  | typeof app.getAuthority
  | typeof app.addAuthority
  | typeof app.changeAuthority
  | typeof app.renameAuthority
  | typeof app.moveAuthority
  | typeof app.mergeAuthorities
  | typeof app.splitAuthority
  | typeof app.dissolveAuthority
  | typeof app.changeRegion
  | typeof app.previewImport
  | typeof app.importAuthorities
  | typeof app.listEvents
  | typeof app.erasePersonal
  | typeof app.makeToken
  | typeof app.listTokens
  | typeof app.revokeToken
  | typeof app.addPasskey
  | typeof app.removePasskey
  | typeof app.openCollection
  | typeof app.addAuthorities
  | typeof app.getCollection
  | typeof app.board
  | typeof app.listFindings
  | typeof app.checkAll
  | typeof app.saveOwnShare
  | typeof app.loadDemonstration
  | typeof app.startImport
  | typeof app.keepFiles
  | typeof app.decidePast
  | typeof app.acceptReadyPast
  | typeof app.readPastItem
  | typeof app.readPastFile
  | typeof app.readPastAgain
  | typeof app.consolidate
  | typeof app.readReport
  | typeof app.compareVersions
  | typeof app.startReport
  | typeof app.saveDraft
  | typeof app.checkDraft
  | typeof app.restoreVersion
  | typeof app.submitReport
  | typeof app.returnReport
  | typeof app.acceptReport
  | typeof app.publishReport
  | typeof app.correctPublished
  | typeof app.withdrawPublished
  | typeof app.closeReport
  | typeof app.reopenReport
  | typeof app.waiveFinding
  | typeof app.leaveRemark
  | typeof app.answerRemark
  | typeof app.retryJob
  | typeof app.cancelJob
  | typeof app.chooseMail
  | typeof app.setQuietHours
  | typeof app.previewOverlay
  | typeof app.proposeOverlay
  | typeof app.approveOverlay
  | typeof app.readMoved
  | typeof app.withdrawOverlay
  | typeof app.registerRequest
  | typeof app.confirmReceipt
  | typeof app.recordStep
  | typeof app.strikeStep
  | typeof app.readRequest
  | typeof app.readApplicant
  | typeof app.readRequestFile
  | typeof app.addRequestFiles
  | typeof app.keepRequestFile
  | typeof app.countRequests
  | typeof app.listCounted
  | typeof app.submitRequest
  | typeof app.sendCorrection
  | typeof app.withdrawOwn
  | typeof app.readPublished
  | typeof app.authoritySeries
  | typeof app.compareAuthorities
>
