import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const OFFICERS = { lets: 'officer', keepsOut: 'siblingOfficer' } as const
const APPLICANT = { lets: 'applicant', keepsOut: 'nobody' } as const
/** The leader of `own` reads the register and writes nothing in it. */
const DESK = { lets: 'officer', keepsOut: 'leader' } as const

/** Those of the cast (`requests.ts`, `letters.ts`). */
const REQUEST = '01900000-0000-7000-8000-00000000f001'
const LETTER = '01900000-0000-7000-8000-00000000f101'

type Place = Pick<Cast, 'tenant' | 'places'>

const fee = ({ tenant, places }: Place, letter: string) =>
  `insert into gongkai.request_fee (tenant_id, letter_id, request_id, authority_id, way, first_unit, last_unit, yuan, how_to_pay)
    values ('${tenant}', ${letter}, '${REQUEST}', '${places.own}', 'byPage', 1, 31, 10, 'x')`

const entry = ({ tenant, places }: Place, no: number, by: string) =>
  `insert into gongkai.request_fee_entry
      (tenant_id, letter_id, no, request_id, authority_id, kind, happened_on, yuan, reason, recorded_by, recorded_at)
    values ('${tenant}', '${LETTER}', ${no}, '${REQUEST}', '${places.own}', 'refunded', '2026-01-05', 10, 'x', ${by}, now())`

/** A fee of the request of the cast, and what became of it. */
export function feeThings(cast: Pick<Cast, 'tenant' | 'places' | 'personas'>): readonly string[] {
  return [fee(cast, `'${LETTER}'`), entry(cast, 1, `'${cast.personas.officer.person}'`)]
}

export const FEES: readonly Proof[] = [
  {
    policy: 'request_fee.request_fee_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.request_fee',
  },
  {
    policy: 'request_fee.request_fee_read_by_applicant',
    ...APPLICANT,
    statement: () => 'select from gongkai.request_fee',
  },
  {
    policy: 'request_fee.request_fee_add',
    ...DESK,
    statement: (cast) =>
      fee(cast, `(select id from gongkai.request_letter where state = 'sent' limit 1)`),
  },
  {
    policy: 'request_fee_entry.request_fee_entry_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.request_fee_entry',
  },
  {
    policy: 'request_fee_entry.request_fee_entry_read_by_applicant',
    ...APPLICANT,
    statement: () => 'select from gongkai.request_fee_entry',
  },
  {
    policy: 'request_fee_entry.request_fee_entry_add',
    ...DESK,
    statement: (cast) => entry(cast, 2, 'gongkai.current_person()'),
  },
]
