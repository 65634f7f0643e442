import { randomUUID } from 'node:crypto'
import { type Result, refuse } from '@gongkai/law'
import { addAuthority } from '../../../src/authorities/add-authority.js'
import type { Authority } from '../../../src/authorities/authority.js'
import { changeAuthority } from '../../../src/authorities/change-authority.js'
import { changeRegion } from '../../../src/authorities/change-region.js'
import { dissolveAuthority } from '../../../src/authorities/dissolve-authority.js'
import { importAuthorities } from '../../../src/authorities/import/import-authorities.js'
import { previewImport } from '../../../src/authorities/import/preview-import.js'
import { mergeAuthorities } from '../../../src/authorities/merge-authorities.js'
import { moveAuthority } from '../../../src/authorities/move-authority.js'
import { renameAuthority } from '../../../src/authorities/rename-authority.js'
import { splitAuthority } from '../../../src/authorities/split-authority.js'
import { ROLE_IDS } from '../../../src/rights/roles.js'
import { TODAY } from '../../people/days.js'
import type { Tree } from '../../people/tree.js'
import { type Expectation, hereAndAbove } from '../expectation.js'

const ADMINISTRATORS = hereAndAbove('administrator')
const WHEN = { happenedOn: TODAY, reason: '机构改革方案' }

const fresh = (parentId: string) => {
  const details = { name: `新设站${randomUUID()}`, kind: 'fieldOffice', level: 'township' } as const
  return { parentId, details }
}

/** An office below `parentId`, as it stands after it was added. */
async function office(tree: Tree, parentId = tree.places.own): Promise<Authority> {
  const added = await addAuthority(tree.platform, tree.administrator, fresh(parentId))
  if (!added.ok) throw new Error(added.refusal.message)
  return added.value
}

const refTo = ({ id, version }: Authority) => ({ authorityId: id, version })

/** A list with one new office in it. */
const list = () => {
  const heads = ['机关名称', '上级机关', '类型', '层级']
  const cells = [`新设站${randomUUID()}`, '石桥街道办事处', '派出机构', '乡级']
  return [heads, cells].map((texts, index) => ({ number: index + 1, cells: texts }))
}

export const AUTHORITIES: readonly Expectation[] = [
  {
    useCase: 'addAuthority',
    may: ADMINISTRATORS,
    attempt: ({ platform, places }, actor) => addAuthority(platform, actor, fresh(places.own)),
  },
  {
    useCase: 'changeAuthority',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const command = { ...refTo(await office(tree)), details: { phone: '0000-0000000' } }
      return changeAuthority(tree.platform, actor, command)
    },
  },
  {
    useCase: 'renameAuthority',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const names = { name: `更名站${randomUUID()}`, shortName: null }
      return renameAuthority(tree.platform, actor, {
        ...refTo(await office(tree)),
        ...WHEN,
        ...names,
      })
    },
  },
  {
    useCase: 'moveAuthority',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const [moved, parent] = [await office(tree), await office(tree)]
      const command = { ...refTo(moved), ...WHEN, parentId: parent.id }
      return moveAuthority(tree.platform, actor, command)
    },
  },
  {
    useCase: 'mergeAuthorities',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const [one, into] = [await office(tree), await office(tree)]
      const successor = { kind: 'existing', ...refTo(into) } as const
      const command = { ...WHEN, authorities: [refTo(one)], into: successor }
      return mergeAuthorities(tree.platform, actor, command)
    },
  },
  {
    useCase: 'splitAuthority',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const part = { kind: 'new', ...fresh(tree.places.own) } as const
      const command = { ...refTo(await office(tree)), ...WHEN, continues: true, into: [part] }
      return splitAuthority(tree.platform, actor, command)
    },
  },
  {
    // Only at the root of the region.
    useCase: 'changeRegion',
    may: {},
    attempt: ({ platform }, actor) =>
      changeRegion(platform, actor, {
        name: '云岭市',
        regionCode: null,
        version: 1,
        reason: '改设',
      }),
  },
  {
    useCase: 'dissolveAuthority',
    may: ADMINISTRATORS,
    async attempt(tree, actor) {
      const command = { ...refTo(await office(tree)), ...WHEN, dutiesTo: tree.places.own }
      return dissolveAuthority(tree.platform, actor, command)
    },
  },
  {
    // The register is public; what the list may not do stands in its rows.
    useCase: 'previewImport',
    may: { own: ROLE_IDS, sibling: ROLE_IDS, parent: ROLE_IDS, foreign: ROLE_IDS },
    attempt: ({ platform }, actor) => previewImport(platform, actor, list()),
  },
  {
    useCase: 'importAuthorities',
    may: ADMINISTRATORS,
    async attempt({ platform }, actor) {
      const input = list()
      const preview = await previewImport(platform, actor, input)
      if (!preview.ok) return preview
      const command = { input, digest: preview.value.digest }
      return forWantOfRight(await importAuthorities(platform, actor, command))
    },
  },
]

/** The list is correct but for the right. */
function forWantOfRight(result: Result<unknown>): Result<unknown> {
  return !result.ok && result.refusal.code === 'import.wrong-rows'
    ? refuse('right.missing', result.refusal.message)
    : result
}
