import type { LocalDate } from '../local-date.js'
import type { RequestClock, Wait } from './clock.js'
import type { Consulted } from './steps.js'

/** One who was asked in writing before the authority decides: when the letter went out, came there, was due and was answered. */
export type ConsultationCourse = {
  readonly consultation: string
  readonly whom: Consulted
  readonly sentOn: LocalDate
  /** Null while its arrival is not recorded; without it the period of 第三十二条、第三十四条 does not begin. */
  readonly arrivedOn: LocalDate | null
  /** The last day of whoever was asked; null while nobody can say. */
  readonly limit: LocalDate | null
  readonly opinionOn: LocalDate | null
  /** Somebody is waited for still. */
  readonly isOpen: boolean
}

/** Everybody who was asked on a request, in the order of the letters. */
export function consultationsOf({ steps, waits }: RequestClock): readonly ConsultationCourse[] {
  const dayOf = (name: 'consultationArrives' | 'receiveOpinion', consultation: string) =>
    steps.find((step) => step.name === name && step.consultation === consultation)?.on ?? null
  return steps.flatMap((step) => {
    if (step.name !== 'consult') return []
    const { consultation, whom, on: sentOn } = step
    const wait = waits.find((one) => one.consultation === consultation)
    return {
      ...{ consultation, whom, sentOn, limit: wait?.limit ?? null },
      arrivedOn: dayOf('consultationArrives', consultation),
      opinionOn: dayOf('receiveOpinion', consultation),
      isOpen: wait !== undefined && !wait.isOver,
    }
  })
}

/** The waits of an open request that no day ends, because nobody recorded when the paper reached the one who is waited for. */
export function waitsWithoutEnd({ waits }: RequestClock): readonly Wait[] {
  return waits.filter(({ isOver, limit }) => !isOver && limit === null)
}
