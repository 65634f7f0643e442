import { type AnnualReport, type PartKey, textParts } from '../reading/annual-report.js'
import { isBoilerplate } from './boilerplate.js'

/** A sentence of a report, with where it stands. */
export type Passage = {
  readonly part: PartKey
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Shorter ones are labels and headings of their own. */
const SHORTEST = 10

/** The sentences of a report's narrative that its author wrote: headings and official boilerplate left out. */
export function passagesOf(report: AnnualReport): Passage[] {
  return textParts(report)
    .filter(({ part }) => part === 'intro' || part.startsWith('section/'))
    .flatMap(({ part, text }) =>
      [...text.matchAll(/[^。；！？\n]+[。；！？]?/g)].map((match) => {
        const sentence = match[0].trim()
        const start = match.index + match[0].indexOf(sentence)
        return { part, start, end: start + sentence.length, text: sentence }
      }),
    )
    .filter(({ text }) => text.length >= SHORTEST && !isBoilerplate(text))
}
