/**
 * What the library emits, as an error: of what a worker met it tells a plain copy with the fields of the error, by which nobody would know whether
 * the database is away, and of which a log would keep nothing.
 */
export function faultOf(emitted: unknown): Error {
  if (emitted instanceof Error) return emitted
  const { message = String(emitted), ...fields } = Object(emitted) as { readonly message?: string }
  return Object.assign(new Error(message), fields)
}
