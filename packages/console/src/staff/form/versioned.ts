import type { Versioned } from './action-form.js'

/** What is done under the version that was on the screen; where somebody was faster, what `doing` says stands beside how it stands now. */
export function versioned<T extends { readonly version: number }>(
  version: number,
  doing: string,
  onTheirs: () => void,
  standing: (now: T) => string,
): Versioned {
  return {
    version,
    onTheirs,
    async compare({ message, present }) {
      // The API tells what stands now with the refusal that it was changed.
      const now = present as T | undefined
      if (!now) return null
      const row = { label: '办理', mine: doing, theirs: standing(now) }
      return { message, version: now.version, rows: [row] }
    },
  }
}
