import type { RequestMaterial } from '@gongkai/web'
import type { Versioned } from '../../form/action-form.js'
import { MATERIAL_STATES } from '../../words/material-words.js'

/** A document under the version that was on the screen; where somebody was faster, what `doing` says stands beside what came of it. */
export function versionedMaterial(version: number, doing: string, onTheirs: () => void): Versioned {
  return {
    version,
    onTheirs,
    async compare({ message, present }) {
      // The API tells the document as it stands now with `material.changed`.
      const now = present as RequestMaterial | undefined
      if (!now) return null
      const row = { label: '办理', mine: doing, theirs: MATERIAL_STATES[now.state] }
      return { message, version: now.version, rows: [row] }
    },
  }
}
