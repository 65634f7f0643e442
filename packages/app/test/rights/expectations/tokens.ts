import assert from 'node:assert/strict'
import { listTokens } from '../../../src/tokens/list-tokens.js'
import { makeToken } from '../../../src/tokens/make-token.js'
import { revokeToken } from '../../../src/tokens/revoke-token.js'
import { TODAY } from '../../people/days.js'
import type { Tree } from '../../people/tree.js'
import { type Expectation, hereAndAbove } from '../expectation.js'

const asked = ({ places }: Tree) => ({
  authorityId: places.own,
  name: '门户网站',
  scopes: ['read'] as const,
  lastDay: TODAY,
  reason: '对接门户网站',
})

export const TOKENS: readonly Expectation[] = [
  {
    useCase: 'makeToken',
    may: hereAndAbove('administrator'),
    attempt: (tree, actor) => makeToken(tree.platform, actor, asked(tree)),
  },
  {
    useCase: 'listTokens',
    may: hereAndAbove('administrator', 'auditor'),
    attempt: ({ platform, places }, actor) =>
      listTokens(platform, actor, { authorityId: places.own }),
  },
  {
    useCase: 'revokeToken',
    may: hereAndAbove('administrator'),
    async attempt(tree, actor) {
      const made = await makeToken(tree.platform, tree.administrator, asked(tree))
      assert.ok(made.ok)
      return revokeToken(tree.platform, actor, { tokenId: made.value.id, reason: '不再使用' })
    },
  },
]
