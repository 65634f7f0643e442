import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../../../src/context.js'
import { fileRequest } from '../../../src/requests/filing/file-request.js'
import { listFilings, readFiling } from '../../../src/requests/filing/read-filings.js'
import { readLetterFile } from '../../../src/requests/letters/read-letter-file.js'
import { addMaterials } from '../../../src/requests/materials/add-materials.js'
import {
  checkRedaction,
  decideMaterial,
  makeRedaction,
  saveMarks,
} from '../../../src/requests/materials/change-material.js'
import type { MaterialRef } from '../../../src/requests/materials/material.js'
import {
  listMaterials,
  openMaterialFile,
  readMaterial,
} from '../../../src/requests/materials/read-materials.js'
import { keepMaterial } from '../../../src/requests/request-files.js'
import { addPerson, type Tree } from '../../people/tree.js'
import { registered } from '../../requests/given.js'
import { done } from '../../requests/given-letters.js'
import { type Expectation, prepared } from '../expectation.js'

const DESK: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }
const READERS: Expectation['may'] = {
  own: ['disclosureOfficer', 'secrecyReviewer', 'disclosureHead', 'leader'],
}

const MARKS = {
  boxes: [{ page: 1, x: 0, y: 0, w: 0.5, h: 0.5, ground: 'thirdPartyRights', note: '' }],
  passages: [],
} as const

const kept = new Map<string, Buffer>()
const FILES = {
  inspect: async () => {},
  get: async (digest: string) => kept.get(digest) ?? null,
  async put(bytes: Uint8Array) {
    const digest = createHash('sha256').update(bytes).digest('hex')
    kept.set(digest, Buffer.from(bytes))
    return digest
  },
}

/** A request of `own` with a document, as whoever handles it has it. */
const given = (tree: Tree, key: string) =>
  prepared(tree, key, async () => {
    const { actor } = await addPerson(tree, 'disclosureOfficer', tree.places.own)
    const { request } = await registered(tree.platform, actor, tree.places.own)
    const bytes = Buffer.from('%PDF-1.7')
    const file = done(
      await keepMaterial(tree.platform, FILES, {
        ...{ name: 'x.pdf', bytes, actor, requestId: request.id },
      }),
    )
    done(await addMaterials(tree.platform, actor, { requestId: request.id, files: [file] }))
    const ref = { requestId: request.id, materialId: file.id, version: 1 }
    return { actor, ref, request }
  })

const marked = (tree: Tree, key: string) =>
  prepared(tree, `${key} with marks`, async () => {
    const { actor, ref } = await given(tree, key)
    const { version } = done(await saveMarks(tree.platform, actor, { ...ref, marks: MARKS }))
    return { ...ref, version }
  })

type Attempt = (tree: Tree, actor: Actor, ref: MaterialRef) => ReturnType<Expectation['attempt']>

const on = (useCase: string, may: Expectation['may'], attempt: Attempt): Expectation => ({
  ...{ useCase, may },
  attempt: async (tree, actor) => attempt(tree, actor, (await given(tree, useCase)).ref),
})

/** What is refused to who may for another reason than the right is done as far as the right goes. */
const orElse = (code: string, attempted: Awaited<ReturnType<Expectation['attempt']>>) =>
  !attempted.ok && attempted.refusal.code === code
    ? ({ ok: true, value: null } as const)
    : attempted

export const MATERIALS: readonly Expectation[] = [
  on('addMaterials', DESK, async ({ platform }, actor, { requestId }) => {
    const file = {
      ...{ id: randomUUID(), name: 'y.pdf', mediaType: 'application/pdf', bytes: 8 },
      sha256: '0'.repeat(64),
    }
    return addMaterials(platform, actor, { requestId, files: [file] })
  }),
  on('listMaterials', READERS, ({ platform }, actor, { requestId }) =>
    listMaterials(platform, actor, requestId),
  ),
  on('readMaterial', DESK, ({ platform }, actor, ref) => readMaterial(platform, actor, ref)),
  on('openMaterialFile', DESK, ({ platform }, actor, ref) =>
    openMaterialFile(platform, actor, { ...ref, which: 'original', isShown: false }, FILES),
  ),
  on('saveMarks', DESK, ({ platform }, actor, ref) =>
    saveMarks(platform, actor, { ...ref, marks: MARKS }),
  ),
  on('decideMaterial', DESK, ({ platform }, actor, ref) =>
    decideMaterial(platform, actor, { ...ref, decision: 'whole' }),
  ),
  {
    ...{ useCase: 'makeRedaction', may: DESK },
    attempt: async (tree, actor) =>
      makeRedaction(tree.platform, actor, await marked(tree, 'makeRedaction')),
  },
  on('checkRedaction', DESK, async ({ platform }, actor, ref) =>
    orElse('material.wrong-state', await checkRedaction(platform, actor, { ...ref, seen: 0 })),
  ),
  on('readLetterFile', READERS, async ({ platform }, actor, { requestId }) => {
    const which = { requestId, letterId: requestId, fileId: requestId }
    return orElse('letter.not-found', await readLetterFile(platform, actor, which, FILES))
  }),
  {
    ...{ useCase: 'fileRequest', may: DESK },
    attempt: async (tree, actor) => {
      const { request } = await given(tree, 'fileRequest')
      const ref = { requestId: request.id, version: request.version }
      return orElse('filing.not-closed', await fileRequest(tree.platform, actor, ref))
    },
  },
  on('listFilings', DESK, ({ platform }, actor, { requestId }) =>
    listFilings(platform, actor, requestId),
  ),
  on('readFiling', DESK, async ({ platform }, actor, { requestId }) => {
    const wanted = { requestId, no: 1, which: 'printed' } as const
    return orElse('filing.not-found', await readFiling(platform, actor, wanted, FILES))
  }),
]
