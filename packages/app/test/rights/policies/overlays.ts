import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const PROPOSED = '01900000-0000-7000-8000-00000000e001'
const DECIDED = '01900000-0000-7000-8000-00000000e002'

/** Two overlays that were proposed at the terminal of the server, one of which was rejected. */
export function overlayThings({ tenant, personas }: Pick<Cast, 'tenant' | 'personas'>) {
  const row = (id: string) =>
    `('${tenant}', '${id}', 'value', '{}', 'x', null, '2026-01-01', null, '${tenant}', null, now())`
  return [
    `insert into gongkai.overlay values ${row(PROPOSED)}, ${row(DECIDED)}`,
    `insert into gongkai.overlay_step values
      ('${tenant}', 1, '${DECIDED}', 'rejected', 'x', '${personas.regionAdministrator.person}', now())`,
  ]
}

const STAFF = { lets: 'officer', keepsOut: 'nobody' } as const
const IN_CHARGE = { lets: 'regionAdministrator', keepsOut: 'administrator' } as const

/** In the name of whoever tries: only whether they may is asked. */
const SELF = 'gongkai.current_person()'

export const OVERLAYS: readonly Proof[] = [
  {
    policy: 'overlay.overlay_read',
    ...STAFF,
    statement: () => 'select from gongkai.overlay',
  },
  {
    policy: 'overlay_step.overlay_step_read',
    ...STAFF,
    statement: () => 'select from gongkai.overlay_step',
  },
  {
    policy: 'overlay.overlay_propose',
    ...IN_CHARGE,
    statement: ({ tenant }) => `insert into gongkai.overlay values
      ('${tenant}', gen_random_uuid(), 'value', '{}', 'x', null, '2026-01-01', null, ${SELF}, null, now())`,
  },
  {
    policy: 'overlay_step.overlay_step_take',
    ...IN_CHARGE,
    statement: ({ tenant }) => `insert into gongkai.overlay_step values
      ('${tenant}', 2, '${PROPOSED}', 'approved', null, ${SELF}, now())`,
  },
]
