import type { SavedReport } from '@gongkai/report'
import type { Browser } from './browser.js'
import type { County, Desk } from './county.js'

/** Where a report stands as far as its clerk was told. */
export type Known = {
  readonly state: string
  readonly version: number
  /** What the newest version says at the end of its introduction. */
  readonly mark: string
  /** How many remarks there are, how many were answered, and which wait for it as far as their ids were told. */
  readonly remarks: number
  readonly answered: number
  readonly open: readonly string[]
  /** Whether anything was drafted since it was published. */
  readonly hasCorrection: boolean
}

/** One write: who sends what, and what is known after it. */
export type Move = {
  readonly name: string
  /** What the record calls it. */
  readonly event: string
  readonly by: Browser
  readonly path: string
  /** Left out where the route takes none. */
  readonly version?: number
  readonly body?: object
  /** Given what was answered: of a remark, its id. */
  readonly after: (answer: { readonly id?: string }) => Known
}

type Chance = () => number

/** A write that the report of this desk admits now. */
export function nextMove(county: County, desk: Desk, known: Known, chance: Chance): Move {
  const { officer, reportId } = desk
  const step = (name: string, event: string, by: Browser, state: string, body?: object): Move => ({
    ...{ name, event, by, path: `/reports/${reportId}/${name}`, version: known.version },
    ...(body && { body }),
    after: () => ({ ...known, state, version: known.version + 1, hasCorrection: false }),
  })
  const save = () => saving(desk, known, chance)
  const heads = { reason: '经核对更正' }
  const publish = { publishedOn: '2024-03-01' }
  switch (known.state) {
    case 'notStarted':
      return step('start', 'reportStarted', officer, 'draft', { from: 'blank' })
    case 'draft':
      if (known.mark === '' || chance() < 0.6) return save()
      return step('submit', 'reportSubmitted', officer, 'submitted')
    case 'returned': {
      const [open] = known.open
      if (open !== undefined && chance() < 0.5) return answering(officer, known, open)
      return chance() < 0.5 ? save() : step('submit', 'reportSubmitted', officer, 'submitted')
    }
    case 'submitted':
      if (chance() < 0.4) return remarking(county, desk, known)
      return chance() < 0.5
        ? returning(county, desk, known)
        : step('accept', 'reportAccepted', county.supervisor, 'accepted')
    case 'accepted':
      return step('publish', 'reportPublished', officer, 'published', publish)
    default:
      if (!known.hasCorrection || chance() < 0.5) return save()
      return step('correct', 'publishedCorrected', county.head, 'published', heads)
  }
}

function saving({ officer, reportId, document }: Desk, known: Known, chance: Chance): Move {
  const mark = newMark(chance)
  return {
    ...{ name: 'draft', event: 'draftSaved', by: officer, path: `/reports/${reportId}/draft` },
    ...{ version: known.version, body: { document: marked(document, mark) } },
    after: () => ({
      ...{ ...known, version: known.version + 1, mark },
      hasCorrection: known.state === 'published',
    }),
  }
}

function remarking({ supervisor }: County, { reportId }: Desk, known: Known): Move {
  return {
    ...{ name: 'remarks', event: 'remarkLeft', by: supervisor },
    ...{ path: `/reports/${reportId}/remarks`, version: known.version },
    body: { target: { kind: 'report' }, words: '请与台账核对' },
    after: ({ id }) => ({
      ...{ ...known, remarks: known.remarks + 1 },
      open: id === undefined ? known.open : [...known.open, id],
    }),
  }
}

/** The reason stands among the remarks. */
function returning({ supervisor }: County, { reportId }: Desk, known: Known): Move {
  return {
    ...{ name: 'return', event: 'reportReturned', by: supervisor },
    ...{ path: `/reports/${reportId}/return`, version: known.version, body: { reason: '请核对' } },
    after: () => ({
      ...{ ...known, state: 'returned', version: known.version + 1 },
      remarks: known.remarks + 1,
    }),
  }
}

function answering(officer: Browser, known: Known, id: string): Move {
  return {
    ...{ name: 'answer', event: 'remarkAnswered', by: officer, path: `/remarks/${id}/answer` },
    body: { answer: '已核对，无误' },
    after: () => ({
      ...{ ...known, answered: known.answered + 1 },
      open: known.open.filter((one) => one !== id),
    }),
  }
}

/** The introduction with its mark: no two drafts say the same. */
function marked(document: SavedReport, mark: string): SavedReport {
  return { ...document, intro: `${document.intro}${mark}` }
}

const MARKS = '甲乙丙丁戊己庚辛壬癸'
const MARK_LENGTH = 8

function newMark(chance: Chance): string {
  const pick = () => MARKS[Math.floor(chance() * MARKS.length)] ?? ''
  return `（${Array.from({ length: MARK_LENGTH }, pick).join('')}）`
}

/** The mark at the end of an introduction; empty where it has none. */
export function markOf(intro: string): string {
  return new RegExp(`（[${MARKS}]{${MARK_LENGTH}}）$`).exec(intro)?.[0] ?? ''
}
