/** So many years back a year may still be opened. */
const BACK = 5

/** The report years that may be opened, the newest first. */
export function openableYears(thisYear: number): readonly number[] {
  return Array.from({ length: BACK + 1 }, (_, back) => thisYear - back)
}

/** The year most likely meant: the one just over, else the current one, else the newest before them that is not opened yet. */
export function nextYear(thisYear: number, opened: readonly number[]): number {
  const years = [thisYear - 1, ...openableYears(thisYear)]
  return years.find((year) => !opened.includes(year)) ?? thisYear - 1
}
