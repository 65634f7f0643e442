import { localDate } from '@gongkai/law'

/** The day of NOW in test/support/platform.ts, and the days around it. */
export const YESTERDAY = localDate('2026-01-04')
export const TODAY = localDate('2026-01-05')
export const TOMORROW = localDate('2026-01-06')
export const IN_A_WEEK = localDate('2026-01-12')
