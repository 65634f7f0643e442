import type { Result } from '@gongkai/law'
import { addPasskey, startPasskey } from '../../../src/passkeys/add-passkey.js'
import { listPasskeys, removePasskey } from '../../../src/passkeys/own-passkeys.js'
import { relyingPartyOf } from '../../../src/passkeys/relying-party.js'
import { PASSWORD } from '../../people/signed-in.js'
import type { Expectation } from '../expectation.js'
import { expects, withPassword } from './sessions.js'

const PARTY = relyingPartyOf('https://xxgk.example.org')

const NOTHING = { id: '', rawId: '', type: 'public-key', clientExtensionResults: {} } as const

/** Expected: every one of these is about the own passkeys, and finds nothing of anybody else. */
export const PASSKEYS: readonly Expectation[] = [
  {
    useCase: 'startPasskey',
    may: 'self',
    async attempt(tree, actor) {
      await withPassword(tree, actor)
      return startPasskey(tree.platform, actor, { password: PASSWORD }, PARTY)
    },
  },
  {
    useCase: 'addPasskey',
    may: 'self',
    async attempt({ platform }, actor): Promise<Result<unknown>> {
      const response = { ...NOTHING, response: { clientDataJSON: '', attestationObject: '' } }
      const added = await addPasskey(platform, actor, { name: '电脑', response }, PARTY)
      return expects('passkey.unusable', added)
    },
  },
  {
    useCase: 'listPasskeys',
    may: 'self',
    attempt: ({ platform }, actor) => listPasskeys(platform, actor),
  },
  {
    useCase: 'removePasskey',
    may: 'self',
    attempt: async ({ platform, founded }, actor) =>
      expects(
        'passkey.not-found',
        await removePasskey(platform, actor, { passkeyId: founded.personId }),
      ),
  },
]
