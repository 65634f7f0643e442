/** What an example of either package may say; what it does not say is left to a clean report. */
type Example = {
  readonly text?: string
  readonly parts?: readonly { readonly part: string; readonly text: string }[]
  readonly authority?: string | null
  readonly year?: number | null
  readonly facts?: readonly { readonly subject: string; readonly value: number }[]
  readonly form?: string
  readonly changes?: readonly Change[]
  readonly publishedOn?: string
  readonly previous?: Example | null
  readonly subordinates?: readonly Example[]
  readonly siblings?: readonly Example[]
}

type Change = {
  readonly cell?: readonly string[]
  readonly printed?: string | null
  readonly part?: string
  readonly text?: string | null
  readonly reading?: Readonly<Record<string, unknown>>
}

/** The example of a rule in one line of words: its text, or what is changed on a clean report, and what stands beside it. */
export function exampleText(example: unknown): string {
  const { text, parts, authority, year, facts, form, changes, publishedOn, ...beside }: Example =
    example as Example
  return [
    form && `${form}年格式`,
    year && `${year}年度`,
    authority,
    ...(facts ?? []).map(({ subject, value }) => `表中${subject}为${value}`),
    publishedOn && `公布于${publishedOn}`,
    text && quoted(text),
    ...(parts ?? []).map((one) => `${one.part}写${quoted(one.text)}`),
    ...(changes?.length === 0 ? ['没有差错的报告'] : (changes ?? []).map(changeText)),
    beside.previous && `上年：${exampleText(beside.previous)}`,
    ...(beside.subordinates ?? []).map((one) => `所属单位：${exampleText(one)}`),
    ...(beside.siblings ?? []).map((one) => `另一机关：${exampleText(one)}`),
  ]
    .filter(Boolean)
    .join('；')
}

function changeText({ cell, printed, part, text, reading }: Change): string {
  if (cell)
    return `${cell.slice(1).join('／')}${printed === null ? '未读出' : `填${quoted(printed ?? '')}`}`
  if (part) return text === null ? `没有${part}` : `${part}写${quoted(text ?? '')}`
  return `读取结果${quoted(JSON.stringify(reading))}`
}

function quoted(text: string): string {
  return `“${text.replaceAll('\n', ' ⏎ ')}”`
}
