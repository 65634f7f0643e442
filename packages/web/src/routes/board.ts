import {
  type BoardRow,
  board,
  boardSheet,
  consolidate,
  consolidatedSheet,
  exportFindings,
  listFindings,
  writeSheetRows,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute, type Staff } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import { answerFile, type Env } from '../http/answers.js'
import { Board, BoardQuery, Consolidation } from '../schemas/collection.js'
import { Id } from '../schemas/parts.js'

const params = z.object({ id: Id })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `/collections/{id}/board`, `/findings.xlsx`, `/consolidation`: how far all are, and what came together. */
export function addBoard(api: OpenAPIHono<Env>, edge: Edge): void {
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
    },
    ({ platform, actor }, { params: { id } }) => consolidate(platform, actor, id),
  )
  addFiles(api, edge)
}

function addFiles(api: OpenAPIHono<Env>, edge: Edge): void {
  const file = { method: 'get', params, answer: 'file' } as const
  addStaffRoute(
    api,
    edge,
    { ...file, path: '/collections/{id}/board.xlsx', summary: '进度表（Excel）' },
    async (staff, { params: { id } }, c) => {
      const rows = await allRows(staff, id)
      if (!rows.ok) return rows
      const bytes = await writeSheetRows('进度', boardSheet(rows.value))
      return answerFile(c, new Uint8Array(bytes), XLSX, '年度报告进度.xlsx')
    },
  )
  addStaffRoute(
    api,
    edge,
    { ...file, path: '/collections/{id}/findings.xlsx', summary: '各机关的发现清单（Excel）' },
    async ({ platform, actor }, { params: { id } }, c) => {
      const listed = await listFindings(platform, actor, id)
      if (!listed.ok) return listed
      const bytes = await exportFindings(listed.value, 'xlsx')
      return answerFile(c, new Uint8Array(bytes), XLSX, '发现清单.xlsx')
    },
  )
  addStaffRoute(
    api,
    edge,
    { ...file, path: '/collections/{id}/consolidation.xlsx', summary: '汇总表（Excel）' },
    async ({ platform, actor }, { params: { id } }, c) => {
      const sums = await consolidate(platform, actor, id)
      if (!sums.ok) return sums
      const bytes = await writeSheetRows('汇总', consolidatedSheet(sums.value))
      return answerFile(c, new Uint8Array(bytes), XLSX, '年度报告汇总.xlsx')
    },
  )
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
