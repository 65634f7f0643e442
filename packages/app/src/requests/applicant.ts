import { createHmac } from 'node:crypto'
import { type ApplicantKind, type Refusal, refuse } from '@gongkai/law'
import { isCreditCode } from '../authorities/credit-code.js'
import { type SealingKey, seal, unseal } from '../records/seal.js'
import { isIdentityNumber } from './identity-number.js'

/** By what an applicant is identified (第二十九条第二款第一项). */
// biome-ignore format: table
export const IDENTITY_KINDS = {
  identityCard: '居民身份证',
  passport:     '护照',
  permit:       '港澳台居民居住证、来往内地通行证',
  creditCode:   '统一社会信用代码',
  other:        '其他有效身份证明',
} as const satisfies Record<string, string>

export type IdentityKind = keyof typeof IDENTITY_KINDS

/** One who asks, or who acts for one who asks. */
export type Person = {
  readonly part: 'applicant' | 'agent'
  readonly name: string
  readonly idKind: IdentityKind
  readonly idNumber: string
  /** Of an organisation: who speaks for it. */
  readonly contactName: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly postalCode: string | null
}

/** 申请人 of one request: the first decides the column of Table 3; an agent acts for all of them. */
export type Applicants = {
  readonly kind: ApplicantKind
  readonly people: readonly Person[]
}

export type ApplicantRefusal = Refusal<
  | 'applicant.missing'
  | 'applicant.name-missing'
  | 'applicant.identity-wrong'
  | 'applicant.contact-missing'
  | 'applicant.email-missing'
  | 'applicant.too-many'
> & {
  /** Which part of whom must be put right. */
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
}

/** More ask together by a representative whom they name. */
const MOST = 20

/** Why a request of these people cannot be registered; null where it can. Messages never repeat a number. */
export function refuseApplicants({ people }: Applicants) {
  const applicants = people.filter(({ part }) => part === 'applicant')
  if (applicants.length === 0)
    return refuse('applicant.missing', '请填写申请人。代理人不能代替申请人本人的信息。')
  if (people.length > MOST)
    return refuse(
      'applicant.too-many',
      `一件申请登记的申请人、代理人共不超过${MOST}人，请推选代表人提出。`,
    )
  for (const [index, person] of people.entries()) {
    const refused = refusePerson(person, index)
    if (refused) return refused
  }
  return null
}

function refusePerson(person: Person, index: number) {
  const who = `第${index + 1}位${person.part === 'agent' ? '代理人' : '申请人'}`
  const no = (field: keyof Person, code: ApplicantRefusal['code'], message: string) => ({
    ok: false as const,
    refusal: { code, message, fields: [{ field: `applicants.people.${index}.${field}`, message }] },
  })
  if (person.name.trim() === '')
    return no('name', 'applicant.name-missing', `请填写${who}的姓名或者名称。`)
  if (!isIdentity(person)) {
    const message = `${who}的${IDENTITY_KINDS[person.idKind]}号码不正确，请核对后重新填写。`
    return no('idNumber', 'applicant.identity-wrong', message)
  }
  // Whoever can be reached by none of them cannot be answered.
  if (index === 0 && !person.phone && !person.email && !person.address) {
    const message = `请填写${who}的电话、电子邮箱或者通信地址，至少一项。`
    return no('phone', 'applicant.contact-missing', message)
  }
  return null
}

function isIdentity({ idKind, idNumber }: Person): boolean {
  const text = idNumber.trim().toUpperCase()
  if (idKind === 'identityCard') return isIdentityNumber(text)
  if (idKind === 'creditCode') return isCreditCode(text)
  return text.length >= 4 && text.length <= 40
}

/** What stands in lists and where the name is not to be seen: of a person the surname, of a body its name. */
export function maskedName(kind: ApplicantKind, name: string): string {
  const text = name.trim()
  if (kind !== 'person') return text
  return `${[...text][0] ?? ''}${'＊'.repeat(Math.min(2, Math.max(1, [...text].length - 1)))}`
}

/** What is kept closed of a person beside the name. */
type Sealed = Omit<Person, 'part' | 'name' | 'idKind'>

/** One row of a request's people as it is kept: everything but the name is sealed. */
export function sealPerson(
  key: SealingKey,
  place: { readonly requestId: string; readonly no: number },
  { part, name, idKind, ...rest }: Person,
) {
  return {
    part,
    name: name.trim(),
    id_kind: idKind,
    identity_hash: identityHash(key, idKind, rest.idNumber),
    sealed: seal(key, aboutOf(place), JSON.stringify(rest satisfies Sealed)),
  }
}

/** What {@link sealPerson} closed; null under another key, or of another row. */
export function openPerson(
  key: SealingKey,
  place: { readonly requestId: string; readonly no: number },
  sealed: Buffer,
): Sealed | null {
  const text = unseal(key, aboutOf(place), sealed)
  // Written by `sealPerson` alone.
  return text === null ? null : (JSON.parse(text) as Sealed)
}

/** By what two requests of the same applicant are known, without the number: nobody without the key can try numbers out. */
export function identityHash(key: SealingKey, kind: IdentityKind, number: string): Buffer {
  return createHmac('sha256', key.bytes)
    .update(`applicant ${kind} ${number.trim().toUpperCase()}`)
    .digest()
}

function aboutOf({ requestId, no }: { readonly requestId: string; readonly no: number }): string {
  return `applicant ${requestId} ${no}`
}
