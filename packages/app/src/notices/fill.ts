import { NOTICE_KINDS } from './kinds.js'
import { PLACES, type Place, type PlaceSpec } from './places.js'
import type { TemplateSpec } from './templates.js'

export type FilledNotice = {
  readonly title: string
  readonly body: string
  readonly path: string
  /** The text of the mail, without what may not leave the system; null where the kind is never mailed. */
  readonly mail: string | null
}

const NAME = /\{(\w+)\}/g

/** A template with its places filled. Throws where a value is missing or is not what its place accepts. */
export function fill(
  { kind, title, body, path }: TemplateSpec,
  values: Readonly<Record<string, string>>,
): FilledNotice {
  const value = (name: string) => checked(name, values[name])
  const mailed = (name: string) => PLACES[name as Place].outside ?? value(name)
  return {
    title: put(title, value),
    body: put(body, value),
    path: put(path, value),
    mail: NOTICE_KINDS[kind].mail === 'never' ? null : put(body, mailed),
  }
}

function put(text: string, value: (name: string) => string): string {
  return text.replace(NAME, (_, name: string) => value(name))
}

function checked(name: string, value: string | undefined): string {
  if (!(name in PLACES)) throw new Error(`no such place: ${name}`)
  const { accepts, as }: PlaceSpec = PLACES[name as Place]
  const written = as && value !== undefined ? as(value) : value
  if (written === undefined || !accepts.test(written)) {
    throw new Error(`nothing that can stand at {${name}}`)
  }
  return written
}
