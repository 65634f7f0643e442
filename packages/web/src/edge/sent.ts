import { ok, type Result } from '@gongkai/law'
import type { ApiRefusal } from '../http/refusals.js'

/** A value as its JSON says it: instants are text. */
type Sent<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Date
    ? string
    : { readonly [K in keyof T]: Sent<T[K]> }

/** What a use case gave, as it goes out. Only the type changes: the instants become text when the answer is written. */
export function sent<T, R extends ApiRefusal>(result: Result<T, R>): Result<Sent<T>, R> {
  return result.ok ? ok(result.value as Sent<T>) : result
}
