import { z } from '@hono/zod-openapi'
import { Cursor, filled, Id, PageSize } from './parts.js'

const QUEUES = [
  'arrived',
  'unserved',
  'open',
  'today',
  'week',
  'overdue',
  'carriedOver',
  'toFile',
  'closed',
  'setAside',
  'untold',
  'all',
] as const

export const RequestsQuery = z.object({
  authorityId: Id,
  queue: z.enum(QUEUES).default('open').openapi({
    description:
      'arrived 待确认收到，unserved 待核实送达，open 未办结，today 今日到期，week 七日内到期，overdue 逾期，carriedOver 年底将结转，toFile 待归档，closed 已办结，setAside 划去、未受理和分案，untold 步骤已登记而没有告知申请人，all 全部',
  }),
  handlerId: z
    .union([Id, z.literal('none')])
    .optional()
    .openapi({ description: '承办人；none 为无人承办，或者承办人已经没有这项职责' }),
  section: filled(50).optional().openapi({
    description: '科室（内设机构）：其中的人承办的，或者有交办事项待其答复的',
  }),
  after: Cursor,
  limit: PageSize,
})

export const SearchRequest = z
  .object({
    authorityId: Id,
    words: filled(200).openapi({
      description: '内容、名称、文号、申请编号或者申请人姓名中的几个字',
    }),
    after: Id.nullable().default(null).openapi({ description: '上一页的 next' }),
    limit: z.number().int().min(1).max(200).default(50),
  })
  .openapi('RequestSearch')
