/** Characters `start` to `end` of a text, withheld by mark `no`. */
export type Stretch = { readonly no: number; readonly start: number; readonly end: number }

/** As long as this whatever it stands for: the length of a name says something of it. */
const BLACK = '████'

/** The text with each stretch replaced by ████ and its number, `████〔1〕`; stretches that overlap become one, `████〔1、2〕`. */
export function blackOut(text: string, stretches: readonly Stretch[]): string {
  let open = ''
  let at = 0
  for (const { nos, start, end } of joined(stretches)) {
    open += `${text.slice(at, start)}${BLACK}〔${nos.join('、')}〕`
    at = end
  }
  return open + text.slice(at)
}

/** The text without what is withheld, each stretch a line end: what a check of the open text is given. */
export function openParts(text: string, stretches: readonly Stretch[]): string {
  let open = ''
  let at = 0
  for (const { start, end } of joined(stretches)) {
    open += `${text.slice(at, start)}\n`
    at = end
  }
  return open + text.slice(at)
}

function joined(stretches: readonly Stretch[]) {
  const runs: { readonly nos: number[]; readonly start: number; end: number }[] = []
  for (const { no, start, end } of stretches.toSorted((a, b) => a.start - b.start || a.no - b.no)) {
    const last = runs.at(-1)
    if (last && start < last.end) {
      last.nos.push(no)
      last.end = Math.max(last.end, end)
    } else runs.push({ nos: [no], start, end })
  }
  return runs
}
