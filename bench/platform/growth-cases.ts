import type { Browser } from '../../packages/web/test/faults/browser.js'
import { granted } from '../../packages/web/test/faults/county.js'
import { type Filled, RARE } from './fill.js'

/** A question that is asked at every size. */
export type Asked = {
  readonly title: string
  /** What its plans are kept as. */
  readonly file: string
  /** Asks; how many rows it told of, those that are only counted among them. */
  readonly ask: () => Promise<number>
  /** So many rows are looked at for one page, however many there are; then the asker is told to look on. */
  readonly bound?: number
}

type Given = {
  readonly admin: Browser
  readonly supervisor: Browser
  readonly officer: Browser
  readonly filled: Filled
  readonly url: string
}

type Counts = readonly { readonly count: number }[]

/** What the answers of the lists have in common. */
type Listed = {
  readonly items?: readonly unknown[]
  readonly events?: readonly unknown[]
  readonly lines?: readonly { readonly subordinates: number }[]
  readonly total?: number | null
  readonly counts?: Counts | { readonly states: Counts }
}

type Told = (body: Listed) => number

const items: Told = ({ items, events, lines }) => told(items ?? events ?? lines).length
const counted: Told = ({ counts }) => {
  const found = told(counts)
  return sum('states' in found ? found.states : found)
}

/** A line of the register says how many authorities are directly below. */
const register: Told = ({ lines }) =>
  told(lines).reduce((all, { subordinates }) => all + 1 + subordinates, 0)
const total: Told = (answer) => told(answer.total ?? undefined)

/** Of the log, as `list-events.ts` has it. */
const SEARCHED = 100_000

function told<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the answer holds no list')
  return value
}

/** What people ask most: lists, the board, the log, what waits for them, and the pages of a year. */
export function growthCases({ admin, supervisor, officer, filled, url }: Given): readonly Asked[] {
  const board = `/collections/${filled.collections.get(2025)}/board`
  const api = (title: string, file: string, who: Browser, path: string, told: Told): Asked => ({
    ...{ title, file },
    ask: async () => told(await granted(who, 'GET', path)),
  })
  const page = (title: string, file: string, path: string, told: number): Asked => ({
    ...{ title, file },
    async ask() {
      const answer = await fetch(`${url}${path}`)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      await answer.text()
      return told
    },
  })
  const all = filled.authorities.length
  const years = filled.collections.size
  // biome-ignore format: table
  return [
    api('reports, newest year first, 50',  'reports-year',      supervisor, '/reports?limit=50',                items),
    api('reports, by due date, 50',        'reports-due',       supervisor, '/reports?limit=50&sort=dueOn',     items),
    api('reports, by authority, 50',       'reports-authority', supervisor, '/reports?limit=50&sort=authority', items),
    api('reports, by name, 50',            'reports-name',      supervisor, '/reports?limit=50&q=第7局',         items),
    api('reports, state and year, 50',     'reports-state',     supervisor, '/reports?limit=50&state=draft&year=2025', items),
    api('reports, counted, 50',            'reports-counted',   supervisor, '/reports?limit=50&total=true',     total),
    api('reports, an officer, 50',         'reports-officer',   officer,    '/reports?limit=50',                items),
    api('board, 100 and counts of all',    'board',             supervisor, board,                              counted),
    api('board, by state',                 'board-state',       supervisor, `${board}?sort=state`,              counted),
    api('board, by name',                  'board-name',        supervisor, `${board}?q=第7局`,                  counted),
    api('to-do list, supervisor',          'todos-supervisor',  supervisor, '/todos',                           counted),
    api('to-do list, officer',             'todos-officer',     officer,    '/todos',                           counted),
    api('log, newest 50',                  'log-newest',        admin,      '/events?limit=50',                 items),
    api('log, of one authority, 50',       'log-authority',     admin,      `/events?limit=50&authorityId=${filled.authorities[7]?.id}`, items),
    api('log, a frequent word, 50',        'log-frequent',      admin,      '/events?limit=50&words=台账核对',   items),
    { ...api('log, a rare word',           'log-rare',          admin,      `/events?limit=50&words=${RARE}`,   items), bound: SEARCHED },
    api('log, of an officer, newest 50',   'log-officer',       officer,    '/events?limit=50',                 items),
    api('register, 50',                    'register',          admin,      '/authorities?limit=50',            register),
    api('register, by name, 50',           'register-name',     admin,      '/authorities?limit=50&q=第7局',     items),
    api('register, a word of most names, 50', 'register-word',  admin,      '/authorities?limit=50&q=云岭',      register),
    page('portal: home',                   'portal-home',       '/',                       years),
    page('portal: a year, all authorities', 'portal-year',      '/annual-reports/2025',    all),
    page('portal: search',                 'portal-search',     '/search?q=第7局',          years),
  ]
}

function sum(counts: Counts): number {
  return counts.reduce((all, { count }) => all + count, 0)
}
