import { type Refusal, type Result, refuse } from '@gongkai/law'
import type { Platform } from '../context.js'
import { type NameRefusal, refuseNames, tidyLogin, tidyName } from '../names/tidy-name.js'
import { hashPassword } from '../sessions/password-hash.js'
import { checkPassword, type PasswordRefusal } from '../sessions/password-strength.js'
import { type Founded, type FoundRefusal, type FoundRegion, foundRegion } from './found-region.js'
import type { SetUpCode } from './set-up-code.js'

export type SetUp = Omit<FoundRegion, 'administrator'> & {
  /** As it was typed. */
  readonly code: string
  readonly administrator: {
    readonly login: string
    readonly name: string
    readonly password: string
  }
}

export type SetUpRefusal = Refusal<'set-up.code'> | FoundRefusal | NameRefusal | PasswordRefusal

/** Sets the installation up: region, authority at the root, and an administrator who can sign in, in one transaction. It takes the code of this process, once. */
export async function setUp(
  platform: Omit<Platform, 'tenantId'>,
  code: SetUpCode,
  { code: given, ...asked }: SetUp,
): Promise<Result<Founded, SetUpRefusal>> {
  if (!code.matches(given)) return WRONG_CODE
  const { administrator, ...place } = asked
  const region = {
    ...place,
    ...{ region: tidyName(place.region), authority: tidyName(place.authority) },
  }
  const { password } = administrator
  const person = { login: tidyLogin(administrator.login), name: tidyName(administrator.name) }
  const wrong = wrongNames(region, person)
  if (wrong) return wrong
  const words = [person.login, person.name, region.region, region.authority]
  const checked = checkPassword(password, words)
  if (!checked.ok) return checked
  const passwordHash = await hashPassword(password)
  const founded = await foundRegion(platform, { ...region, administrator: person }, passwordHash)
  if (founded.ok) code.spend()
  return founded
}

function wrongNames(
  { region, authority }: Pick<FoundRegion, 'region' | 'authority'>,
  { login, name }: FoundRegion['administrator'],
) {
  const names = [
    ['地区名称', region],
    ['机关名称', authority],
    ['姓名', name],
  ] as const
  return refuseNames(names, login)
}

/** The code was wrong, or is over. */
export const WRONG_CODE = refuse(
  'set-up.code',
  '设置码不正确或已经失效。请核对启动时终端上显示的设置码；重新启动过的，用最近一次显示的。',
)
