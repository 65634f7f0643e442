import { z } from '@hono/zod-openapi'
import { Day } from './parts.js'
import { Source } from './requests.js'

export const LedgerQuery = z.object({ asOf: Day.optional() })

export const Ledger = z
  .object({
    days: z
      .array(
        z.object({
          date: z.string(),
          kind: z.string(),
          count: z.number().nullable(),
          why: z.string(),
          source: Source,
          provisional: z.boolean(),
        }),
      )
      .readonly(),
  })
  .openapi('DayLedger')

export type Ledger = z.infer<typeof Ledger>
