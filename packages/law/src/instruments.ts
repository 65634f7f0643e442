import { type LocalDate, localDate } from './local-date.js'

/** A legal text or an official letter. */
export type Instrument = {
  readonly title: string
  /** Its number, as printed in brackets after the title. */
  readonly issuedAs?: string
  readonly inForceFrom: LocalDate
  readonly inForceUntil?: LocalDate
  /** `seen`: the text was read; `memory`: from memory, to be confirmed by an official. */
  readonly known: 'seen' | 'memory'
}

/** Every text that the rules rely on. A rule can cite nothing that does not stand here. */
// biome-ignore format: official table
export const INSTRUMENTS = {
  'OGI-2007':           { title: '中华人民共和国政府信息公开条例', issuedAs: '国务院令第492号', inForceFrom: localDate('2008-05-01'), inForceUntil: localDate('2019-05-14'), known: 'seen' },
  'OGI-2019':           { title: '中华人民共和国政府信息公开条例', issuedAs: '国务院令第711号', inForceFrom: localDate('2019-05-15'), known: 'seen' },
  'REPORT-FORMAT-2019': { title: '中华人民共和国政府信息公开工作年度报告格式（试行）', issuedAs: '国办公开办函〔2019〕60号', inForceFrom: localDate('2019-11-01'), inForceUntil: localDate('2021-09-25'), known: 'memory' },
  'REPORT-FORMAT-2021': { title: '中华人民共和国政府信息公开工作年度报告格式', issuedAs: '国办公开办函〔2021〕30号', inForceFrom: localDate('2021-09-26'), known: 'seen' },
} as const satisfies Record<string, Instrument>

const known: Record<string, Instrument> = INSTRUMENTS

export type InstrumentId = keyof typeof INSTRUMENTS

/** The instrument of that id. */
export function instrument(id: InstrumentId): Instrument {
  return known[id] as Instrument
}
