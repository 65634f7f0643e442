import {
  type Addressee,
  keepRequestFiles,
  type Platform,
  refuseFields,
  type Submitted,
} from '@gongkai/app'
import { type Result, refuse } from '@gongkai/law'
import type { Edge } from '../../edge/edge.js'
import type { RequestDesk } from './desk.js'
import { requestOf, type SentRequestForm } from './read-form.js'

/** Of one address: a school or an office may stand behind it. */
const PER_ADDRESS = { most: 300, minutes: 60 }

/** To one authority, from wherever: more than a desk can confirm in a day. */
const PER_AUTHORITY = { most: 1000, minutes: 60 }

/** A form key of ours: what else comes is no form of ours. */
const FORM_KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Hands in what a form asks for; the identity of who asks is proved by a file (第二十九条第二款第一项). What is typed is looked at before any file is stored.
 */
export async function submitted(
  platform: Platform,
  edge: Edge,
  desk: RequestDesk,
  { id }: Addressee,
  { typed, files }: SentRequestForm,
  address: string,
): Promise<Result<Submitted>> {
  if (!FORM_KEY.test(typed.get('formKey') ?? '')) return NO_FORM
  const request = requestOf(typed, id)
  const refused =
    refuseFields(request) ?? refuseUnreachable(request) ?? refuseMissing(request, files)
  if (refused) return refused
  // A flood is kept from each process; it need not be counted in the database, whose time everybody waits for.
  if (edge.limiter.take(`request form from ${address}`, PER_ADDRESS) !== null) return FROM_ONE
  if (edge.limiter.take(`request form to ${id}`, PER_AUTHORITY) !== null) return TO_ONE
  const opened = edge.ground.open()
  if (!opened.ok) return opened
  const sender = { authorityId: id, address }
  const kept = await keepRequestFiles(platform, opened.value.files, files, sender, (coming) =>
    desk.announce({ platform, one: coming }),
  )
  return kept.ok ? desk.submit({ platform, one: { ...request, files: kept.value } }) : kept
}

/** By which way the information is to come, and what must be known of who asks for it. */
// biome-ignore format: table
const NEEDED_FOR: Partial<Record<ReturnType<typeof requestOf>['wanted']['way'], readonly [field: 'address' | 'email' | 'phone', message: string]>> = {
  post:  ['address', '选择邮寄的，请填写通信地址。'],
  email: ['email',   '选择电子邮件的，请填写电子邮箱。'],
  fax:   ['phone',   '选择传真的，请在联系电话中填写传真号码。'],
}

/** Refused where what is asked for could not be sent as it is to be (第二十九条第二款第一项、第三项). */
function refuseUnreachable({ wanted, applicants: { people } }: ReturnType<typeof requestOf>) {
  const [field, message] = NEEDED_FOR[wanted.way] ?? []
  if (!field || !message || people.some((person) => person[field])) return null
  const fields = [{ field: `applicants.people.0.${field}`, message }]
  return {
    ok: false as const,
    refusal: { code: 'applicant.contact-missing' as const, message, fields },
  }
}

function refuseMissing(
  { applicants }: ReturnType<typeof requestOf>,
  files: SentRequestForm['files'],
) {
  const has = (wanted: string) => files.some(({ purpose }) => purpose === wanted)
  if (!has('identity')) return NO_IDENTITY
  const hasAgent = applicants.people.some(({ part }) => part === 'agent')
  return hasAgent && !has('authorisation') ? NO_AUTHORISATION : null
}

const NO_FORM = refuse('form.wrong', '没有收到完整的表单。请刷新页面后重新填写。')
const FROM_ONE = refuse(
  'tries.too-many',
  '从这个网络提交的申请过多，请一小时后再提交。期限紧迫的，请当面提交或者邮寄。',
)
const TO_ONE = refuse(
  'tries.too-many',
  '这个机关一小时内收到的网上申请过多，请稍后再提交。期限紧迫的，请当面提交或者邮寄。',
)
const NO_IDENTITY = refuse('requests.identity-missing', '请附上申请人的身份证明。')
const NO_AUTHORISATION = refuse(
  'requests.authorisation-missing',
  '由代理人提出的，请附上授权委托书。',
)
