import { CHANNELS, type ClockStep, type LocalDate, type Refusal, type Result } from '@gongkai/law'
import type { Law } from '../../overlays/law.js'
import { type Applicants, type Person, refuseApplicants } from '../applicant.js'
import { type Reckoned, reckon, reckonAgain } from '../reckon.js'
import { refuseWanted } from '../wanted.js'
import { COLUMNS, type ImportedKey, type ImportedValues } from './columns.js'
import type { ListRow } from './read-list.js'

/** What a row would add to the register. */
export type PlannedRequest = {
  readonly row: number
  readonly originalNumber: string
  /** It was imported before, and is passed over. */
  readonly isPresent: boolean
  readonly errors: readonly string[]
  readonly values: Partial<ImportedValues>
  readonly confirmed: Confirmed
  readonly steps: readonly ClockStep[]
  /** Who asks, where all that a request in progress needs is there. */
  readonly applicants: Applicants | null
  readonly reckoned: Reckoned | null
}

type Confirmed = {
  readonly applicantConfirmedOn: LocalDate | null
  readonly authorityConfirmedOn: LocalDate | null
}

type Register = {
  readonly law: Law
  readonly today: LocalDate
  /** The original numbers that the register holds. */
  readonly present: ReadonlySet<string>
}

/** What each row of a list would add. A request in progress is held against the law as a new one is; what is over stands as it was, if its days are in order. */
export function planRequests(
  rows: readonly ListRow[],
  register: Register,
): readonly PlannedRequest[] {
  const numbers = rows.map(({ values }) => values.originalNumber)
  return rows.map((row) => {
    const planned = planRow(row, register)
    const { originalNumber } = planned
    const isTwice = numbers.filter((one) => one === originalNumber).length > 1
    const twice = `原编号“${originalNumber}”在本表中不止一行。请只保留一行。`
    return originalNumber && isTwice ? { ...planned, errors: [...planned.errors, twice] } : planned
  })
}

const NEEDED: readonly ImportedKey[] = [
  'originalNumber',
  'arrivedOn',
  'channel',
  'applicantKind',
  'wanted',
]

function planRow({ row, values, errors }: ListRow, register: Register): PlannedRequest {
  const applicants = applicantsOf(values)
  const confirmed = confirmedOf(values)
  const steps = stepsOf(values)
  const missing = NEEDED.filter((key) => !values[key]).map(
    (key) => `${COLUMNS[key].label}没有填写。`,
  )
  const found = [...errors, ...missing, ...wrongPairs(values), ...wrongDays(values, register.today)]
  const told = found.length > 0 ? null : reckonRow(values, confirmed, steps, register.law)
  const more = [
    told && !told.ok ? told.refusal.message : null,
    messageOf(applicants && refuseApplicants(applicants)),
    messageOf(values.wanted ? refuseWanted(wantedOf(values.wanted)) : null),
  ].filter((one) => one !== null)
  return {
    ...{ row, originalNumber: values.originalNumber ?? '', values, confirmed, steps, applicants },
    isPresent: register.present.has(values.originalNumber ?? ''),
    errors: [...found, ...more],
    reckoned: told?.ok ? told.value : null,
  }
}

/** What is wanted, as far as a list says it. */
export function wantedOf(wanted: string) {
  return { wanted, title: null, number: null, form: 'paper', way: 'post', help: null } as const
}

/** Of what is over, who asked is kept only where it is told wholly. */
function applicantsOf(values: Partial<ImportedValues>): Applicants | null {
  const { applicantKind, closedOn, idNumber } = values
  if (!applicantKind || (closedOn && !idNumber)) return null
  const person: Person = {
    ...{ part: 'applicant', name: values.name ?? '', idNumber: idNumber ?? '' },
    idKind: values.idKind ?? 'other',
    ...{ contactName: null, phone: values.phone ?? null, email: null },
    ...{ address: values.address ?? null, postalCode: null },
  }
  return { kind: applicantKind, people: [person] }
}

