import type { ProofreadInput, TextPart } from '../input.js'

/** The parts with full-width digits and letters as half-width ones, character for character, so that positions stay. */
export function halfWidthParts({ parts }: ProofreadInput): readonly TextPart[] {
  return parts.map((part) => ({ ...part, text: part.text.replace(/[０-９Ｘｘ]/g, halfWidth) }))
}

function halfWidth(one: string): string {
  return String.fromCharCode(one.charCodeAt(0) - 0xfee0)
}

/** `440601200001011234` as `4406**********1234`; separators fall away. */
export function masked(number: string): string {
  const plain = number.replace(/[\s-]/g, '')
  const [head, tail] = plain.length <= 11 ? [3, 4] : [4, 4]
  return plain.slice(0, head) + '*'.repeat(plain.length - head - tail) + plain.slice(-tail)
}
