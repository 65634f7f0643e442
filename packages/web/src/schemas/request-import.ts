import { z } from '@hono/zod-openapi'

const day = z.string().nullable()
const Outcome = z
  .enum(['open', 'closed', 'present', 'wrong'])
  .openapi({ description: '未办结；已办结；台账中已有，不再导入；有错误' })
const Counts = z.record(Outcome, z.number()).openapi('RequestImportCounts')

/** What importing requests from before the register would do. */
export const RequestImportPreview = z
  .object({
    digest: z.string(),
    rows: z
      .array(
        z.object({
          ...{ row: z.number(), originalNumber: z.string(), outcome: Outcome },
          ...{ receivedOn: day, dueOn: day, closedOn: day },
          errors: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    counts: Counts,
    ignored: z.array(z.string()).readonly(),
  })
  .openapi('RequestImportPreview')

export const RequestImportDone = z.object({ counts: Counts }).openapi('RequestImportDone')

export type RequestImportPreview = z.infer<typeof RequestImportPreview>
export type RequestImportDone = z.infer<typeof RequestImportDone>
