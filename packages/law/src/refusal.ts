import type { Citation } from './citation.js'

/** An expected no: what was asked is not possible or not allowed, said with what to do next. */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  /** Chinese, for the person who asked: what is wrong and what to do. */
  readonly message: string
  readonly source?: Citation
}

/** What a step returns that may be refused. */
export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

/** A granted result. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** A refused result: a stable code, the Chinese message, and the provision where the law says no. */
export function refuse<Code extends string>(
  code: Code,
  message: string,
  source?: Citation,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: source ? { code, message, source } : { code, message } }
}
