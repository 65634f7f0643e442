import type { Role } from '../rights/roles.js'
import { GOVERNMENT, type InventedAuthority } from './tree.js'

/** An invented person: nobody bears these names in office. */
export type InventedPerson = {
  readonly login: string
  readonly name: string
  readonly role: Role
  /** Where the role is held: names of authorities. */
  readonly places: readonly [string, ...string[]]
}

/** Those who are shown: one of each role. The first administers. */
// biome-ignore format: table
const SHOWN: readonly (readonly [login: string, name: string, role: Role])[] = [
  ['guanli',  '管自清', 'administrator'],
  ['shenji',  '申明察', 'auditor'],
  ['zhuguan', '竺观澜', 'supervisingOfficer'],
  ['lianluo', '连络君', 'disclosureOfficer'],
  ['fuzeren', '傅则仁', 'disclosureHead'],
  ['lingdao', '凌道远', 'leader'],
  ['chengban', '程伴山', 'sectionHandler'],
  ['shenhe',  '沈和光', 'reviewer'],
  ['baomi',   '鲍密之', 'secrecyReviewer'],
]

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜']
const GIVEN = ['若水', '怀瑾', '临风', '知秋', '望舒', '听雨', '观云', '归田', '问渠', '照溪']

/** Everybody: those who are shown at the government, and an officer and a head for each authority that is no field office. */
export function peopleOf(authorities: readonly InventedAuthority[]): readonly InventedPerson[] {
  return [
    ...SHOWN.map(([login, name, role]) => ({ login, name, role, places: [GOVERNMENT] as const })),
    ...authorities
      .filter(({ kind }) => kind !== 'fieldOffice')
      .flatMap(({ name }, at) => {
        const number = `${at + 1}`.padStart(2, '0')
        const offices = authorities.filter(({ parent }) => parent === name)
        const places = [name, ...offices.map((one) => one.name)] as const
        return [
          person(`lianluo${number}`, at * 2, 'disclosureOfficer', places),
          person(`fuzeren${number}`, at * 2 + 1, 'disclosureHead', [name]),
        ]
      }),
  ]
}

function person(
  login: string,
  number: number,
  role: Role,
  places: InventedPerson['places'],
): InventedPerson {
  const surname = SURNAMES[number % SURNAMES.length] ?? ''
  const given = GIVEN[Math.floor(number / SURNAMES.length + number) % GIVEN.length] ?? ''
  return { login, name: surname + given, role, places }
}
