import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openCollection } from '../../src/collection/open-collection.js'
import type { Actor } from '../../src/context.js'
import { blockPerson } from '../../src/people/block-person.js'
import { endAssignment } from '../../src/people/end-assignment.js'
import { giveAssignment } from '../../src/people/give-assignment.js'
import { invitePerson } from '../../src/people/invite-person.js'
import { listPeople } from '../../src/people/list-people.js'
import { listEvents } from '../../src/records/list-events.js'
import type { Role } from '../../src/rights/roles.js'
import { actorOfToken } from '../../src/tokens/actor-of-token.js'
import { listTokens } from '../../src/tokens/list-tokens.js'
import { makeToken } from '../../src/tokens/make-token.js'
import { revokeToken } from '../../src/tokens/revoke-token.js'
import type { Scope } from '../../src/tokens/scopes.js'
import { codeOf, granted } from '../collection/support.js'
import { IN_A_WEEK, TODAY, YESTERDAY } from '../people/days.js'
import { later } from '../people/signed-in.js'
import { type Added, addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'

const [server] = SERVERS

describe('接口令牌', { skip: !server }, () => {
  let tree: Tree
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
  })
  after(() => tree.close())

  const asked = (...scopes: Scope[]) => ({
    ...{ authorityId: tree.places.parent, name: '门户网站', scopes },
    ...{ lastDay: IN_A_WEEK, reason: '对接门户网站' },
  })
  const make = async (maker: Actor, ...scopes: Scope[]) =>
    granted(await makeToken(tree.platform, maker, asked(...scopes)))
  const actorOf = async (token: string) => {
    const actor = await actorOfToken(tree.platform, token)
    assert.ok(actor)
    return actor
  }
  /** An administrator of `parent` who holds a second role there. */
  const administratorAnd = async (role: Role) => {
    const { platform, places, administrator } = tree
    const { personId, actor } = await addPerson(tree, 'administrator', places.parent)
    const second = { role, authorityId: places.parent }
    const { assignmentId } = granted(
      await giveAssignment(platform, administrator, { ...second, personId, reason: '兼任' }),
    )
    const holdings = [...actor.holdings, { ...second, onBehalfOf: null }]
    return { personId, assignmentId, actor: { personId, holdings } }
  }
  const people = { search: null, after: null, limit: 50 }

  it('查阅令牌看得到本机关及下级，看不到其他机关，什么也改不了', async () => {
    const { platform, places, administrator } = tree
    const actor = await actorOf((await make(administrator, 'read')).token)
    granted(await listPeople(platform, actor, { ...people, authorityId: places.own }))
    const elsewhere = await listPeople(platform, actor, { ...people, authorityId: places.foreign })
    assert.equal(codeOf(elsewhere), 'right.missing')
    assert.equal(codeOf(await makeToken(platform, actor, asked('read'))), 'right.missing')
  })

  it('数据库也不让令牌做其范围以外的事，即使业务忘了判断', async () => {
    const { platform, places } = tree
    const maker = await administratorAnd('disclosureOfficer')
    const { personId } = await actorOf((await make(maker.actor, 'reports:write')).token)
    const forged = (role: 'administrator' | 'supervisingOfficer', authorityId: string): Actor => ({
      personId,
      holdings: [{ role, authorityId, onBehalfOf: null }],
    })
    const invitation = { login: 'x', name: '新人', phone: null, email: null }
    const place = [{ authorityId: places.parent, role: 'auditor' }] as const
    await assert.rejects(
      invitePerson(platform, forged('administrator', places.parent), {
        ...invitation,
        assignments: place,
      }),
      /row-level security/,
    )
    await assert.rejects(
      openCollection(platform, forged('supervisingOfficer', places.parent), collection(tree)),
      /row-level security/,
    )
  })

  it('记录写明是哪个令牌、代谁、以什么职责', async () => {
    const { platform, places, administrator } = tree
    const maker = await administratorAnd('supervisingOfficer')
    const made = await make(maker.actor, 'collections:write')
    granted(await openCollection(platform, await actorOf(made.token), collection(tree)))
    const { events } = granted(
      await listEvents(platform, administrator, { name: 'collectionOpened', limit: 1 }),
    )
    const [{ personId, onBehalfOf, role, authorityId } = assert.fail()] = events
    assert.deepEqual([personId, onBehalfOf], [made.id, maker.personId])
    assert.deepEqual([role, authorityId], ['supervisingOfficer', places.parent])
  })

  it('没有担任的职责不能给出：代理的、上级机关的也不算', async () => {
    const { platform, places, administrator, founded } = tree
    const role = 'supervisingOfficer'
    const held = (authorityId: string, onBehalfOf: string | null): Actor => ({
      ...administrator,
      holdings: [...administrator.holdings, { role, authorityId, onBehalfOf }],
    })
    const { personId } = await addPerson(tree, role, places.parent)
    const makers = [administrator, held(places.parent, personId), held(founded.authorityId, null)]
    for (const maker of makers) {
      const refused = await makeToken(platform, maker, asked('read', 'collections:write'))
      assert.equal(codeOf(refused), 'token.role')
    }
  })

  it('制作人不再担任的，该范围随之失效，数据库也不再放行；查阅不受影响', async () => {
    const { platform, places, administrator } = tree
    const { actor, assignmentId } = await administratorAnd('supervisingOfficer')
    const { id, token } = await make(actor, 'read', 'collections:write')
    const listed = async () => {
      const query = { authorityId: places.parent }
      const all = granted(await listTokens(platform, administrator, query))
      return all.find((one) => one.id === id)?.endedScopes
    }
    const before = await actorOf(token)
    assert.deepEqual(await listed(), [])
    const ended = { assignmentId, version: 1, reason: '调岗' }
    granted(await endAssignment(platform, administrator, ended))
    const after = await actorOf(token)
    assert.deepEqual(await listed(), ['collections:write'])
    const rolesOf = ({ holdings }: Actor) => holdings.map(({ role }) => role)
    assert.deepEqual(
      [rolesOf(before), rolesOf(after)],
      [['auditor', 'supervisingOfficer'], ['auditor']],
    )
    const command = { ...collection(tree), reportYear: 2024 }
    await assert.rejects(openCollection(platform, before, command), /row-level security/)
    granted(await listPeople(platform, after, { ...people, authorityId: places.own }))
  })

  // What ends a token: each is done to the maker of a token or to the token itself.
  type Ended = { readonly tokenId: string; readonly maker: Added }
  const ENDS: readonly (readonly [string, (tree: Tree, ended: Ended) => Promise<unknown>])[] = [
    [
      '作废',
      ({ platform, administrator }, { tokenId }) =>
        revokeToken(platform, administrator, { tokenId, reason: '泄露' }),
    ],
    [
      '制作人停用',
      ({ platform, administrator }, { maker }) =>
        blockPerson(platform, administrator, {
          personId: maker.personId,
          version: 1,
          reason: '离职',
        }),
    ],
    [
      '制作人不再是系统管理员',
      ({ platform, administrator }, { maker }) =>
        endAssignment(platform, administrator, {
          assignmentId: maker.assignmentId,
          version: 1,
          reason: '调岗',
        }),
    ],
  ]
  for (const [title, end] of ENDS) {
    it(`失效：${title}`, async () => {
      const maker = await addPerson(tree, 'administrator', tree.places.parent)
      const { token, id } = await make(maker.actor, 'read')
      assert.ok(await actorOfToken(tree.platform, token))
      granted((await end(tree, { tokenId: id, maker })) as Awaited<ReturnType<typeof revokeToken>>)
      assert.equal(await actorOfToken(tree.platform, token), null)
      const query = { authorityId: tree.places.parent }
      const listed = granted(await listTokens(tree.platform, tree.administrator, query))
      const isOver = listed.find((one) => one.id === id)?.endedScopes.length === 1
      assert.equal(isOver, title !== '作废')
    })
  }

  it('失效：过了最后一天；当天仍可使用', async () => {
    const { platform, administrator } = tree
    const request = { ...asked('read'), lastDay: TODAY }
    const { token } = granted(await makeToken(platform, administrator, request))
    const hoursLeft = 15
    assert.ok(await actorOfToken(later(platform, hoursLeft * 3600 - 1), token))
    assert.equal(await actorOfToken(later(platform, hoursLeft * 3600), token), null)
  })

  it('最后一天不能已经过去，也不能在一年以后', async () => {
    const { platform, administrator } = tree
    for (const lastDay of [YESTERDAY, '2027-01-07' as typeof TODAY]) {
      const refused = await makeToken(platform, administrator, { ...asked('read'), lastDay })
      assert.equal(codeOf(refused), 'token.day')
    }
  })
})

function collection({ places }: Tree) {
  return {
    ...{ authorityId: places.parent, reportYear: 2025, instructions: '', localDuties: [] },
    authorityIds: [places.own],
  }
}
