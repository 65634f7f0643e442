import assert from 'node:assert/strict'
import { findRelated, readRelated } from '../../../src/requests/related/find-related.js'
import {
  listSearches,
  recordSearch,
  strikeSearch,
} from '../../../src/requests/searches/record-search.js'
import type { Tree } from '../../people/tree.js'
import { APPLICANT } from '../../requests/given.js'
import { SEARCHED } from '../../requests/given-letters.js'
import { type Expectation, prepared } from '../expectation.js'
import { DESK, given, officer } from './requests.js'

const search = (tree: Tree) =>
  prepared(tree, 'search', async () => {
    const { id: requestId } = await given(tree)
    const command = { requestId, ...SEARCHED }
    const made = await recordSearch(tree.platform, await officer(tree), command)
    assert.ok(made.ok)
    return { requestId, searchId: made.value.id }
  })

export const REQUEST_SEARCHES: readonly Expectation[] = [
  {
    useCase: 'recordSearch',
    may: DESK,
    attempt: async (tree, actor) =>
      recordSearch(tree.platform, actor, { requestId: (await given(tree)).id, ...SEARCHED }),
  },
  {
    useCase: 'strikeSearch',
    may: DESK,
    attempt: async (tree, actor) =>
      strikeSearch(tree.platform, actor, { ...(await search(tree)), reason: '登记有误' }),
  },
  {
    useCase: 'listSearches',
    may: { own: ['disclosureOfficer', 'secrecyReviewer', 'disclosureHead', 'leader'] },
    attempt: async (tree, actor) => listSearches(tree.platform, actor, (await given(tree)).id),
  },
  {
    useCase: 'findRelated',
    may: DESK,
    attempt: ({ platform, places }, actor) =>
      findRelated(platform, actor, {
        ...{ authorityId: places.own, people: [APPLICANT] },
        wanted: { wanted: '道路养护合同', title: null, number: null },
      }),
  },
  {
    useCase: 'readRelated',
    may: DESK,
    attempt: async (tree, actor) => readRelated(tree.platform, actor, (await given(tree)).id),
  },
]
