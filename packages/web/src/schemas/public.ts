import {
  type AuthorityComparison,
  type AuthoritySeries,
  STANDINGS,
  type Standing,
  YEAR_FORMATS,
  type YearFormat,
} from '@gongkai/app'
import type { LocalDate } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { Report } from '../routes/schemas.js'
import { line } from './parts.js'

const day = z.custom<LocalDate>().openapi({ type: 'string', format: 'date' })

export const PublicYear = z.object({ year: z.coerce.number().int().min(1900).max(9999) })

export const PublicPlace = PublicYear.extend({
  authority: line(200).openapi({ description: '机关名称、曾用名称、统一社会信用代码或者编号' }),
})

export const PublicEdition = z.object({
  edition: z.coerce
    .number()
    .int()
    .min(1)
    .max(999)
    .optional()
    .openapi({ description: '第几次公布；缺省为现行的一次' }),
})

export const PublicYearFile = PublicYear.extend({
  format: z.enum(Object.keys(YEAR_FORMATS) as [YearFormat, ...YearFormat[]]),
})

/** The years of a region. */
export const PublicYears = z
  .object({
    region: z.string(),
    demonstration: z.boolean(),
    years: z
      .array(z.object({ year: z.number(), asked: z.number(), published: z.number() }))
      .readonly(),
  })
  .openapi('PublicYears')

const PublicReport = z
  .object({
    authorityId: z.string(),
    authority: z.string(),
    address: z.string(),
    year: z.number(),
    dueOn: day,
    standing: z.enum(Object.keys(STANDINGS) as [Standing, ...Standing[]]),
    publishedOn: day.nullable(),
    daysLate: z.number(),
    withdrawnOn: day.nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .openapi('PublicReport')

export const PublicReports = z
  .object({ reports: z.array(PublicReport).readonly(), licence: z.string() })
  .openapi('PublicReports')

const Edition = z.object({ edition: z.number(), on: day, reason: z.string().nullable() })

/** One report; without a document where it is not published or was withdrawn. */
export const PublishedReport = z
  .object({
    report: PublicReport,
    editions: z.array(Edition).readonly(),
    edition: z.number().nullable(),
    document: Report.nullable(),
    licence: z.string(),
  })
  .openapi('PublishedReport')

export const SeriesPlace = PublicPlace.pick({ authority: true })

/** What is counted over the years: `state` says what stands where there is no `value`; before a year of `breaks` another thing was counted. */
export const PublicSeries = z.custom<AuthoritySeries>().openapi('PublicSeries', {
  type: 'object',
  description:
    'authority、years、series（key、label、points、breaks、note）、reorganisedYears（不能与上一年度相比的年度）、reorganisations（合并、分设；before 为对方此前的数据，不与本机关相加）',
})

export const ComparisonPlace = PublicYear.extend({ measure: line(50) })

/** A share for each authority, with its formula and the least that it is reckoned from. */
export const PublicComparison = z.custom<AuthorityComparison>().openapi('PublicComparison', {
  type: 'object',
  description:
    'year、measure（formula、least）、authorities（share.kind：share、tooFew、wrong、unknown）、lateness',
})
