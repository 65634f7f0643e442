import { z } from '@hono/zod-openapi'
import { Instant } from './parts.js'

const TodoKindId = z
  .enum(['write', 'rework', 'publish', 'review', 'late', 'correction', 'invitation'])
  .openapi('TodoKind', {
    description:
      'write 待编制，rework 退回待改，publish 待公布，review 待审阅，late 逾期未报送，correction 更正待公布，invitation 邀请尚未接受',
  })

export const Todo = z
  .object({
    kind: TodoKindId,
    title: z.string(),
    reportId: z.string().nullable(),
    collectionId: z.string().nullable(),
    personId: z.string().nullable(),
    authorityId: z.string(),
    authorityName: z.string(),
    dueOn: z.string().nullable(),
    since: Instant.nullable(),
  })
  .openapi('Todo')

/** What waits for who asks; of each kind the most pressing, with how many there are. */
export const Todos = z
  .object({
    items: z.array(Todo).readonly(),
    counts: z.array(z.object({ kind: TodoKindId, count: z.number() })).readonly(),
  })
  .openapi('Todos')

export type Todo = z.infer<typeof Todo>
export type Todos = z.infer<typeof Todos>
