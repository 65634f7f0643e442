import { z } from '@hono/zod-openapi'

const word = z.string().nullable()

const Outcome = z.enum(['added', 'changed', 'unchanged', 'wrong'])
const Counts = z.record(Outcome, z.number()).openapi('ImportCounts')

/** What importing a list would do. */
export const ImportPreview = z
  .object({
    digest: z.string(),
    rows: z
      .array(
        z.object({
          row: z.number(),
          name: z.string(),
          outcome: Outcome,
          errors: z.array(z.string()).readonly(),
          changes: z.array(z.object({ label: z.string(), before: word, after: word })).readonly(),
        }),
      )
      .readonly(),
    counts: Counts,
    ignored: z.array(z.string()).readonly(),
    examples: z.array(z.number()).readonly().openapi({ description: '不导入的示例行' }),
  })
  .openapi('ImportPreview')

export const ImportDone = z.object({ counts: Counts }).openapi('ImportDone')

export type ImportPreview = z.infer<typeof ImportPreview>
export type ImportDone = z.infer<typeof ImportDone>
