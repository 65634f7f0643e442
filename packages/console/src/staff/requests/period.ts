import { requiredForm } from '@gongkai/law'

/** What is counted: from the first to the last day, in the form of its year. */
export type Period = {
  readonly from: string
  readonly to: string
  readonly form: '2019' | '2021'
}

/** The period that the address asks for: this year so far where it says nothing. */
export function periodOf(query: URLSearchParams, today: string): Period {
  const from = query.get('from') ?? `${today.slice(0, 4)}-01-01`
  const to = query.get('to') ?? today
  return { from, to, form: requiredForm(Number(to.slice(0, 4)))?.form ?? '2021' }
}

/** The periods that are asked for most, by what they are called. */
export function usualPeriods(today: string): Readonly<Record<string, Omit<Period, 'form'>>> {
  const year = Number(today.slice(0, 4))
  return {
    本年至今: { from: `${year}-01-01`, to: today },
    上年全年: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  }
}
