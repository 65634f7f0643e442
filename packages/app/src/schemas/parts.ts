import type { Schema } from '@gongkai/documents'

export const text: Schema = { type: 'string' }

/** An object whose fields are all required but those named in `optional`. */
export function object(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required }
}

/** A list of any length. */
export function list(items: Schema): Schema {
  return { type: 'array', items }
}

/** `schema`, or null. */
export function nullable(schema: Schema): Schema {
  return { oneOf: [{ type: 'null' }, schema] }
}
