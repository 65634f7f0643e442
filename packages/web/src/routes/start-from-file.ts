import { type Actor, LIMITS, type Platform, type Pool, readReport, startReport } from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { type SentForm, uploadOf } from '../edge/sent-form.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { ReportFile } from '../schemas/report-file.js'
import { toApi } from './run-job.js'

// Multipart adds its own lines to the file.
const FORM_BYTES = LIMITS.fileBytes + 100_000

/** `/reports/{id}/start-from-file`: the file is read in a converter, kept, and begun with. */
export function addStartFromFile(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/start-from-file',
      summary: '开始编制：用 Word、PDF、Excel、HTML 等文件',
      params: z.object({ id: Id }),
      isVersioned: true,
      upload: uploadOf(FORM_BYTES),
      answer: ReportFile,
    },
    async ({ platform, actor }, { params: { id }, version, body }) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      const { files } = opened.value
      const file = await takeFile(body, pool)
      if (!file.ok) return file
      const reading = await pool.read(file.value)
      if (!reading.ok) return reading
      // Nothing is kept of whoever may not begin with it: the use case says why.
      if (await mayStart(platform, actor, id)) await files.put(file.value.bytes)
      const from = { kind: 'file', reading: reading.value } as const
      return startReport(platform, actor, { reportId: id, version, from }, files)
    },
  )
}

/** The file of the form; the form is taken apart in a converter. */
async function takeFile({ bytes: body, mediaType }: SentForm, pool: Pool) {
  const made = await pool.run({ kind: 'unpack', body, mediaType })
  if (!made.ok) return { ok: false, refusal: toApi(made.refusal) } as const
  const { bytes, name } = made.value
  return { ok: true, value: { name: name ?? '', bytes } } as const
}

/** It only looks: what is sent again under the same key is not done by this. */
async function mayStart(
  { claim: _, ...platform }: Platform,
  actor: Actor,
  reportId: string,
): Promise<boolean> {
  const view = await readReport(platform, actor, { reportId })
  return view.ok && view.value.steps.includes('start')
}