/** The day of receipt as the rule of the channel makes it from what was confirmed. */
function confirmedOf({ channel, arrivedOn, receivedOn }: Partial<ImportedValues>): Confirmed {
  const { rule } = CHANNELS[channel ?? 'inPerson']
  return {
    applicantConfirmedOn: rule === 'bothConfirmed' ? (arrivedOn ?? null) : null,
    authorityConfirmedOn: rule.endsWith('onfirmed') ? (receivedOn ?? null) : null,
  }
}

function stepsOf(values: Partial<ImportedValues>): readonly ClockStep[] {
  const { correctionAskedOn, correctionUntil, correctedOn, extendedOn, closedOn } = values
  const steps: (ClockStep | null)[] = [
    correctionAskedOn && correctionUntil
      ? { name: 'askCorrection', on: correctionAskedOn, until: correctionUntil }
      : null,
    correctedOn ? { name: 'receiveCorrection', on: correctedOn } : null,
    extendedOn ? { name: 'extend', on: extendedOn, days: Number(values.extendedDays) } : null,
    closedOn ? { name: closingOf(values.ground), on: closedOn } : null,
  ]
  return steps.filter((step) => step !== null)
}

function closingOf(ground: ImportedValues['ground'] | undefined) {
  if (ground === 'withdrawn') return 'withdraw'
  return ground === 'notCorrected' || ground === 'feeUnpaid' ? 'abandon' : 'reply'
}

/** Columns of which one says nothing without the other. */
function wrongPairs(values: Partial<ImportedValues>): readonly string[] {
  const pairs: readonly (readonly [ImportedKey, ImportedKey])[] = [
    ['correctionAskedOn', 'correctionUntil'],
    ['extendedOn', 'extendedDays'],
    ['closedOn', 'ground'],
  ]
  const wrong = pairs.filter(([a, b]) => (values[a] === undefined) !== (values[b] === undefined))
  const said = wrong.map(([a, b]) => `${COLUMNS[a].label}、${COLUMNS[b].label}应当同时填写。`)
  const isLoose = values.correctedOn && !values.correctionAskedOn
  return isLoose ? [...said, '填写了收到补正日期，而没有填写告知补正日期。'] : said
}

const DAYS: readonly ImportedKey[] = [
  'receivedOn',
  'correctionAskedOn',
  'correctedOn',
  'extendedOn',
  'closedOn',
]

function wrongDays(values: Partial<ImportedValues>, today: LocalDate): readonly string[] {
  const { arrivedOn, receivedOn, channel, closedOn } = values
  if (!arrivedOn || !channel) return []
  const { rule, title } = CHANNELS[channel]
  const isFixed = rule === 'submitted' || rule === 'signed'
  const first = receivedOn ?? arrivedOn
  const said = DAYS.flatMap((key) => {
    const day = values[key]
    if (day === undefined) return []
    const { label } = COLUMNS[key]
    if (day > today) return [`${label}晚于今天。`]
    if (day < (key === 'receivedOn' ? arrivedOn : first)) return [`${label}早于收到申请。`]
    return closedOn && day > closedOn ? [`${label}晚于办结日期。`] : []
  })
  if (arrivedOn > today) said.push('来件日期晚于今天。')
  if (isFixed && receivedOn && receivedOn !== arrivedOn)
    said.push(`“${title}”的收到申请之日就是来件日期，两个日期应当相同。`)
  if (!isFixed && !receivedOn) said.push(`“${title}”的收到申请之日没有填写。`)
  return said
}

function reckonRow(
  { channel, arrivedOn, closedOn }: Partial<ImportedValues>,
  confirmed: Confirmed,
  steps: readonly ClockStep[],
  law: Law,
): Result<Reckoned, Refusal<string>> | null {
  if (!channel || !arrivedOn) return null
  const coming = { channel, arrivedOn, ...confirmed }
  return closedOn
    ? { ok: true, value: reckonAgain(coming, steps, law) }
    : reckon(coming, steps, law)
}

function messageOf(refused: { readonly refusal: { readonly message: string } } | null) {
  return refused ? refused.refusal.message : null
}
