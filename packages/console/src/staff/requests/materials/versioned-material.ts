import type { RequestMaterial } from '@gongkai/web'
import type { Versioned } from '../../form/action-form.js'
import { versioned } from '../../form/versioned.js'
import { MATERIAL_STATES } from '../../words/material-words.js'

/** A document under the version that was on the screen; where somebody was faster, what `doing` says stands beside what came of it. */
export function versionedMaterial(version: number, doing: string, onTheirs: () => void): Versioned {
  return versioned<RequestMaterial>(version, doing, onTheirs, ({ state }) => MATERIAL_STATES[state])
}
