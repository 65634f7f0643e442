import { type ListLevel, type ListUse, type Numbering, openNumbering } from '../numerals/lists.js'
import type { NumeralStyle } from '../numerals/numerals.js'
import { type XmlElement, xmlAttribute, xmlChild, xmlChildren } from '../xml/parse.js'
import { isOn, type Styles, settingOf } from './styles.js'

// `w:numFmt` of ECMA-376 17.18.59, by the family it belongs to. Kinds that are not here print as digits.
const NUMBER_FORMATS: Readonly<Record<string, NumeralStyle | 'bullet'>> = {
  bullet: 'bullet',
  none: 'none',
  decimal: 'decimal',
  decimalZero: 'decimalZero',
  decimalFullWidth: 'fullWidth',
  decimalFullWidth2: 'fullWidth',
  decimalEnclosedCircle: 'circled',
  decimalEnclosedCircleChinese: 'circled',
  decimalEnclosedParen: 'parenthesised',
  decimalEnclosedFullstop: 'fullStop',
  upperRoman: 'upperRoman',
  lowerRoman: 'lowerRoman',
  upperLetter: 'upperLetter',
  lowerLetter: 'lowerLetter',
  chineseCounting: 'chinese',
  chineseCountingThousand: 'chinese',
  japaneseCounting: 'chinese',
  taiwaneseCounting: 'chinese',
  taiwaneseCountingThousand: 'chinese',
  koreanCounting: 'chinese',
  ideographDigital: 'chineseDigits',
  japaneseDigitalTenThousand: 'chineseDigits',
  taiwaneseDigital: 'chineseDigits',
  chineseLegalSimplified: 'chineseFormal',
  ideographLegalTraditional: 'chineseFormalTraditional',
  ideographTraditional: 'stems',
  ideographZodiac: 'branches',
}
/** The lists of the numbering part of a Word file; null stands for a file without lists. */
export function readNumbering(part: XmlElement | null, styles: Styles): Numbering {
  return openNumbering(readUses(part ?? undefined, styles))
}

function readUses(part: XmlElement | undefined, styles: Styles): Map<string, ListUse> {
  const abstracts = new Map(
    xmlChildren(part, 'abstractNum').map((one) => [xmlAttribute(one, 'abstractNumId') ?? '', one]),
  )
  const abstractOf = new Map(
    xmlChildren(part, 'num').map((num) => [
      xmlAttribute(num, 'numId') ?? '',
      settingOf(xmlChild(num, 'abstractNumId')) ?? '',
    ]),
  )
  const uses = new Map<string, ListUse>()
  for (const num of xmlChildren(part, 'num')) {
    const numId = xmlAttribute(num, 'numId') ?? ''
    const id = followLink(abstractOf.get(numId) ?? '', abstracts, abstractOf, styles)
    uses.set(numId, readUse(num, id, abstracts.get(id)))
  }
  return uses
}

/** A list that only points to a list style (`numStyleLink`) is the list that the style uses. */
function followLink(
  id: string,
  abstracts: ReadonlyMap<string, XmlElement>,
  abstractOf: ReadonlyMap<string, string>,
  styles: Styles,
): string {
  const link = settingOf(xmlChild(abstracts.get(id), 'numStyleLink'))
  const linked = link === undefined ? undefined : styles.get(link)?.numbering?.numId
  return (linked !== undefined && abstractOf.get(linked)) || id
}

function readUse(num: XmlElement, id: string, abstract: XmlElement | undefined): ListUse {
  const levels = new Map(xmlChildren(abstract, 'lvl').map(readLevel))
  const startsAnew = new Map<number, number>()
  let isOwn = false
  for (const override of xmlChildren(num, 'lvlOverride')) {
    const index = Number(xmlAttribute(override, 'ilvl') ?? 0)
    const start = settingOf(xmlChild(override, 'startOverride'))
    if (start !== undefined) startsAnew.set(index, Number(start))
    const level = xmlChild(override, 'lvl')
    if (level) levels.set(...readLevel(level))
    isOwn ||= level !== undefined
  }
  const ownId = isOwn ? `${id}/${xmlAttribute(num, 'numId')}` : id
  return { list: ownId, levels, startsAnew }
}

function readLevel(element: XmlElement): [number, ListLevel] {
  const restart = settingOf(xmlChild(element, 'lvlRestart'))
  const level: ListLevel = {
    start: Number(settingOf(xmlChild(element, 'start')) ?? 1),
    style: NUMBER_FORMATS[settingOf(xmlChild(element, 'numFmt')) ?? 'decimal'] ?? 'decimal',
    text: settingOf(xmlChild(element, 'lvlText')) ?? '',
    suffix: settingOf(xmlChild(element, 'suff')) === 'space' ? ' ' : '',
    isLegal: isOn(xmlChild(element, 'isLgl')) ?? false,
    restartAfter: restart === undefined ? null : Number(restart),
    paragraphStyle: settingOf(xmlChild(element, 'pStyle')),
  }
  return [Number(xmlAttribute(element, 'ilvl') ?? 0), level]
}
