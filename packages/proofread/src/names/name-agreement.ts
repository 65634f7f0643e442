import type { ProofreadInput, TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { soundsAlike } from '../words/sound.js'
import { bare, parseAuthority, titleName } from './authority-name.js'
import { domainOf } from './domains.js'

/** Whether title and signature name the authority alike, and by its full name. */
export function nameAgreement({ parts, authority }: ProofreadInput): Draft[] {
  const title = parts.find(({ part }) => part === 'title')
  const signature = parts.find(({ part }) => part === 'signature')
  const titled = title ? titleName(title.text) : null
  const signed = signature ? signedName(signature.text) : null
  return [
    ...(signature && signed && (titled ?? authority)
      ? signatureAgainst(signature, signed, titled ?? authority ?? '', authority)
      : []),
    ...(title && titled ? informalTitle(title, titled, parts, authority) : []),
  ]
}

// Endings of a body's or a government's name; anything else on a signature line is not a name.
const BODY = /(?:局|委员会|委|办公室|办|厅|政府|街道|办事处|镇|乡|区|县|市|中心|院|站|队|处|社|馆)$/

/** The first line of the signature that names a body, as printed. */
function signedName(signature: string): string | null {
  const lines = signature.split('\n').map((line) => line.trim())
  return lines.find((line) => BODY.test(bare(line))) ?? null
}

function signatureAgainst(
  part: TextPart,
  signed: string,
  titled: string,
  authority: string | null,
): Draft[] {
  const [ours, theirs] = [bare(signed), bare(titled)]
  const start = part.text.indexOf(signed)
  if (isOfficeOf(ours, theirs)) {
    const message = `落款“${ours}”是办公机构，标题中的机关为“${theirs}”，年度报告宜由本机关署名，请核对。`
    return [draftAt(part, [start, start + signed.length], { severity: 'note', message })]
  }
  if (isSameBody(ours, theirs)) return []
  const isShortForm = isWithin(ours, theirs) || isWithin(theirs, ours)
  const isOtherBody = differsInDomain(ours, theirs)
  const fuller = fullName(ours.length > theirs.length ? ours : theirs, authority)
  return [
    draftAt(part, [start, start + signed.length], {
      severity: isShortForm ? 'note' : isOtherBody ? 'error' : 'warning',
      message: isShortForm
        ? `落款“${ours}”与标题中的“${theirs}”繁简不一，宜统一使用全称“${fuller}”。`
        : `落款“${ours}”与标题中的“${theirs}”不一致，请核对机关名称。`,
    }),
  ]
}

/** The authority's name where it is `name` with the places above it: 云岭县石桥街道办事处 for 石桥街道办事处. */
function fullName(name: string, authority: string | null): string {
  const known = bare(authority ?? '')
  return known.endsWith(name) ? known : name
}

const OFFICE = /办公[室厅]$/

/** Whether the signature is that of the office of the body in the title: 青溪区人民政府办公室. */
function isOfficeOf(signed: string, titled: string): boolean {
  if (!OFFICE.test(signed) || OFFICE.test(titled)) return false
  return isWithin(signed.replace(OFFICE, ''), titled)
}

/** Equal names, a same-sound slip (`name-variants.ts` tells it), and the government whose office made the report. */
function isSameBody(one: string, other: string): boolean {
  return one === other.replace(OFFICE, '') || one === other || soundsAlike(one, other)
}

/** Whether `short` is made of characters of `full` in their order, as short forms are: 住建局, 住房和城乡建设局. */
function isWithin(short: string, full: string): boolean {
  let at = 0
  for (const character of full) if (character === short.charAt(at)) at += 1
  return at === short.length
}

function differsInDomain(one: string, other: string): boolean {
  const [ours, theirs] = [domainOf(parseAuthority(one).body), domainOf(parseAuthority(other).body)]
  return ours !== null && theirs !== null && ours !== theirs
}

/** A title that names the place alone while the text or the signature names the body: 石桥街道, 石桥街道办事处. */
function informalTitle(
  title: TextPart,
  titled: string,
  parts: readonly TextPart[],
  authority: string | null,
): Draft[] {
  const { body, places } = parseAuthority(titled)
  const place = places.at(-1)
  if (body !== '' || !place) return []
  const full = ['办事处', '人民政府']
    .map((ending) => place.stem + place.suffix + ending)
    .find((name) => parts.some(({ text }) => bare(text).includes(name)))
  if (!full) return []
  const start = title.text.search(/\S/)
  const end = endOfBare(title.text, titled)
  return [
    draftAt(title, [start, end], {
      severity: 'note',
      message: `标题中的机关名称“${titled}”不是全称，文中另称“${fullName(full, authority)}”，标题宜使用全称。`,
    }),
  ]
}

/** Where the first characters of `text` that make `name`, blanks aside, end. */
function endOfBare(text: string, name: string): number {
  let at = 0
  for (let met = 0; met < name.length && at < text.length; at++) {
    if (text.charAt(at) === name.charAt(met)) met += 1
  }
  return at
}
