import type { RegisterRequest } from '@gongkai/web'

type Person = RegisterRequest['applicants']['people'][number]

/** One who asks, as it is typed. */
export type TypedPerson = {
  /** Of the row on the screen. */
  readonly key: number
  readonly part: Person['part']
  readonly name: string
  readonly idKind: string
  readonly idNumber: string
  readonly contactName: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly postalCode: string
}

/** A request as it is typed at the counter. */
export type Typed = {
  readonly authorityId: string
  readonly kind: string
  readonly channel: string
  readonly arrivedOn: string
  readonly applicantConfirmedOn: string
  readonly authorityConfirmedOn: string
  readonly confirmedHow: string
  readonly proof: string
  readonly applicantKind: string
  readonly people: readonly TypedPerson[]
  readonly wanted: string
  readonly title: string
  readonly number: string
  readonly form: string
  readonly way: string
  readonly help: string
  readonly news: string
}

/** What part of the form is told: what was typed, and how to change it. */
export type Part = {
  readonly typed: Typed
  readonly change: (values: Partial<Typed>) => void
}

/** A form that nothing was typed into. */
export function newTyped(authorityId: string, today: string): Typed {
  return {
    ...{ authorityId, kind: 'disclosure', channel: '', arrivedOn: today },
    ...{ applicantConfirmedOn: '', authorityConfirmedOn: '', confirmedHow: '', proof: '' },
    ...{ applicantKind: 'person', people: [newPerson('applicant', 'person', 1)] },
    ...{ wanted: '', title: '', number: '', form: '', way: '', help: '', news: '' },
  }
}

/** An empty row for one more; a body is known by its credit code, a person by the identity card. */
export function newPerson(part: Person['part'], kind: string, key: number): TypedPerson {
  const isBody = part === 'applicant' && kind !== 'person'
  return {
    ...{ key, part, name: '', idKind: isBody ? 'creditCode' : 'identityCard', idNumber: '' },
    ...{ contactName: '', phone: '', email: '', address: '', postalCode: '' },
  }
}

/** What is sent. Days that the rule of the channel does not ask for are cleared when the channel changes; the API looks at the rest. */
export function requestOf(typed: Typed): RegisterRequest {
  const { authorityId, kind, channel, arrivedOn, confirmedHow, proof, applicantKind } = typed
  const { wanted, title, number, form, way, help, people } = typed
  const sent = {
    ...{ authorityId, kind, channel, arrivedOn, confirmedHow, proof },
    applicantConfirmedOn: typed.applicantConfirmedOn || null,
    authorityConfirmedOn: typed.authorityConfirmedOn || null,
    applicants: { kind: applicantKind, people: people.map(({ key: _, ...person }) => person) },
    wanted: { wanted, title, number, form, way, help },
    ...(typed.news && { news: typed.news }),
  }
  // The choices of the form are those of the API.
  return sent as RegisterRequest
}
