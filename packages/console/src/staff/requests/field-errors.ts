import { createContext, useContext } from 'react'
import type { Refused } from '../api/call.js'

type Errors = ReadonlyMap<string, string>

/** What must be put right, by the field of the request that it stands in. */
export const ErrorsContext = createContext<Errors>(new Map())

/** What must be put right in a field; nothing where it is right. */
export function useFieldError(field: string): string | undefined {
  return useContext(ErrorsContext).get(field)
}

/** The fields that a refusal is about. */
export function errorsOf(refused: Refused | null): Errors {
  if (!refused) return new Map()
  const field = FIELDS[refused.code]
  const fields = refused.fields ?? (field ? [{ field, message: refused.message }] : [])
  return new Map(fields.map((one) => [one.field, one.message]))
}

// biome-ignore format: table
const FIELDS: Readonly<Record<string, string>> = {
  'requests.wanted-missing':     'wanted.wanted',
  'requests.wanted-too-long':    'wanted.wanted',
  'requests.proof-missing':      'proof',
  'requests.day-in-future':      'arrivedOn',
  'requests.day-before-arrival': 'authorityConfirmedOn',
}
