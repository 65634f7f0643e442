import {
  ANSWER_PERIODS,
  APPLICANT_KINDS,
  CHANNELS,
  CITED_ARTICLES,
  type Citation,
  citationText,
  FEE_BANDS,
  GROUNDS,
  type InstrumentId,
  type Known,
  LETTER_KINDS,
  letterSpec,
  OWN_RECORD_PERIOD,
  REMEDY_RESULTS,
  REQUEST_PERIODS,
  REVIEW_BODIES,
} from '@gongkai/law'
import { field, type LawField, type LawValue, timelineValues } from './law-value.js'

const days = (value: unknown): readonly LawField[] => [
  field('value', '规定', 'text', typeof value === 'object' ? JSON.stringify(value) : `${value}`),
]

// biome-ignore format: table
const PERIODS: Readonly<Record<keyof typeof REQUEST_PERIODS, string>> = {
  reply:            '答复期限（工作日）',
  extension:        '延长答复期限的上限（工作日）',
  correctionNotice: '告知补正的期限（工作日）',
  thirdParty:       '第三方提出意见的期限（工作日）',
  coMaker:          '共同制作机关提出意见的期限（工作日）',
  feePayment:       '缴纳信息处理费的期限（工作日）',
}

// biome-ignore format: table
const BODIES: Readonly<Record<string, string>> = {
  fieldOffice: '派出机构',
  authorised:  '法律、法规授权的组织',
  province:    '省级人民政府',
}

/** What requests, their letters and remedies rest on and nobody has confirmed yet, in the order of a request's life. */
export const REQUEST_VALUES: readonly LawValue[] = [
  ...of('applicants', APPLICANT_KINDS, ({ title, column, holds, source }) => [
    ...([`申请人类别“${title}”的范围`, source] as const),
    [field('column', '表三的列', 'text', column), field('holds', '包括', 'text', holds)],
  ]),
  ...Object.entries(CHANNELS)
    .filter(([, { source }]) => source.known === 'memory')
    .map(([id, { title, proof, source }]) =>
      toValue(`channels/${id}`, `“${title}”的收到之日`, source, [
        field('proof', '凭据', 'text', proof),
      ]),
    ),
  ...(Object.keys(PERIODS) as readonly (keyof typeof PERIODS)[]).flatMap((id) =>
    timelineValues(`requestPeriods/${id}`, PERIODS[id], REQUEST_PERIODS[id], days),
  ),
  toValue('ownRecord/period', '更正与自身相关记录的申请的办理期限', OWN_RECORD_PERIOD.source, [
    field('says', '规定', 'text', OWN_RECORD_PERIOD.says),
  ]),
  ...timelineValues('feeBands', '信息处理费的标准', FEE_BANDS, days),
  ...of('grounds', GROUNDS, ({ title, row, basis }) => [
    ...([`决定依据“${title}”计入表三的行`, basis] as const),
    [field('row', '行', 'text', row)],
  ]),
  ...LETTER_KINDS.map((kind) => [kind, letterSpec(kind)] as const)
    .filter(([, { known }]) => known === 'memory')
    .map(([kind, { title, basis }]) =>
      toValue(`letters/${kind}`, `《${title}》的名称和依据`, basis, [
        field('title', '名称', 'text', title),
      ]),
    ),
  ...of('reviewBodies', REVIEW_BODIES, ({ by, basis }, id) => [
    ...([`行政复议机关（${BODIES[id] ?? id}）`, basis] as const),
    [field('by', '复议机关', 'text', by)],
  ]),
  ...Object.entries(CITED_ARTICLES)
    .filter(([, { known }]) => known === 'memory')
    // The keys are those of instruments.
    .map(([id, { last }]) => {
      const source = { instrument: id as InstrumentId }
      const title = citationText(source)
      return toValue(`articles/${id}`, `${title}的条数`, source, [
        field('last', '最后一条', 'text', `${last}`),
      ])
    }),
  ...Object.entries(ANSWER_PERIODS).flatMap(([id, timeline]) =>
    timelineValues(
      `answerPeriods/${id}`,
      '行政诉讼提出答辩状的期限',
      timeline,
      ({ days: value }) => [field('days', '日数', 'text', `${value}`)],
    ),
  ),
  ...of('remedyResults', REMEDY_RESULTS, ({ title, column, source }) => [
    ...([`救济结果“${title}”计入表四的列`, source] as const),
    [field('column', '列', 'text', column ?? '不计入')],
  ]),
]

/** The rows of a table that rest on memory. */
function of<T extends { readonly known: Known }>(
  name: string,
  table: Readonly<Record<string, T>>,
  told: (row: T, id: string) => readonly [string, Citation, readonly LawField[]],
): readonly LawValue[] {
  return Object.entries(table)
    .filter(([, { known }]) => known === 'memory')
    .map(([id, row]) => toValue(`${name}/${id}`, ...told(row, id)))
}

function toValue(
  key: string,
  label: string,
  source: Citation,
  fields: readonly LawField[],
): LawValue {
  const citation = citationText(source)
  const all = [...fields, field('citation', '依据', 'text', citation)]
  return { key, label, fields: all, citation, isReckonedWith: false }
}
