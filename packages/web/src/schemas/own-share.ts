import type { OwnShare as Share } from '@gongkai/app'
import type { TableKey } from '@gongkai/report'
import { z } from '@hono/zod-openapi'

/** Where the progress of what was asked for is told. */
export const JobAsked = z.object({ jobId: z.string() }).openapi('JobAsked')

export const OwnShare = z
  .custom<Share>()
  .openapi('OwnShare', { type: 'object', description: '本级各格的数据及其版本' })

const TABLES = ['proactive', 'requests', 'remedies'] as const satisfies readonly TableKey[]

/** The cells that are filled in, as they would be printed. */
export const OwnShareRequest = z
  .strictObject({
    cells: z
      .array(
        z.strictObject({
          table: z.enum(TABLES),
          row: z.string().max(60),
          column: z.string().max(60),
          raw: z.string().max(60),
        }),
      )
      .max(500),
  })
  .openapi('OwnShareRequest')

export type JobAsked = z.infer<typeof JobAsked>
export type OwnShare = z.infer<typeof OwnShare>
export type OwnShareRequest = z.input<typeof OwnShareRequest>
