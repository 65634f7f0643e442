import { citationText, cite, GROUNDS, type Ground, refuse, withholdsPart } from '@gongkai/law'
import type { Withheld } from './redaction.js'

/** Refuses the first ground on which no part of a document can be withheld; null where there is none. */
export function refuseGrounds(marks: readonly { readonly ground: Ground }[]) {
  const wrong = marks.find(({ ground }) => !withholdsPart(ground))
  if (!wrong) return null
  return refuse(
    'redact.ground',
    `“${GROUNDS[wrong.ground].title}”不能作为遮盖部分内容的依据。请改选不予公开的依据，或者“不属于政府信息”。`,
    cite('OGI-2019', 37),
  )
}

/** The line of the index for mark number `no`. */
export function withheldAs(
  no: number,
  where: string,
  { ground, note }: { readonly ground: Ground; readonly note: string },
): Withheld {
  const { title, basis } = GROUNDS[ground]
  return { no, where, ground, title, citation: citationText(basis), note }
}

/** The index as rows under its heading, for a sheet or a table of a letter. */
export function withheldRows(withheld: readonly Withheld[]): readonly (readonly string[])[] {
  return [
    ['序号', '位置', '不予公开的依据', '依据条款', '说明'],
    ...withheld.map(({ no, where, title, citation, note }) => [
      String(no),
      where,
      title,
      citation,
      note,
    ]),
  ]
}
