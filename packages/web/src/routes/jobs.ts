import { cancelJob, jobLabel, listJobs, readJob, retryJob } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { JobPage, JobsQuery, ListedJob } from '../schemas/jobs.js'
import { Id } from '../schemas/parts.js'
import { ReasonRequest } from '../schemas/people.js'

const params = z.object({ id: Id })

/** `/jobs`: what is done in the background. */
export function addJobs(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/jobs',
      summary: '后台任务，新的在前',
      query: JobsQuery,
      answer: JobPage,
    },
    async ({ platform, actor }, { query: { after: before, ...query } }) => {
      const page = sent(await listJobs(platform, actor, defined({ ...query, before })))
      if (!page.ok) return page
      const { jobs, counts } = page.value
      return ok({ ...page.value, jobs: jobs.map(labelled), counts: counts.map(labelled) })
    },
  )
  addStaffRoute(
    api,
    edge,
    { method: 'get', path: '/jobs/{id}', summary: '一项后台任务', params, answer: ListedJob },
    async ({ platform, actor }, { params: { id } }) => {
      const job = sent(await readJob(platform, actor, { jobId: id }))
      return job.ok ? ok(labelled(job.value)) : job
    },
  )
  const ways = [
    ['retry', '重试失败的任务', retryJob],
    ['cancel', '取消任务', cancelJob],
  ] as const
  for (const [name, summary, change] of ways) {
    addStaffRoute(
      api,
      edge,
      {
        method: 'post',
        path: `/jobs/{id}/${name}`,
        summary,
        params,
        body: ReasonRequest,
        answer: null,
      },
      ({ platform, actor }, { params: { id }, body }) =>
        change(platform, actor, { jobId: id, ...body }),
    )
  }
}

function labelled<T extends { readonly queue: string }>(one: T) {
  return { ...one, label: jobLabel(one.queue) }
}
