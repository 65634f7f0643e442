import { DOMAINS } from '../lists/domains.js'

/** The department that a body's name tells, null for governments and bodies of no known field. */
export function domainOf(body: string): string | null {
  return domainsOf(body)[0] ?? null
}

/** All departments that a body's name tells: 文化广电旅游体育局 has two, 人民政府 none though 民政 stands in it. */
export function domainsOf(body: string): string[] {
  const name = body.replace('人民政府', '')
  return DOMAINS.filter(({ names }) => names.some((one) => name.includes(one))).map(
    ({ key }) => key,
  )
}

const WORDS = DOMAINS.flatMap(({ key, words }) => words.map((word) => [word, key] as const))

/** The words for fields of work, the longest first, as an alternation. */
export const DOMAIN_WORDS = WORDS.map(([word]) => word)
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** The department that a word for a field belongs to. */
export function domainOfWord(word: string): string | null {
  return WORDS.find(([one]) => one === word)?.[1] ?? null
}
