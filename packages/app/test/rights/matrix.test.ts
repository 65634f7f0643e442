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

/**
 * Where who tries holds a role. The server that came along is asked about every place; one's own only about the authority itself, because what tells
 * the places apart is the same program, and the policies are proved on both (policies.test.ts).
 */
const PLACES: readonly (readonly Place[])[] = [['own', 'sibling', 'parent', 'foreign'], ['own']]

// The servers do not know of each other: both are tried at the same time.
describe('职责与权限', { concurrency: SERVERS.length }, () => {
  for (const [index, server] of SERVERS.entries()) {
    const places = PLACES[index] ?? []
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let tree: Tree
      before(async () => {
        tree = await newTree(server)
      })
      after(() => tree.close())

      for (const expectation of EXPECTATIONS) {
        it(expectation.useCase, async () => {
          const found: string[] = []
          for (const place of placesOf(expectation, places)) {
            for (const role of ROLE_IDS) {
              const actor = await actorOf(tree, expectation, role, place)
              if (!isDone(await expectation.attempt(tree, actor))) continue
              found.push(`${place} ${role}`)
              prepareAnew(tree)
            }
          }
          prepareAnew(tree)
          assert.deepEqual(found, expectedOf(expectation, places))
        })
      }
    })
  }
})

const actors = new WeakMap<Tree, Map<string, Actor>>()

/** One's own affair uses a person up; otherwise one of a kind serves all use cases. */
async function actorOf(tree: Tree, { may }: Expectation, role: Role, place: Place): Promise<Actor> {
  const kept = actors.get(tree) ?? new Map<string, Actor>()
  actors.set(tree, kept)
  const key = `${place} ${role}`
  const found = may === 'self' ? undefined : kept.get(key)
  const actor = found ?? (await addPerson(tree, role, tree.places[place])).actor
  if (may !== 'self') kept.set(key, actor)
  return actor
}

/** Where one's own affair is done makes no difference. */
function placesOf({ may }: Expectation, places: readonly Place[]): readonly Place[] {
  return may === 'self' ? ['own'] : places
}

/** Whether it was done. What is refused for another reason than a missing right proves nothing. */
function isDone(result: Result<unknown>): boolean {
  if (!result.ok) assert.equal(result.refusal.code, 'right.missing', result.refusal.message)
  return result.ok
}

function expectedOf(expectation: Expectation, places: readonly Place[]): readonly string[] {
  const { may } = expectation
  return placesOf(expectation, places).flatMap((place) => {
    const roles = may === 'self' ? ROLE_IDS : (may[place] ?? [])
    return ROLE_IDS.filter((role) => roles.includes(role)).map((role) => `${place} ${role}`)
  })
}
