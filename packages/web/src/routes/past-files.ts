import { checkPast, type Pool, readPastFile } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { addStaffRoute, type Staff } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { answerBytes, answerFile, type Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { PastCheck, PastCheckQuery } from '../schemas/past.js'

const params = z.object({ id: Id })

/** `/past/items/{id}/…`: a file of the queue as it came in, as a browser can show it, and what is found in what was read of it. */
export function addPastFiles(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  const fileOf = async ({ platform, actor }: Staff, id: string) => {
    const opened = edge.ground.open()
    return opened.ok ? readPastFile(platform, actor, id, opened.value.files) : opened
  }
  const file = { method: 'get', params, answer: 'file' } as const
  addStaffRoute(
    api,
    edge,
    { ...file, path: '/past/items/{id}/file', summary: '队列中的一个文件：下载原件' },
    async (staff, { params: { id } }, c) => {
      const found = await fileOf(staff, id)
      if (!found.ok) return found
      const { name, bytes } = found.value
      return answerFile(c, new Uint8Array(bytes), 'application/octet-stream', name)
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      ...file,
      path: '/past/items/{id}/shown',
      summary: '队列中的一个文件：供页面内显示',
      description: 'PDF 为原件，网页为隔离显示的原页，其余为按次序读出的文字和表格。',
    },
    async (staff, { params: { id } }, c) => {
      const found = await fileOf(staff, id)
      if (!found.ok) return found
      const { name, bytes } = found.value
      const made = await pool.run({ kind: 'show', body: new Uint8Array(bytes).buffer, name })
      if (!made.ok) return answerNotShown(c, made.refusal.message)
      const { mediaType } = made.value
      return answerBytes(c, made.value.bytes, {
        'Content-Type': mediaType,
        'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      })
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/past/items/{id}/check',
      summary: '队列中的一个文件：按所选的机关和年度检查读出的内容',
      params,
      query: PastCheckQuery,
      answer: PastCheck,
      also: [422],
    },
    async ({ platform, actor }, { params: { id }, query }) => {
      const { targetId = null, reportYear = null } = query
      const command = { itemId: id, targetId, reportYear }
      const checked = await checkPast(platform, actor, command, pool.checkSaved)
      if (!checked.ok) return checked
      const { findings, notAssessable } = checked.value
      return ok({ findings, notAssessable })
    },
  )
}

/** A frame shows a page: why there is nothing to see is said on one. */
function answerNotShown(c: Context<Env>, message: string): Response {
  const text = `不能在这里显示：${message}可以下载原件查看。`
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
  const markup = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>不能显示</title><p>${text}`
  return c.body(markup, 200, { 'Content-Type': 'text/html; charset=utf-8' })
}
