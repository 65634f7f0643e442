import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { addDays, dayInChina, type LocalDate } from '@gongkai/law'
import type { Actor, Platform } from '../../src/context.js'
import type { NewRequest } from '../../src/requests/add-request.js'
import type { Person } from '../../src/requests/applicant.js'
import type { SubmitRequest } from '../../src/requests/hand-in.js'
import { type RegisterRequest, registerRequest } from '../../src/requests/register-request.js'
import type { RequestFile } from '../../src/requests/request.js'
import { submitRequest } from '../../src/requests/submit-request.js'
import { TODAY } from '../people/days.js'

/** An invented person; the number has a right check character. */
export const APPLICANT: Person = {
  part: 'applicant',
  name: '周小禾',
  idKind: 'identityCard',
  idNumber: '530000199001010011',
  contactName: null,
  phone: '0000-1234567',
  email: null,
  address: '云岭县石桥街道一号',
  postalCode: null,
}

function newRequest(authorityId: string, change: Partial<NewRequest> = {}): NewRequest {
  return {
    authorityId,
    kind: 'disclosure',
    applicants: { kind: 'person', people: [APPLICANT] },
    wanted: {
      wanted: '石桥街道二〇二五年道路养护项目的合同',
      title: null,
      number: null,
      form: 'paper',
      way: 'post',
      help: null,
    },
    files: [],
    ...change,
  }
}

export function counterRequest(
  authorityId: string,
  change: Partial<RegisterRequest> = {},
): RegisterRequest {
  return {
    ...newRequest(authorityId),
    ...{ channel: 'inPerson', arrivedOn: TODAY, applicantConfirmedOn: null },
    ...{ authorityConfirmedOn: null, confirmedHow: null, proof: null },
    ...change,
  }
}

export function onlineRequest(
  authorityId: string,
  change: Partial<SubmitRequest> = {},
): SubmitRequest {
  return { ...newRequest(authorityId), formKey: randomUUID(), ...change }
}

/** A request as it was registered over the counter, received at once. */
export async function registered(
  platform: Platform,
  actor: Actor,
  authorityId: string,
  change: Partial<RegisterRequest> = {},
): Promise<{ readonly request: RequestFile; readonly secret: string }> {
  const result = await registerRequest(platform, actor, counterRequest(authorityId, change))
  assert.ok(result.ok, result.ok ? '' : result.refusal.message)
  return result.value
}

/** A request that came by the form on the portal. */
export async function submitted(
  platform: Platform,
  authorityId: string,
  change: Partial<SubmitRequest> = {},
): Promise<{ readonly request: RequestFile; readonly secret: string }> {
  const result = await submitRequest(platform, onlineRequest(authorityId, change))
  assert.ok(result.ok, result.ok ? '' : result.refusal.message)
  return result.value
}

/** The same platform so many days later. */
export function later(platform: Platform, days: number): Platform {
  return { ...platform, now: () => new Date(platform.now().getTime() + days * 86_400_000) }
}

/** The day in China so many days after that of the platform. */
export function dayAfter(platform: Platform, days: number): LocalDate {
  return addDays(dayInChina(platform.now().getTime()), days)
}
