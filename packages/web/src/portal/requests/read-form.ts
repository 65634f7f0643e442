import {
  IDENTITY_KINDS,
  type IdentityKind,
  NEWS_WAYS,
  type RequestPerson,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
  type SubmitRequest,
} from '@gongkai/app'
import { APPLICANT_KIND_IDS, type ApplicantKind } from '@gongkai/law'
import { fieldsOf, filesOf, type SentForm } from '../../edge/sent-form.js'
import type { Typed } from './fields.js'

/** A file of the form, as the browser sent it. */
export type SentFile = {
  readonly purpose: 'identity' | 'authorisation' | 'correction' | 'other'
  readonly name: string
  readonly bytes: Uint8Array
}

/** A form as it came: what was typed, and the files. */
export type SentRequestForm = { readonly typed: Typed; readonly files: readonly SentFile[] }

/** Characters of one field; what is longer is no answer to any of ours. */
const MOST = 20_000

/** The fields that take files, and what those are. */
const FILE_FIELDS = [
  ['identity', 'identity'],
  ['authorisation', 'authorisation'],
  ['correction', 'correction'],
  ['people', 'other'],
] as const

/** The fields and files of a form; null where it is none. */
export async function readForm(sentForm: SentForm): Promise<SentRequestForm | null> {
  const form = await fieldsOf(sentForm)
  if (!form) return null
  const typed = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value === 'string') typed.set(name, value.replaceAll('\0', '').slice(0, MOST))
  }
  const files: SentFile[] = []
  for (const [field, purpose] of FILE_FIELDS) {
    for (const { name, bytes } of await filesOf(form, field)) {
      // A field without a chosen file sends one without a name.
      if (name === '' && bytes.byteLength === 0) continue
      files.push({ purpose, name: name || '未命名', bytes })
    }
  }
  return { typed, files }
}

/** What the form asks for, without its files. What is none of the choices becomes the first: a browser does not send it. */
export function requestOf(typed: Typed, authorityId: string): Omit<SubmitRequest, 'files'> {
  const text = (name: string) => typed.get(name)?.trim() || null
  const people = filledIn(typed).map((no) => personOf(typed, no))
  return {
    authorityId,
    formKey: typed.get('formKey') ?? '',
    kind: 'disclosure',
    news: keys(NEWS_WAYS).find((way) => way === typed.get('news')),
    applicants: {
      kind: oneOf<ApplicantKind>(APPLICANT_KIND_IDS, typed.get('kind')),
      people,
    },
    wanted: {
      ...{
        wanted: typed.get('wanted')?.trim() ?? '',
        title: text('title'),
        number: text('number'),
      },
      form: oneOf(keys(SUPPLY_FORMS), typed.get('form')),
      way: oneOf(keys(SUPPLY_WAYS), typed.get('way')),
      help: text('help'),
    },
  }
}

/** By what the fields of those begin who were filled in; the first always is. */
function filledIn(typed: Typed): readonly string[] {
  return ['p1', 'p2', 'p3', 'agent'].filter(
    (no, index) =>
      index === 0 ||
      ['name', 'idNumber', 'phone', 'email', 'address'].some((name) =>
        typed.get(`${no}-${name}`)?.trim(),
      ),
  )
}

function personOf(typed: Typed, no: string): RequestPerson {
  const text = (name: string) => typed.get(`${no}-${name}`)?.trim() || null
  return {
    part: no === 'agent' ? 'agent' : 'applicant',
    name: text('name') ?? '',
    idKind: oneOf<IdentityKind>(keys(IDENTITY_KINDS), typed.get(`${no}-idKind`)),
    idNumber: text('idNumber') ?? '',
    ...{ contactName: text('contactName'), phone: text('phone'), email: text('email') },
    ...{ address: text('address'), postalCode: text('postalCode') },
  }
}

function keys<T extends object>(table: T): readonly (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[]
}

function oneOf<T extends string>(all: readonly T[], typed: string | undefined): T {
  return all.find((one) => one === typed) ?? (all[0] as T)
}

/** What is told of a refusal, as far as the form can show where. */
export type FormRefusal = {
  readonly code: string
  readonly message: string
  readonly fields?: readonly { readonly field: string }[]
}

/** The field of the form that a refusal is about; null where it is the whole. */
export function fieldOf(
  { code, message, fields }: FormRefusal,
  { typed, files }: SentRequestForm,
): string | null {
  const [, index, name] = /^applicants\.people\.(\d+)\.(\w+)$/.exec(fields?.[0]?.field ?? '') ?? []
  const no = filledIn(typed)[Number(index)]
  if (no) return `${no}-${name}`
  const file = files.find((one) => message.includes(`“${one.name}”`))
  const place = file && FILE_FIELDS.find(([, purpose]) => purpose === file.purpose)
  return place?.[0] ?? FIELDS[code] ?? null
}

// biome-ignore format: table
const FIELDS: Readonly<Record<string, string>> = {
  'requests.wanted-missing':   'wanted',
  'requests.wanted-too-long':  'wanted',
  'requests.identity-missing': 'identity',
  'requests.authorisation-missing': 'authorisation',
  'requests.file-kind':        'identity',
  'requests.file-too-large':   'identity',
  'applicant.missing':         'p1-name',
  'applicant.name-missing':    'p1-name',
  'applicant.identity-wrong':  'p1-idNumber',
  'applicant.contact-missing': 'p1-phone',
  'applicant.email-missing':   'p1-email',
  'file.macros':               'identity',
  'file.infected':             'identity',
}
