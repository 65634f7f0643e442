import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

/** That of the cast (`requests.ts`). */
const REQUEST = '01900000-0000-7000-8000-00000000f001'
const DIGEST = '0'.repeat(64)

const LEADERS = { lets: 'leader', keepsOut: 'siblingLeader' } as const
/** The leader consents to letters and files nothing. */
const DESK = { lets: 'officer', keepsOut: 'leader' } as const
const SYSTEM = { lets: 'system', keepsOut: 'nobody' } as const

const material = ({ tenant, places, personas }: Pick<Cast, 'tenant' | 'places' | 'personas'>) =>
  `insert into gongkai.request_material (tenant_id, id, request_id, authority_id, name, media_type, bytes, sha256, added_by, added_at)
    values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', 'x', 'x', 1, '${DIGEST}', '${personas.officer.person}', now())`

const filing = (
  { tenant, places, personas }: Pick<Cast, 'tenant' | 'places' | 'personas'>,
  no: number,
  made = `'making', 'x', null`,
) =>
  `insert into gongkai.request_filing (tenant_id, request_id, no, authority_id, state, content, result, job_id, asked_by, asked_at, filed_on)
    values ('${tenant}', '${REQUEST}', ${no}, '${places.own}', ${made}, gen_random_uuid(), '${personas.officer.person}', now(),
      ${made.startsWith(`'filed'`) ? `'2026-01-05'` : 'null'})`

/** A document of the request, and a case that was filed. */
export function materialThings(
  cast: Pick<Cast, 'tenant' | 'places' | 'personas'>,
): readonly string[] {
  return [material(cast), filing(cast, 1, `'filed', null, 'x'`)]
}

const proof = (
  policy: string,
  persons: Pick<Proof, 'lets' | 'keepsOut'>,
  statement: Proof['statement'],
): Proof => ({ policy, ...persons, statement })

export const MATERIALS: readonly Proof[] = [
  proof(
    'request_material.request_material_read',
    LEADERS,
    () => 'select from gongkai.request_material',
  ),
  proof(
    'request_material.request_material_read_by_system',
    SYSTEM,
    () => 'select from gongkai.request_material',
  ),
  proof('request_material.request_material_add', DESK, material),
  proof(
    'request_material.request_material_change',
    DESK,
    () => 'update gongkai.request_material set version = 2',
  ),
  proof(
    'request_material.request_material_change_by_system',
    SYSTEM,
    () => 'update gongkai.request_material set version = 2',
  ),
  proof('request_filing.request_filing_read', DESK, () => 'select from gongkai.request_filing'),
  proof(
    'request_filing.request_filing_read_by_system',
    SYSTEM,
    () => 'select from gongkai.request_filing',
  ),
  proof('request_filing.request_filing_add', DESK, (cast) => filing(cast, 2)),
  proof(
    'request_filing.request_filing_change_by_system',
    SYSTEM,
    () => `update gongkai.request_filing set filed_on = '2026-01-06'`,
  ),
]
