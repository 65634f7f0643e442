import type { RequestLetter } from '@gongkai/web'
import type { Versioned } from '../../form/action-form.js'
import { versioned } from '../../form/versioned.js'
import { LETTER_STATES } from '../../words/letter-words.js'

/** A letter under the version that was on the screen; where somebody was faster, what `doing` says stands beside what came of it. */
export function versionedLetter(
  { version }: RequestLetter,
  doing: string,
  onTheirs: () => void,
): Versioned {
  return versioned<RequestLetter>(version, doing, onTheirs, ({ state }) => LETTER_STATES[state])
}
