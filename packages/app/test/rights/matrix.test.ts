import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Result } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { ROLE_IDS, type Role } from '../../src/rights/roles.js'
import { addHolder, newTree, type Place, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { type Expectation, prepareAnew } from './expectation.js'
import { EXPECTATIONS } from './expectations/index.js'

const SRC = path.join(import.meta.dirname, '../../src')

/** A use case: an exported function of the platform and whoever asks. */
const USE_CASE =
  /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*(?:platform|\{[^}]*\}): Platform,\s*(?:actor|\{[^}]*\}): Actor\b(?! \|)/gm

/** The use cases by the folder in which they stand. */
const useCases = Object.groupBy(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(SRC, file), 'utf8')
      return [...text.matchAll(USE_CASE)].map(([, name]) => ({ name, folder: file.split('/')[0] }))
    }),
  ({ folder }) => folder ?? '',
)

describe('每项业务都写明了谁可以办理', () => {
  const expected = EXPECTATIONS.map(({ useCase }) => useCase)

  for (const [folder, found = []] of Object.entries(useCases)) {
    it(folder, () => {
      const missing = found.map(({ name }) => name).filter((name) => !expected.includes(name ?? ''))
      assert.deepEqual(missing, [])
    })
  }

  it('once, and nothing that is not there', () => {
    const names = Object.values(useCases).flatMap((found = []) => found.map(({ name }) => name))
    assert.ok(names.includes('invitePerson') && names.includes('changePassword'))
    assert.deepEqual(expected, [...new Set(expected)])
    assert.deepEqual(
      expected.filter((name) => !names.includes(name)),
      [],
    )
  })
})

/** Where who tries holds a role. */
const PLACES: readonly Place[] = ['own', 'sibling', 'parent', 'foreign']

/** A role and where it is held. */
type Post = { readonly place: Place; readonly role: Role }

/**
 * How many of those who may try: on the server that came along all, on one's own the first. What tells them apart is the same program, and the
 * policies are proved on both (policies.test.ts).
 */
const TRIED = [Number.POSITIVE_INFINITY, 1] as const

/** What uses nothing up. */
const READS = /^(?:read|list|count|get|search|preview)[A-Z]/

// The servers do not know of each other: both are tried at the same time.
describe('职责与权限', { concurrency: SERVERS.length }, () => {
  for (const [index, server] of SERVERS.entries()) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let tree: Tree
      before(async () => {
        tree = await newTree(server)
      })
      after(() => tree.close())

      for (const expectation of EXPECTATIONS) {
        it(expectation.useCase, async () => {
          const posts = postsOf(expectation)
          const all = posts.filter((post) => isAllowed(expectation, post))
          const may = all.slice(0, TRIED[index]).map((post) => [post])
          // What else one holds takes nothing away (`allowAt`): who holds all that does not suffice is refused, so each of it is.
          const mayNot = posts.filter((post) => !isAllowed(expectation, post))
          const holders = [mayNot, ...may].filter(({ length }) => length > 0)
          const found: (readonly Post[])[] = []
          for (const held of holders) {
            const actor = await actorOf(tree, expectation, held)
            if (!isDone(await expectation.attempt(tree, actor))) continue
            found.push(held)
            if (!READS.test(expectation.useCase)) prepareAnew(tree)
          }
          assert.deepEqual(found, may)
        })
      }
    })
  }
})

const actors = new WeakMap<Tree, Map<string, Actor>>()

/** Who holds all of these. One's own affair uses a person up; otherwise one serves all use cases. */
async function actorOf(tree: Tree, { may }: Expectation, held: readonly Post[]): Promise<Actor> {
  const kept = actors.get(tree) ?? new Map<string, Actor>()
  actors.set(tree, kept)
  const key = JSON.stringify(held)
  const found = may === 'self' ? undefined : kept.get(key)
  if (found) return found
  const posts = held.map(({ place, role }) => ({ role, authorityId: tree.places[place] }))
  const { actor } = await addHolder(tree, posts)
  kept.set(key, actor)
  return actor
}

/** Every role in every place; of those who do their own affair, who may the most and who may the least. */
function postsOf({ may }: Expectation): readonly Post[] {
  if (may === 'self')
    return (['administrator', 'auditor'] as const).map((role) => ({ place: 'own', role }))
  return PLACES.flatMap((place) => ROLE_IDS.map((role) => ({ place, role })))
}

function isAllowed({ may }: Expectation, { place, role }: Post): boolean {
  return may === 'self' || (may[place] ?? []).includes(role)
}

/** Whether it was done. What is refused for another reason than a missing right proves nothing. */
function isDone(result: Result<unknown>): boolean {
  if (!result.ok) assert.equal(result.refusal.code, 'right.missing', result.refusal.message)
  return result.ok
}
