import type { LetterDraft, LetterView, RequestLetter } from '@gongkai/web'
import { call } from '../../api/call.js'

/** What a letter is drafted as now: it is sent whole, with what is changed of it. */
export function draftOf({ letter, details, rewordings, waivers }: LetterView): LetterDraft {
  return {
    drafted: letter.decides ? 'decision' : letter.kind,
    // As it was told by the API, which checked it when it was sent.
    details: details as LetterDraft['details'],
    ...{ rewordings: [...rewordings], waivers: [...waivers] },
  } as LetterDraft
}

/** Sends a letter in other words, or with a finding explained. */
export function changeDraft({ letter }: LetterView, draft: LetterDraft, version: number) {
  const path = `/requests/${letter.requestId}/letters/${letter.id}`
  return call<RequestLetter>('PATCH', path, { body: draft, version })
}
