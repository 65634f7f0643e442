import { NATIONAL_CALENDAR } from '../work-calendar.js'
import { CLOCK_CHOICES } from './choices.js'
import type { ChosenReadings, RequestLaw } from './clock.js'
import { REQUEST_PERIODS } from './periods.js'

/** The readings that ADR 0020 gives reasons for. */
export const CHOSEN_READINGS: ChosenReadings = {
  sendingDay: CLOCK_CHOICES.sendingDay.chosen,
  answerDay: CLOCK_CHOICES.answerDay.chosen,
  secondExtension: CLOCK_CHOICES.secondExtension.chosen,
  lateCorrection: CLOCK_CHOICES.lateCorrection.chosen,
  overdueAsking: CLOCK_CHOICES.overdueAsking.chosen,
  askingReasons: CLOCK_CHOICES.askingReasons.chosen,
  paymentDay: CLOCK_CHOICES.paymentDay.chosen,
}

/** The Regulations on the national calendar, where no overlay is laid over them. */
export const REQUEST_LAW: RequestLaw = {
  calendar: NATIONAL_CALENDAR,
  periods: REQUEST_PERIODS,
  choices: CHOSEN_READINGS,
}
