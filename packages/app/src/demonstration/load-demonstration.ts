import { type LocalDate, localDate, ok, type Refusal, type Result, yearOf } from '@gongkai/law'
import { openCollection } from '../collection/open-collection.js'
import { type Actor, type Platform, today } from '../context.js'
import { ROLES } from '../rights/roles.js'
import { hashPassword } from '../sessions/password-hash.js'
import { type Founded, type FoundRefusal, foundRegion } from '../setup/found-region.js'
import { WRONG_CODE } from '../setup/set-up.js'
import { newSetUpCode, type SetUpCode } from '../setup/set-up-code.js'
import type { FileStore } from '../storage/file-store.js'
import { inOneTransaction } from '../storage/in-one-transaction.js'
import { transact } from '../storage/transact.js'
import { actOut, type OnDay, type Part } from './act-out.js'
import { inventReports } from './invent-reports.js'
import { type County, type Invented, keepPast } from './keep-past.js'
import { type InventedPerson, peopleOf } from './people.js'
import { type Seat, settleAuthorities, settlePeople } from './settle.js'
import { settleNotices } from './settle-notices.js'
import {
  AUTHORITIES,
  GOVERNMENT,
  GOVERNMENT_TOPICS,
  type InventedAuthority,
  REGION,
} from './tree.js'

/** How far the loading is. */
export type LoadProgress = { readonly done: number; readonly total: number; readonly doing: string }

export type Demonstration = Founded & {
  /** Everybody signs in with it: it must be changed. */
  readonly password: string
  /** One of each role. */
  readonly people: readonly {
    readonly login: string
    readonly name: string
    readonly role: string
    readonly authority: string
  }[]
}

export type LoadOptions = {
  /** As it was typed. */
  readonly code: string
  readonly files: Pick<FileStore, 'put'>
  readonly progress: (progress: LoadProgress) => void
  /** Fewer of them, for tests. */
  readonly authorities?: readonly InventedAuthority[]
}

/**
 * Sets the installation up with an invented county: 120 authorities, their people, and the reports of three years, the last of them in every
 * state. It happens on the days on which it would have happened, and each step is recorded. All of it is kept, or, where the process ends meanwhile,
 * nothing. Refused where the code is wrong or a region is there.
 */
export async function loadDemonstration(
  base: Omit<Platform, 'tenantId'>,
  code: SetUpCode,
  { code: given, ...options }: LoadOptions,
): Promise<Result<Demonstration, Refusal<'set-up.code'> | FoundRefusal>> {
  if (!code.matches(given)) return WRONG_CODE
  const loaded = await inOneTransaction(base.db, (db) => load({ ...base, db }, options))
  if (loaded.ok) code.spend()
  return loaded
}

async function load(
  base: Omit<Platform, 'tenantId'>,
  { files, progress, authorities = AUTHORITIES }: Omit<LoadOptions, 'code'>,
): Promise<Result<Demonstration, FoundRefusal>> {
  const latest = latestYear(today(base))
  const people = peopleOf(authorities)
  const password = newSetUpCode().text
  const hash = await hashPassword(password)
  const tell = (doing: string, done = 0, total = 1) => progress({ done, total, doing })
  const first = localDate(`${latest + 1}-01-04`)
  tell('登记地区和机关')
  const founded = await found(clockOn(base, first), people, hash)
  if (!founded.ok) return founded
  const { tenantId, authorityId, personId } = founded.value
  const onDay: OnDay = (day) => ({ ...clockOn(base, day), tenantId })
  const as = { role: 'administrator', authorityId, onBehalfOf: null } as const
  const seat: Seat = { authorityId, as, actor: { personId, holdings: [as] } }
  const ids = await settleAuthorities(onDay(first), seat, authorities)
  tell('邀请人员、分配职责')
  const actors = await settlePeople(onDay(first), seat, ids, people, hash)
  tell('导入前两年的报告')
  const reports = inventAll(latest, authorities)
  const supervisor = actorOf(actors, 'zhuguan')
  const county = { authorityId, supervisor, ids, latest, people }
  await keepPast(onDay(localDate(`${latest + 1}-01-05`)), county, reports, files)
  const parts = await ask(onDay(localDate(`${latest + 1}-01-06`)), county, reports, actors)
  await actOut(onDay, latest, supervisor, parts, (done, total) =>
    tell('办理本年度的报告', done, total),
  )
  await settleNotices({ ...base, tenantId })
  return ok({ ...founded.value, password, people: shown(people) })
}

