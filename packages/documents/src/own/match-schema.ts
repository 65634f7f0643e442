import { isLocalDate } from '@gongkai/law'
import type { JsonType, Schema } from './schema.js'

/** Where the first thing that does not fit stands (a JSON pointer), and what is asked of it (Chinese): `应为整数`. */
export type Mismatch = { readonly pointer: string; readonly asked: string }

export type Match =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly mismatch: Mismatch }

/**
 * Holds a parsed JSON value against a schema. The value given back is a copy with the schema's fields and no others,
 * and with its defaults in the place of optional fields that are absent; an object of which the schema names no fields
 * is given back as it is.
 */
export function matchSchema(schema: Schema, value: unknown, pointer = ''): Match {
  if (schema.oneOf) return matchOne(schema.oneOf, value, pointer)
  if (schema.const !== undefined) {
    return value === schema.const ? found(value) : wrong(pointer, `应为“${schema.const}”`)
  }
  if (schema.enum) {
    const allowed = schema.enum.some((one) => one === value)
    return allowed ? found(value) : wrong(pointer, `应为以下之一：${schema.enum.join('、')}`)
  }
  const types = [schema.type ?? []].flat()
  if (!types.some((type) => isOfType(value, type))) {
    return wrong(pointer, `应为${types.map((type) => TYPE_NAMES[type]).join('或')}`)
  }
  if (Array.isArray(value)) return matchItems(schema, value, pointer)
  if (isObject(value)) return matchFields(schema, value, pointer)
  return matchScalar(schema, value, pointer)
}

const TYPE_NAMES: Readonly<Record<JsonType, string>> = {
  object: '对象',
  array: '数组',
  string: '文本',
  number: '数值',
  integer: '整数',
  boolean: 'true或false',
  null: 'null',
}

function isOfType(value: unknown, type: JsonType): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isSafeInteger(value)
  if (type === 'number') return Number.isFinite(value)
  return typeof value === type
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The kinds of a union are told apart by `const`: a mismatch of anything else is that of the kind that was meant. */
function matchOne(schemas: readonly Schema[], value: unknown, pointer: string): Match {
  const matches = schemas.map((schema) => matchSchema(schema, value, pointer))
  const tags = schemas.flatMap(({ properties = {} }) =>
    Object.keys(properties).filter((name) => properties[name]?.const !== undefined),
  )
  const telling = [pointer, ...tags.map((name) => `${pointer}/${name}`)]
  const deepest = (match: Match) => !match.ok && !telling.includes(match.mismatch.pointer)
  return (
    matches.find(({ ok }) => ok) ??
    matches.find(deepest) ??
    matches.at(-1) ??
    wrong(pointer, '应为规定的内容')
  )
}

function matchItems(schema: Schema, values: readonly unknown[], pointer: string): Match {
  const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema
  if (values.length < minItems || values.length > maxItems) {
    return wrong(pointer, `应有${minItems}项`)
  }
  const copy: unknown[] = []
  for (const [at, value] of values.entries()) {
    const match = matchSchema(items, value, `${pointer}/${at}`)
    if (!match.ok) return match
    copy.push(match.value)
  }
  return found(copy)
}

function matchFields(
  { properties, required = [] }: Schema,
  value: Readonly<Record<string, unknown>>,
  pointer: string,
): Match {
  if (!properties) return found(value)
  const copy: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(properties)) {
    const field = `${pointer}/${name}`
    if (!Object.hasOwn(value, name)) {
      if (required.includes(name)) return wrong(field, '不可缺少')
      if (schema.default !== undefined) copy[name] = schema.default
      continue
    }
    const match = matchSchema(schema, value[name], field)
    if (!match.ok) return match
    copy[name] = match.value
  }
  return found(copy)
}

function matchScalar(schema: Schema, value: unknown, pointer: string): Match {
  const { pattern, format, minimum, maximum } = schema
  if (typeof value === 'string') {
    if (format === 'date' && !isLocalDate(value)) {
      return wrong(pointer, '应为实有的日期（YYYY-MM-DD）')
    }
    if (pattern && !new RegExp(pattern, 'u').test(value)) {
      return wrong(pointer, `应符合格式${pattern}`)
    }
  }
  if (typeof value === 'number') {
    if (minimum !== undefined && value < minimum) return wrong(pointer, `不得小于${minimum}`)
    if (maximum !== undefined && value > maximum) return wrong(pointer, `不得大于${maximum}`)
  }
  return found(value)
}

function found(value: unknown): Match {
  return { ok: true, value }
}

function wrong(pointer: string, asked: string): Match {
  return { ok: false, mismatch: { pointer, asked } }
}
