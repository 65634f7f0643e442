import assert from 'node:assert/strict'
import { exampleFacts, type Ground, type LetterKind, type Refusal, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../../src/context.js'
import type { RecordAdvice } from '../../src/requests/advices/record-advice.js'
import { approveLetter, submitLetter } from '../../src/requests/letters/approve-letter.js'
import type { LetterDetails } from '../../src/requests/letters/content.js'
import { draftLetter, type LetterDraft } from '../../src/requests/letters/draft-letter.js'
import type { LetterApprover, LetterRef, RequestLetter } from '../../src/requests/letters/letter.js'
import type { Drafted } from '../../src/requests/letters/letter-kind.js'
import { recordSearch } from '../../src/requests/searches/record-search.js'
import type { Searched } from '../../src/requests/searches/search.js'
import { TODAY } from '../people/days.js'
import { addPerson, type Tree } from '../people/tree.js'

/** Who drafts, and each of those who may have to consent. */
export type Desk = Readonly<Record<'officer' | LetterApprover, Actor>>

/** The people of an authority, of which everything is registered that its letters print; its letters are numbered under `code`. */
export async function newDesk(tree: Tree, authorityId: string, code: string): Promise<Desk> {
  const owner = await tree.owner()
  await owner.query(
    `update gongkai.authority set kind = 'subdistrict', review_body = '云岭县人民政府', court = '云岭县人民法院',
      address = '云岭县石桥路一号', phone = '0999-5550123' where id = $1`,
    [authorityId],
  )
  await owner.query(
    `insert into gongkai.number_series (tenant_id, id, authority_id, code, purpose, since)
      values ($1, gen_random_uuid(), $2, $3, '政府信息公开答复', '2026-01-01')`,
    [tree.platform.tenantId, authorityId, code],
  )
  const of = async (role: Parameters<typeof addPerson>[1]) =>
    (await addPerson(tree, role, authorityId)).actor
  return {
    officer: await of('disclosureOfficer'),
    secrecyReviewer: await of('secrecyReviewer'),
    disclosureHead: await of('disclosureHead'),
    leader: await of('leader'),
  }
}

/** What an officer states for a letter that is right: as in the examples of the law. */
export function draftOf(
  drafted: Drafted,
  kind: LetterKind = drafted === 'decision' ? 'disclosure' : drafted,
  grounds?: readonly Ground[],
  change: Partial<LetterDetails> = {},
): LetterDraft {
  const facts = exampleFacts(kind, grounds)
  const { authority, request, documentNumber, on, lastDay, extension, consultation, ...rest } =
    facts
  return {
    drafted,
    rewordings: [],
    waivers: facts.parts.flatMap(({ ground }) => UNPREPARED[ground] ?? []),
    details: {
      ...rest,
      ...(extension && { extension: { reason: extension.reason, days: extension.days } }),
      ...(consultation && { consultation }),
      ...{ wanted: null, series: null, reviewedAs: null, thirdParties: [] },
      ...change,
    },
  }
}

const before = (rule: string) => ({ rule, says: null, reason: '此前已经办理' })

/** Why nobody was asked before, where nothing else is to be shown. */
const UNPREPARED: Readonly<Partial<Record<Ground, ReturnType<typeof before>>>> = {
  thirdPartyRights: before('LTR-24'),
  beyondReason: before('LTR-25'),
  stillUnclear: before('LTR-25'),
}

/** A search that found nothing. */
export const SEARCHED: Searched = {
  ...{ searchedOn: TODAY, period: '2025年', systems: ['公文管理系统'], words: ['审批台账'] },
  ...{ files: ['2025年度文书档案'], persons: ['办公室'], found: null },
}

/** What is stated of another authority. */
export const ADVISED: Omit<RecordAdvice, 'requestId' | 'version'> = {
  ...{ advisedOn: TODAY, competentId: null, competent: '云岭县交通运输局' },
  ...{ contact: '0999-5550188', reason: '该合同由县交通运输局签订、保存' },
  ...{ told: 'inside', answer: null },
}

/** The letter and the version to work on. */
export const refOf = ({ id, requestId, version }: RequestLetter): LetterRef => ({
  ...{ letterId: id, requestId, version },
})

/** What was done; fails with what was refused. */
export function done<T>(result: Result<T, Refusal>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code} ${result.refusal.message}`)
  return result.value
}

/** The code of a refusal; empty for what was done. */
export const refusalOf = (result: Result<unknown, Refusal>): string =>
  result.ok ? '' : result.refusal.code

/** A letter that was drafted, shown to those who must consent, and approved by all of them. */
export async function approved(
  platform: Platform,
  desk: Desk,
  requestId: string,
  draft: LetterDraft,
): Promise<RequestLetter> {
  if (draft.details.parts.some(({ ground }) => ground === 'doesNotExist'))
    done(await recordSearch(platform, desk.officer, { requestId, ...SEARCHED }))
  const drafted = done(await draftLetter(platform, desk.officer, { requestId, draft }))
  let letter = done(await submitLetter(platform, desk.officer, refOf(drafted)))
  for (const role of letter.needs)
    letter = done(await approveLetter(platform, desk[role], { ...refOf(letter), opinion: null }))
  return letter
}
