import type { Remedy } from '@gongkai/web'

/** What is typed of what a remedy is about; empty for nothing. */
export type TypedLinks = {
  readonly body: string
  readonly requestId: string
  readonly letterId: string
  readonly decisionNumber: string
  readonly ground: string
  readonly afterId: string
}

/** What is typed of an instance. */
export type TypedInstance = {
  readonly caseNumber: string
  readonly procedure: string
  readonly receivedOn: string
  readonly answerBy: string
  readonly answeredOn: string
  readonly decidedOn: string
  readonly result: string
}

/** What is typed of a decision that is made anew; without a first day there is none. */
export type TypedRedo = {
  readonly from: string
  readonly days: string
  readonly doneOn: string
  readonly number: string
}

export const NO_LINKS: TypedLinks = {
  ...{ body: '', requestId: '', letterId: '', decisionNumber: '', ground: '', afterId: '' },
}

/** An instance that begins on a day. */
export function newInstance(receivedOn: string): TypedInstance {
  return {
    ...{ caseNumber: '', procedure: 'ordinary', receivedOn, answerBy: '' },
    ...{ answeredOn: '', decidedOn: '', result: '' },
  }
}

/** What stands in the register, as it is typed. */
export function typedOf(remedy: Remedy) {
  const { body, requestId, letterId, decisionNumber, ground, afterId, redo } = remedy
  const links: TypedLinks = {
    ...{ body, requestId: requestId ?? '', letterId: letterId ?? '' },
    ...{ decisionNumber: decisionNumber ?? '', ground: ground ?? '', afterId: afterId ?? '' },
  }
  const instances: readonly TypedInstance[] = remedy.instances.map((one) => ({
    ...{ caseNumber: one.caseNumber ?? '', procedure: one.procedure, receivedOn: one.receivedOn },
    ...{ answerBy: one.answerBy ?? '', answeredOn: one.answeredOn ?? '' },
    ...{ decidedOn: one.decidedOn ?? '', result: one.result ?? '' },
  }))
  const anew: TypedRedo = {
    ...{ from: redo?.from ?? '', days: redo ? `${redo.days}` : '' },
    ...{ doneOn: redo?.doneOn ?? '', number: redo?.number ?? '' },
  }
  return { links, instances, redo: anew }
}

/** The links as they are sent: what is empty is nothing. */
export function linksToSend({ body, ...links }: TypedLinks) {
  return { body, ...withNulls(links) }
}

/** An instance as it is sent. */
export function instanceToSend({ procedure, receivedOn, ...rest }: TypedInstance) {
  return { procedure, receivedOn, ...withNulls(rest) }
}

/** The decision that is made anew as it is sent. */
export function redoToSend({ from, days, doneOn, number }: TypedRedo) {
  return from ? { from, days: Number(days), ...withNulls({ doneOn, number }) } : null
}

function withNulls(values: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value || null]))
}
