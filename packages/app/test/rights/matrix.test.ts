import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Result } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { ROLE_IDS, type Role } from '../../src/rights/roles.js'
import { addPerson, newTree, type Place, type Tree } from '../people/tree.js'
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
 * Who tries. On the server that came along, everybody; on one's own, of a use case the first who may and the first who may not: what tells them
 * apart is the same program, and the policies are proved on both (policies.test.ts).
 */
const TRIED: readonly ((expectation: Expectation) => readonly Post[])[] = [
  (expectation) => postsOf(expectation, PLACES),
  (expectation) => {
    const posts = postsOf(expectation, ['own'])
    const firsts = [true, false].map((may) =>
      posts.find((post) => isAllowed(expectation, post) === may),
    )
    return firsts.filter((post) => post !== undefined)
  },
]

// The servers do not know of each other: both are tried at the same time.
describe('职责与权限', { concurrency: SERVERS.length }, () => {
  for (const [index, server] of SERVERS.entries()) {
    const tried = TRIED[index] ?? (() => [])
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let tree: Tree
      before(async () => {
        tree = await newTree(server)
      })
      after(() => tree.close())

      for (const expectation of EXPECTATIONS) {
        it(expectation.useCase, async () => {
          const posts = tried(expectation)
          const found: Post[] = []
          for (const post of posts) {
            const actor = await actorOf(tree, expectation, post)
            if (!isDone(await expectation.attempt(tree, actor))) continue
            found.push(post)
            prepareAnew(tree)
          }
          prepareAnew(tree)
          const expected = posts.filter((post) => isAllowed(expectation, post))
          assert.deepEqual(found, expected)
        })
      }
    })
  }
})

const actors = new WeakMap<Tree, Map<string, Actor>>()

/** One's own affair uses a person up; otherwise one of a kind serves all use cases. */
async function actorOf(tree: Tree, { may }: Expectation, { place, role }: Post): Promise<Actor> {
  const kept = actors.get(tree) ?? new Map<string, Actor>()
  actors.set(tree, kept)
  const key = `${place} ${role}`
  const found = may === 'self' ? undefined : kept.get(key)
  const actor = found ?? (await addPerson(tree, role, tree.places[place])).actor
  if (may !== 'self') kept.set(key, actor)
  return actor
}

/** Every role in every place; where one's own affair is done makes no difference. */
function postsOf({ may }: Expectation, places: readonly Place[]): readonly Post[] {
  return (may === 'self' ? (['own'] as const) : places).flatMap((place) =>
    ROLE_IDS.map((role) => ({ place, role })),
  )
}

function isAllowed({ may }: Expectation, { place, role }: Post): boolean {
  return may === 'self' || (may[place] ?? []).includes(role)
}

/** Whether it was done. What is refused for another reason than a missing right proves nothing. */
function isDone(result: Result<unknown>): boolean {
  if (!result.ok) assert.equal(result.refusal.code, 'right.missing', result.refusal.message)
  return result.ok
}
