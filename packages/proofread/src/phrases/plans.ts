import type { TextPart } from '../input.js'

/** Sections five and six speak of what is not yet done and of what is to come. */
export function speaksOfPlans({ part }: TextPart): boolean {
  return part === 'section/五' || part === 'section/六'
}
