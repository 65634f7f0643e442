import type { RequestFile } from '@gongkai/web'
import type { Versioned } from '../form/action-form.js'
import { versioned } from '../form/versioned.js'
import { dayText } from '../words/authority-words.js'
import { STAGES } from '../words/request-words.js'

/** A request under the version that was on the screen; where somebody was faster, what `doing` says stands beside what came of the request. */
export function versionedRequest(
  { version }: RequestFile,
  doing: string,
  onTheirs: () => void,
): Versioned {
  return versioned<RequestFile>(version, doing, onTheirs, standing)
}

function standing({ stage, dueOn }: RequestFile): string {
  return `${STAGES[stage]}${dueOn ? `，答复期限${dayText(dueOn)}` : ''}`
}
