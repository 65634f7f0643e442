import type { RequestLetter } from '@gongkai/web'
import type { Versioned } from '../../form/action-form.js'
import { LETTER_STATES } from '../../words/letter-words.js'

/** A letter under the version that was on the screen; where somebody was faster, what `doing` says stands beside what came of it. */
export function versionedLetter(
  { version }: RequestLetter,
  doing: string,
  onTheirs: () => void,
): Versioned {
  return {
    version,
    onTheirs,
    async compare({ message, present }) {
      // The API tells the letter as it stands now with `letter.changed`.
      const now = present as RequestLetter | undefined
      if (!now) return null
      const row = { label: '办理', mine: doing, theirs: LETTER_STATES[now.state] }
      return { message, version: now.version, rows: [row] }
    },
  }
}
