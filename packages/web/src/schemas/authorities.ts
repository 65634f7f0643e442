import {
  AUTHORITY_KINDS,
  AUTHORITY_LEVELS,
  type AuthorityKind,
  type AuthorityLevel,
  SEAL_PLACES,
  type SealPlace,
} from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import {
  Counted,
  Cursor,
  Day,
  filled,
  Id,
  line,
  NO_CURSOR,
  PageSize,
  PLACE,
  Reason,
  Total,
} from './parts.js'
import { Named } from './session.js'

const Kind = z.enum(Object.keys(AUTHORITY_KINDS) as [AuthorityKind, ...AuthorityKind[]])
const Level = z.enum(Object.keys(AUTHORITY_LEVELS) as [AuthorityLevel, ...AuthorityLevel[]])
const Seal = z.enum(Object.keys(SEAL_PLACES) as [SealPlace, ...SealPlace[]])

export const AuthoritiesQuery = z.object({
  below: Id.optional().openapi({ description: '只列该机关的下级' }),
  direct: z.stringbool().optional().openapi({ description: '只列直接下级' }),
  q: line(100).optional().openapi({ description: '名称（包括曾用名）的一部分，或者信用代码' }),
  kind: Kind.optional(),
  level: Level.optional(),
  state: z.enum(['existing', 'dissolved']).optional(),
  after: Cursor.refine((text) => !text || PLACE.test(text), NO_CURSOR),
  limit: PageSize,
  total: Counted,
})

export const AuthorityLine = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    depth: z.number(),
    name: z.string(),
    shortName: z.string().nullable(),
    kind: Kind,
    level: Level,
    creditCode: z.string().nullable(),
    dissolvedOn: z.string().nullable(),
    subordinates: z.number().openapi({ description: '现有的直接下级' }),
    version: z.number(),
  })
  .openapi('AuthorityLine')

export const AuthorityPage = z
  .object({ lines: z.array(AuthorityLine).readonly(), next: z.string().nullable(), total: Total })
  .openapi('AuthorityPage')

export const TreeQuery = z.object({ below: Id.optional() })

export const TreeNode = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    name: z.string(),
    pinyin: z.string().openapi({
      description: '简称的拼音首字母和全拼，没有简称的用名称，供查找',
      example: 'xkjj xiankejiju',
    }),
    kind: Kind,
    subordinates: z.number(),
  })
  .openapi('TreeNode')

/** The existing authorities, each before those below it. */
export const AuthorityTree = z
  .object({ nodes: z.array(TreeNode).readonly(), isComplete: z.boolean() })
  .openapi('AuthorityTree')

const word = z.string().nullable()

export const Authority = z
  .object({
    id: z.string(),
    parentId: word,
    path: z.array(z.string()).readonly(),
    name: z.string(),
    shortName: word,
    kind: Kind,
    level: Level,
    creditCode: word,
    regionCode: word,
    documentCode: word,
    address: word,
    postalCode: word,
    phone: word,
    fax: word,
    email: word,
    officeHours: word,
    site: word,
    reviewBody: word,
    court: word,
    sealPlace: Seal.nullable(),
    establishedOn: word,
    dissolvedOn: word,
    version: z.number(),
  })
  .openapi('Authority')

const Series = z
  .object({ code: z.string(), purpose: z.string() })
  .openapi('NumberSeries', { description: '发文字号的代字及其用途' })

export const HistoryLine = z
  .object({
    kind: z.enum(['renamed', 'moved', 'merged', 'split', 'dissolved']),
    happenedOn: z.string(),
    authority: Named,
    nameBefore: word,
    nameAfter: word,
    parentBefore: Named.nullable(),
    parentAfter: Named.nullable(),
    successor: Named.nullable(),
    note: word,
  })
  .openapi('HistoryLine')

export const AuthorityFile = z
  .object({
    authority: Authority,
    series: z.array(Series).readonly(),
    superiors: z.array(Named).readonly(),
    subordinates: z.number(),
    open: z
      .object({ requests: z.number(), remedies: z.number() })
      .openapi({ description: '未办结的申请和救济，只告知其系统管理员' }),
    history: z.array(HistoryLine).readonly(),
  })
  .openapi('AuthorityFile')

/** Blank is not stated. */
export const given = line(300)
  .nullable()
  .transform((text) => text || null)

/** Everything but the name, the kind and the level may be left out. */
const Details = z.strictObject({
  name: filled(200),
  kind: Kind,
  level: Level,
  shortName: given,
  creditCode: given,
  regionCode: given,
  documentCode: given,
  address: given,
  postalCode: given,
  phone: given,
  fax: given,
  email: given,
  officeHours: given,
  site: given,
  reviewBody: given,
  court: given,
  sealPlace: Seal.nullable(),
  establishedOn: Day.nullable(),
})

export const NewDetails = Details.partial().required({ name: true, kind: true, level: true })

const GivenSeries = z.array(z.strictObject({ code: filled(50), purpose: filled(100) })).max(50)

export const AddAuthorityRequest = z
  .strictObject({ parentId: Id, details: NewDetails, series: GivenSeries.optional() })
  .openapi('AddAuthorityRequest')

export const ChangeAuthorityRequest = z
  .strictObject({
    details: Details.partial(),
    series: GivenSeries.optional().openapi({ description: '全部代字；不填的不变' }),
    reason: Reason.optional(),
  })
  .openapi('ChangeAuthorityRequest')

export type AuthorityLine = z.infer<typeof AuthorityLine>
export type AuthorityPage = z.infer<typeof AuthorityPage>
export type TreeNode = z.infer<typeof TreeNode>
export type AuthorityTree = z.infer<typeof AuthorityTree>
export type Authority = z.infer<typeof Authority>
export type HistoryLine = z.infer<typeof HistoryLine>
export type AuthorityFile = z.infer<typeof AuthorityFile>
export type AddAuthorityRequest = z.input<typeof AddAuthorityRequest>
export type ChangeAuthorityRequest = z.input<typeof ChangeAuthorityRequest>
