import type { Consolidated } from '@gongkai/app'
import type { LocalDuty } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { Cursor, filled, Id, line, NO_CURSOR, PLACE } from './parts.js'
import { ReportHead, StateId } from './report-file.js'

const MonthDay = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '应为月和日，如 01-26')

/** An earlier day that the area has fixed. */
const Duty = z
  .strictObject({
    area: filled(100),
    level: z.enum(['department', 'government', 'township']),
    step: z.enum(['submit', 'publish']),
    fromReportYear: z.number().int().min(2008).max(2100),
    untilReportYear: z.number().int().min(2008).max(2100).optional(),
    monthDay: MonthDay.openapi({ description: '次年的月和日，如 01-26' }),
    notice: filled(300),
  })
  .openapi('LocalDuty')

const AuthorityIds = z.array(Id).min(1).max(5000)

export const Collection = z
  .object({
    id: z.string(),
    authorityId: z.string(),
    reportYear: z.number(),
    form: z.enum(['2019', '2021']),
    instructions: z.string(),
    localDuties: z
      .array(z.custom<LocalDuty>().openapi('ToldLocalDuty', { type: 'object' }))
      .readonly(),
    version: z.number(),
  })
  .openapi('Collection')

/** A collection in the list, with how far it is as a whole. */
export const ListedCollection = Collection.extend({
  authority: z.string(),
  asked: z.number().openapi({ description: '已布置的机关数' }),
}).openapi('ListedCollection')

export const CollectionPage = z
  .object({ items: z.array(ListedCollection).readonly() })
  .openapi('CollectionPage')

export const OpenCollectionRequest = z
  .strictObject({
    authorityId: Id,
    reportYear: z.number().int().min(2008).max(2100),
    instructions: line(20_000).default(''),
    localDuties: z.array(Duty).max(50).default([]),
    authorityIds: AuthorityIds,
  })
  .openapi('OpenCollectionRequest')

export const AddAuthoritiesRequest = z
  .strictObject({ authorityIds: AuthorityIds })
  .openapi('AddAuthoritiesRequest')

export const AskedAuthorities = z
  .object({ asked: z.array(z.object({ authorityId: z.string(), dueOn: z.string() })).readonly() })
  .openapi('AskedAuthorities')

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** What stands before the place of the last authority, in each order. */
const BEFORE_PLACE = { authority: /^/, dueOn: /^\d{4}-\d\d-\d\d/, state: /^\d/ } as const

const BoardFilter = z.object({
  q: line(100).optional().openapi({ description: '机关名称的一部分' }),
  state: StateId.optional(),
  late: Flag.optional(),
  checksFailed: Flag.optional(),
  sort: z.enum(['authority', 'dueOn', 'state']).default('authority'),
  after: Cursor,
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

export const BoardQuery = BoardFilter.refine(
  ({ sort, after }) =>
    !after || (BEFORE_PLACE[sort].test(after) && PLACE.test(after.replace(BEFORE_PLACE[sort], ''))),
  { path: ['after'], error: NO_CURSOR },
)

/** One authority on the board. */
export const BoardRow = ReportHead.omit({ id: true, collectionId: true, reportYear: true })
  .extend({ reportId: z.string() })
  .openapi('BoardRow')

export const Board = z
  .object({
    collection: Collection,
    rows: z.array(BoardRow).readonly(),
    next: z.string().nullable(),
    counts: z
      .object({
        states: z.array(z.object({ state: StateId, count: z.number() })).readonly(),
        late: z.number(),
        checksFailed: z.number(),
      })
      .openapi({ description: '全部机关，不论筛选' }),
  })
  .openapi('Board')

export const Consolidation = z
  .custom<Consolidated>()
  .openapi('Consolidated', { type: 'object', description: '各格的合计及其来源、未计入的、差异' })

export type Collection = z.infer<typeof Collection>
export type ListedCollection = z.infer<typeof ListedCollection>
export type CollectionPage = z.infer<typeof CollectionPage>
export type OpenCollectionRequest = z.input<typeof OpenCollectionRequest>
export type AddAuthoritiesRequest = z.input<typeof AddAuthoritiesRequest>
export type AskedAuthorities = z.infer<typeof AskedAuthorities>
export type BoardQuery = z.input<typeof BoardQuery>
export type BoardRow = z.infer<typeof BoardRow>
export type Board = z.infer<typeof Board>
export type Consolidation = z.infer<typeof Consolidation>
