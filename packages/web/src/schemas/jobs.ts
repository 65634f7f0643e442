import { z } from '@hono/zod-openapi'
import { Counted, Id, Instant, line, PageSize, Total } from './parts.js'

export const JobStateId = z
  .enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
  .openapi('JobState')

export const JobsQuery = z.object({
  queue: line(100).optional(),
  state: JobStateId.optional(),
  after: Id.optional().openapi({ description: '上一页的 next' }),
  limit: PageSize,
  total: Counted,
})

export const ListedJob = z
  .object({
    id: z.string(),
    queue: z.string(),
    label: z.string().openapi({ description: '任务的中文名称' }),
    state: JobStateId,
    askedBy: z.string().nullable(),
    askedAt: Instant,
    startsAt: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    retried: z.number(),
    done: z.number(),
    total: z.number().nullable(),
    message: z.string().nullable(),
    failure: z.string().nullable(),
  })
  .openapi('ListedJob')

/** Jobs, newest first. */
export const JobPage = z
  .object({
    jobs: z.array(ListedJob).readonly(),
    next: z.string().nullable(),
    total: Total,
    counts: z
      .array(
        z.object({
          queue: z.string(),
          label: z.string(),
          waiting: z.number(),
          running: z.number(),
          failed: z.number(),
        }),
      )
      .readonly(),
  })
  .openapi('JobPage')

export type ListedJob = z.infer<typeof ListedJob>
export type JobPage = z.infer<typeof JobPage>
