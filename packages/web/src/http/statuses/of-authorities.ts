import type { ApiCode } from '../refusals.js'
import type { ErrorStatus } from './error-status.js'

/** The register of authorities and its import. */
// biome-ignore format: table
export const OF_AUTHORITIES = {
  'authority.not-found':          404,
  'authority.changed':            412,
  'authority.dissolved':          409,
  'authority.name-taken':         409,
  'authority.credit-code-taken':  409,
  'authority.wrong':              422,
  'authority.day-wrong':          422,
  'authority.same-name':          422,
  'authority.same-parent':        422,
  'authority.below-itself':       422,
  'authority.root':               409,
  'authority.still-open':         409,
  'authority.successor-wrong':    422,
  'authority.too-few':            422,
  'authority.duties-open':       422,
  'region.changed':               412,
  'region.same':                  422,
  'name.wrong':                   422,
  'series.wrong':                 422,
  'series.taken':                 409,
  'import.no-headings':           422,
  'import.no-rows':               422,
  'import.wrong-rows':            422,
  'import.changed':               412,
} as const satisfies Readonly<Partial<Record<ApiCode, ErrorStatus>>>
