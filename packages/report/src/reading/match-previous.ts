/** What tells whose report a file holds, and of which year. */
export type ReportKey = { readonly authority: string | null; readonly year: number | null }

/**
 * Last year's report of the same authority among `candidates`. Names may be long or short (嘉禾市财政局, 财政局;
 * 石桥街道办事处, 石桥街道); the same name goes before a longer or shorter one. Null where there is none, or where
 * several of different names fit equally.
 */
export function matchPrevious<T extends ReportKey>(
  { authority, year }: ReportKey,
  candidates: readonly T[],
): T | null {
  if (authority === null || year === null) return null
  const ofYear = candidates.filter((one) => one.year === year - 1)
  const same = ofYear.find((one) => one.authority === authority)
  if (same) return same
  const [first, ...others] = ofYear.filter((one) => isSameAuthority(authority, one.authority))
  return first && others.every((one) => one.authority === first.authority) ? first : null
}

/** Whether two names mean one authority: equal, or one the end of the other, with or without its office. */
export function isSameAuthority(a: string | null, b: string | null): boolean {
  if (!a || !b) return false
  const [one, other] = [shortName(a), shortName(b)]
  // A bare 人民政府 names nobody.
  return one !== '' && other !== '' && (one.endsWith(other) || other.endsWith(one))
}

// 石桥街道办事处 is 石桥街道, 云岭县人民政府 is 云岭县; the county's name before a bureau's is left alone.
function shortName(name: string): string {
  return name.replace(/\s/g, '').replace(/(?:办事处|人民政府)$/, '')
}