/** The last report year whose story is over by now. */
function latestYear(day: LocalDate): number {
  return day >= `${yearOf(day)}-04-01` ? yearOf(day) - 1 : yearOf(day) - 2
}

/** Noon in China on a day of the story. */
function clockOn<P extends Pick<Platform, 'now'>>(base: P, day: LocalDate): P {
  return { ...base, now: () => new Date(`${day}T12:00:00+08:00`) }
}

async function found(
  platform: Omit<Platform, 'tenantId'>,
  [administrator]: readonly InventedPerson[],
  passwordHash: string,
) {
  if (!administrator) throw new Error('nobody administers')
  const { login, name } = administrator
  const founded = await foundRegion(
    platform,
    {
      ...{ region: REGION, regionCode: null, authority: GOVERNMENT, level: 'county' },
      administrator: { login, name },
    },
    passwordHash,
  )
  if (!founded.ok) return founded
  const { tenantId, personId } = founded.value
  await transact({ ...platform, tenantId }, { personId, holdings: [] }, async ({ tx }) => {
    await tx.updateTable('tenant').set({ demonstration: true }).executeTakeFirstOrThrow()
    return ok(null)
  })
  return founded
}

/** Of every authority, the government first. */
function inventAll(latest: number, authorities: readonly InventedAuthority[]): readonly Invented[] {
  const government = { name: GOVERNMENT, kind: 'government', topics: GOVERNMENT_TOPICS } as const
  const years = [latest - 2, latest - 1, latest]
  return [government, ...authorities].map((one) => ({
    name: one.name,
    reports: inventReports(one, years),
  }))
}

/** The reports of the last year as they are asked for. */
async function ask(
  platform: Platform,
  { authorityId, supervisor, ids, latest, people }: County,
  invented: readonly Invented[],
  actors: ReadonlyMap<string, Actor>,
): Promise<readonly Part[]> {
  const opened = await openCollection(platform, supervisor, {
    ...{ authorityId, reportYear: latest, localDuties: [] },
    instructions: '请各单位于1月15日前报送，附依申请公开台账备查。',
    authorityIds: [...ids.values()],
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { value: rows } = await transact(platform, supervisor, async ({ tx }) => {
    const asked = tx.selectFrom('annual_report').select(['id', 'authority_id'])
    return ok(await asked.where('report_year', '=', latest).execute())
  })
  const reportOf = new Map(rows.map((row) => [row.authority_id, row.id]))
  return invented.map(({ name, reports }, number) => ({
    number,
    reportId: reportOf.get(ids.get(name) ?? '') ?? '',
    officer: officerOf(name, people, actors),
    document: reports[2]?.report ?? fault(name),
  }))
}

function officerOf(
  authority: string,
  people: readonly InventedPerson[],
  actors: ReadonlyMap<string, Actor>,
): Actor {
  const officer = people.find(
    ({ role, places }) => role === 'disclosureOfficer' && places.includes(authority),
  )
  return actorOf(actors, officer?.login ?? '')
}

function actorOf(actors: ReadonlyMap<string, Actor>, login: string): Actor {
  return actors.get(login) ?? fault(login)
}

function fault(what: string): never {
  throw new Error(`nothing was invented for ${what}`)
}

function shown(people: readonly InventedPerson[]): Demonstration['people'] {
  return people
    .filter(({ places, login }) => places[0] === GOVERNMENT && !/\d/.test(login))
    .map(({ login, name, role, places: [authority] }) => ({
      ...{ login, name, role: ROLES[role].label, authority },
    }))
}
