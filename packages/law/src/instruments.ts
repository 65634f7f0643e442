import { type LocalDate, localDate } from './local-date.js'

/** How a legal fact is known. `seen`: the words relied on were read; `memory`: to be confirmed by an official. */
export type Known = 'seen' | 'memory'

/** A legal text or an official letter. */
export type Instrument = {
  readonly title: string
  /** Its number, as printed in brackets after the title. */
  readonly issuedAs?: string
  readonly inForceFrom: LocalDate
  readonly inForceUntil?: LocalDate
  readonly known: Known
}

/** Every text that the rules rely on. A rule can cite nothing that does not stand here. */
// biome-ignore format: official table
export const INSTRUMENTS = {
  'OGI-2007':            { title: '中华人民共和国政府信息公开条例', issuedAs: '国务院令第492号', inForceFrom: localDate('2008-05-01'), inForceUntil: localDate('2019-05-14'), known: 'memory' },
  'OGI-2019':            { title: '中华人民共和国政府信息公开条例', issuedAs: '国务院令第711号', inForceFrom: localDate('2019-05-15'), known: 'seen' },
  'REPORT-FORMAT-2019':  { title: '中华人民共和国政府信息公开工作年度报告格式（试行）', issuedAs: '国办公开办函〔2019〕60号', inForceFrom: localDate('2019-11-01'), inForceUntil: localDate('2021-09-25'), known: 'memory' },
  'REPORT-FORMAT-2021':  { title: '中华人民共和国政府信息公开工作年度报告格式', issuedAs: '国办公开办函〔2021〕30号', inForceFrom: localDate('2021-09-26'), known: 'seen' },
  'FEES-2020':           { title: '政府信息公开信息处理费管理办法', issuedAs: '国办函〔2020〕109号', inForceFrom: localDate('2021-01-01'), known: 'memory' },
  'OFFICIAL-DOCS-2012':  { title: '党政机关公文处理工作条例', issuedAs: '中办发〔2012〕14号', inForceFrom: localDate('2012-07-01'), known: 'memory' },
  'GB-9704-2012':        { title: '党政机关公文格式', issuedAs: 'GB/T 9704-2012', inForceFrom: localDate('2012-07-01'), known: 'memory' },
  'GB-15834-2011':       { title: '标点符号用法', issuedAs: 'GB/T 15834-2011', inForceFrom: localDate('2012-06-01'), known: 'memory' },
  'GB-15835-2011':       { title: '出版物上数字用法', issuedAs: 'GB/T 15835-2011', inForceFrom: localDate('2011-11-01'), known: 'memory' },
  'LEGISLATION-2015':    { title: '中华人民共和国立法法', issuedAs: '2015年修正', inForceFrom: localDate('2015-03-15'), inForceUntil: localDate('2023-03-14'), known: 'memory' },
  'LEGISLATION-2023':    { title: '中华人民共和国立法法', issuedAs: '2023年修正', inForceFrom: localDate('2023-03-15'), known: 'memory' },
  'PERSONAL-DATA-2021':  { title: '中华人民共和国个人信息保护法', inForceFrom: localDate('2021-11-01'), known: 'memory' },
  'CIVIL-CODE':          { title: '中华人民共和国民法典', inForceFrom: localDate('2021-01-01'), known: 'seen' },
  'RECEIPT-2015':        { title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开申请办理期限有关问题的函', issuedAs: '国办公开办函〔2015〕207号', inForceFrom: localDate('2015-01-01'), known: 'memory' },
  'SERVICE-2016':        { title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开处理决定送达问题的解释', issuedAs: '国办公开办函〔2016〕235号', inForceFrom: localDate('2016-01-01'), known: 'memory' },
  'RECONSIDERATION-2023': { title: '中华人民共和国行政复议法', issuedAs: '2023年修订', inForceFrom: localDate('2024-01-01'), known: 'seen' },
  'ARCHIVES-2006':       { title: '机关文件材料归档范围和文书档案保管期限规定', issuedAs: '国家档案局令第8号', inForceFrom: localDate('2006-12-18'), known: 'memory' },
  'LITIGATION-2017':     { title: '中华人民共和国行政诉讼法', issuedAs: '2017年修正', inForceFrom: localDate('2017-07-01'), known: 'seen' },
} as const satisfies Record<string, Instrument>

const known: Record<string, Instrument> = INSTRUMENTS

export type InstrumentId = keyof typeof INSTRUMENTS

/** The instrument of that id. */
export function instrument(id: InstrumentId): Instrument {
  return known[id] as Instrument
}
