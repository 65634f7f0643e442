import { z } from '@hono/zod-openapi'
import { Day, filled, Id, Instant, line, optional, Reason } from './parts.js'
import { RequestPerson } from './request-people.js'
import { RequestFile } from './requests.js'

const Words = z.array(filled(200)).max(50)

const Search = {
  period: optional(200),
  systems: Words,
  words: Words,
  files: Words,
  persons: Words,
}

export const RecordSearchRequest = z
  .object({ searchedOn: Day, ...Search, found: optional(2000) })
  .openapi('RecordSearch')

export const StrikeSearchRequest = z.object({ reason: Reason })

export const RequestSearch = z
  .object({
    id: z.string(),
    searchedOn: z.string(),
    period: z.string().nullable().openapi({ description: '所查信息的时间范围' }),
    systems: z.array(z.string()).readonly(),
    words: z.array(z.string()).readonly(),
    files: z.array(z.string()).readonly().openapi({ description: '查阅的案卷、场所' }),
    persons: z.array(z.string()).readonly().openapi({ description: '检索的科室、岗位' }),
    found: z.string().nullable().openapi({ description: '查到的；没有查到的为空' }),
    recordedBy: z.string(),
    recordedAt: Instant,
    struck: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  })
  .openapi('RequestSearchRecord')

export const RequestSearches = z
  .object({ searches: z.array(RequestSearch).readonly() })
  .openapi('RequestSearchRecords')

export const RelatedQuestion = z
  .object({
    authorityId: Id,
    people: z.array(RequestPerson.pick({ idKind: true, idNumber: true })).max(50),
    wanted: z.object({ wanted: line(20_000), title: optional(1000), number: optional(1000) }),
  })
  .openapi('RelatedQuestion')

export const RelatedRequests = z
  .object({
    related: z
      .array(
        z.object({
          request: RequestFile,
          isSameApplicant: z.boolean(),
          alike: z.number().nullable().openapi({ description: '内容相近的程度，0 至 1' }),
        }),
      )
      .readonly(),
  })
  .openapi('RelatedRequests')

export type RequestSearches = z.infer<typeof RequestSearches>
export type RequestSearch = z.infer<typeof RequestSearch>
export type RelatedRequests = z.infer<typeof RelatedRequests>
