import {
  type BoardRow,
  board,
  boardSheet,
  gatherReports,
  listFindings,
  type Pool,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { addStaffRoute, type Staff } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { Board, BoardQuery, Consolidation } from '../schemas/collection.js'
import { Id } from '../schemas/parts.js'
import { answerResult } from './run-job.js'

const params = z.object({ id: Id })

/** `/collections/{id}/board`, `/findings.xlsx`, `/consolidation`: how far all are, and what came together. */
export function addBoard(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/collections/{id}/board',
      summary: '进度：各机关的报告办到哪一步',
      params,
      query: BoardQuery,
      answer: Board,
      versionOf: ({ collection }) => collection.version,
    },
    ({ platform, actor }, { params: { id }, query }) =>
      board(platform, actor, { collectionId: id, ...defined(query) }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/collections/{id}/consolidation',
      summary: '汇总已接收的报告，并与本级的报告核对',
      params,
      answer: Consolidation,
      also: [422],
    },
    async (staff, { params: { id } }, c) => consolidation(staff, pool, c, id, 'json'),
  )
  addFiles(api, edge, pool)
}

/** Workbooks of a thousand authorities are written by the pool. */
function addFiles(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  const file = { method: 'get', params, answer: 'file', also: [422] } as const
  addStaffRoute(
    api,
    edge,
    { ...file, path: '/collections/{id}/board.xlsx', summary: '进度表（Excel）' },
    async (staff, { params: { id } }, c) => {
      const rows = await allRows(staff, id)
      if (!rows.ok) return rows
      const sheet = { title: '进度', rows: boardSheet(rows.value), name: '年度报告进度.xlsx' }
      return answerResult(c, await pool.run({ kind: 'sheet', ...sheet }))
    },
  )
  addStaffRoute(
    api,
    edge,
    { ...file, path: '/collections/{id}/findings.xlsx', summary: '各机关的发现清单（Excel）' },
    async ({ platform, actor }, { params: { id } }, c) => {
      const listed = await listFindings(platform, actor, id)
      if (!listed.ok) return listed
      return answerResult(c, await pool.run({ kind: 'openFindings', results: listed.value }))
    },
  )
  addStaffRoute(
    api,
    edge,
    { ...file, path: '/collections/{id}/consolidation.xlsx', summary: '汇总表（Excel）' },
    async (staff, { params: { id } }, c) => consolidation(staff, pool, c, id, 'xlsx'),
  )
}

/** Adding up a thousand reports takes a second of a converter. */
async function consolidation(
  { platform, actor }: Staff,
  pool: Pool,
  c: Context<Env>,
  collectionId: string,
  to: 'json' | 'xlsx',
) {
  const gathered = await gatherReports(platform, actor, collectionId)
  if (!gathered.ok) return gathered
  return answerResult(c, await pool.run({ kind: 'consolidation', gathered: gathered.value, to }))
}

async function allRows({ platform, actor }: Staff, collectionId: string) {
  const rows: BoardRow[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await board(platform, actor, { collectionId, after, limit: 1000 })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    after = page.value.next
  }
  return { ok: true, value: rows } as const
}
