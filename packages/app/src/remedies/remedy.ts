import type { Ground, LocalDate, RemedyKind, RemedyProcedure, RemedyResult } from '@gongkai/law'

/** What must be done next: answer the body that decides, or decide the request anew. */
export type RemedyNext = 'answer' | 'redo'

/** 一个审级: of a suit each instance, of all else the only one. */
export type Instance = {
  /** 案号. */
  readonly caseNumber: string | null
  readonly procedure: RemedyProcedure
  /** The day on which the authority received the copy, or the complaint. */
  readonly receivedOn: LocalDate
  /** Of a complaint: the day that the supervising office set for the answer. Of all else the law sets it. */
  readonly answerBy: LocalDate | null
  readonly answeredOn: LocalDate | null
  readonly decidedOn: LocalDate | null
  readonly result: RemedyResult | null
}

/** 责令重新作出答复: a decision that is to be made anew, with a clock of its own. */
export type Redo = {
  /** The day on which the authority received the order. */
  readonly from: LocalDate
  /** Working days; as the order says, or those of a reply. */
  readonly days: number
  readonly doneOn: LocalDate | null
  /** 文号 of the decision that was made anew. */
  readonly number: string | null
}

/** What officials write down of a reconsideration, a suit or a complaint. Nothing personal: who brings it is known by the request. */
export type RemedyFacts = {
  /** 复议机关、法院、主管部门. */
  readonly body: string
  readonly requestId: string | null
  /** 文号 of the decision that it is about. */
  readonly decisionNumber: string | null
  /** The letter that gave it, where it is in the register: then its number is the letter's. */
  readonly letterId: string | null
  readonly ground: Ground | null
  /** The reconsideration before a suit, where it is in the register. */
  readonly afterId: string | null
  readonly instances: readonly Instance[]
  readonly redo: Redo | null
}

/** A reconsideration, suit or complaint as it stands in the register. */
export type Remedy = RemedyFacts & {
  readonly id: string
  readonly authorityId: string
  readonly authority: string
  readonly kind: RemedyKind
  /** 申请编号 of the request that it is about. */
  readonly requestNumber: string | null
  /** The last day to answer of each instance, in their order. */
  readonly answerDays: readonly RemedyDay[]
  readonly redoDay: RemedyDay | null
  readonly nextOn: LocalDate | null
  readonly nextWhat: RemedyNext | null
  /** Why it was taken out of the register, where it was registered by mistake. */
  readonly struckReason: string | null
  readonly version: number
}

/** A day that is kept; null where nothing sets one. Provisional where no notice settles it yet. */
export type RemedyDay = { readonly on: LocalDate | null; readonly provisional: boolean }
