import { GROUNDS } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { Id, Instant, keysOf, line } from './parts.js'

export const Material = z
  .object({
    id: z.string(),
    requestId: z.string(),
    authorityId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number(),
    state: z
      .enum(['open', 'making', 'failed', 'made', 'checked', 'whole', 'removed'])
      .openapi({ description: 'checked（遮盖件已核对）和 whole（全文公开）的可以随文书提供' }),
    jobId: z.string().nullable().openapi({ description: '最近一次生成遮盖件的后台任务' }),
    addedAt: Instant,
    checkedBy: z.string().nullable(),
    checkedAt: Instant.nullable(),
    version: z.number().openapi({ description: '办理时在 If-Match 中带回' }),
  })
  .openapi('RequestMaterial')

export const Materials = z
  .object({ materials: z.array(Material).readonly() })
  .openapi('RequestMaterials')

const Why = { ground: keysOf(GROUNDS), note: line(500) }
const Fraction = z.number().min(0).max(1)
const Offset = z.number().int().min(0).max(10_000_000)
const Count = z.number().int().min(0).max(10_000_000)

const Area = { page: z.number().int().min(1), x: Fraction, y: Fraction, w: Fraction, h: Fraction }

/** Where words stand that can be withheld. */
const Where = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), paragraph: Count, start: Offset, end: Offset }),
  z.object({ kind: z.literal('table'), table: Count, row: Count, column: Count }),
  z.object({ kind: z.literal('sheet'), sheet: z.string().max(200), cell: z.string().max(20) }),
])

const Within = z.tuple([Offset, Offset]).readonly()

export const Marks = z
  .object({
    boxes: z
      .array(z.object({ ...Area, ...Why }))
      .max(5000)
      .readonly()
      .openapi({ description: '页面上的方框，自左上角起，以页宽、页高的比例计' }),
    passages: z
      .array(z.object({ at: Where, within: Within.optional(), ...Why }))
      .max(5000)
      .readonly()
      .openapi({ description: 'Word、Excel 文件中的文字和单元格' }),
  })
  .openapi('Marks')

const MadeFile = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })

export const MaterialView = z
  .object({
    material: Material,
    marks: Marks,
    made: z
      .object({
        on: z.string(),
        file: MadeFile,
        index: MadeFile,
        withheld: z
          .array(
            z.object({
              no: z.number(),
              where: z.string(),
              ground: keysOf(GROUNDS),
              title: z.string(),
              citation: z.string(),
              note: z.string(),
            }),
          )
          .readonly()
          .openapi({ description: '遮盖目录' }),
        problems: z.array(z.string()).readonly().openapi({ description: '应当逐项核对的事项' }),
        kinds: z
          .array(z.string())
          .readonly()
          .optional()
          .openapi({ description: '各事项的种类，同类的可以一并核对' }),
      })
      .nullable(),
    failure: z.string().nullable().openapi({ description: '没有生成遮盖件的原因' }),
  })
  .openapi('MaterialView')

export const ReadingRequest = z
  .object({ looked: z.array(z.string().trim().min(1).max(100)).max(50).readonly().default([]) })
  .openapi('MaterialReadingRequest')

const Words = z.object({
  text: z.string(),
  at: Where,
  cell: z
    .object({
      row: z.number(),
      column: z.number(),
      rowSpan: z.number(),
      colSpan: z.number(),
    })
    .nullable(),
})

export const MaterialReading = z
  .object({
    pages: z.number().nullable().openapi({ description: '页数；Word、Excel 文件为空' }),
    hasText: z.boolean().openapi({ description: '没有文字层的扫描件为 false，不能查找' }),
    blocks: z
      .array(z.object({ title: z.string().nullable(), words: z.array(Words).readonly() }))
      .readonly(),
    suggestions: z
      .array(
        z.object({
          rule: z.string().nullable(),
          message: z.string(),
          box: z.object(Area).nullable(),
          passage: z.object({ at: Where, within: Within.optional() }).nullable(),
        }),
      )
      .readonly()
      .openapi({ description: '可能应当遮盖的内容及其位置' }),
  })
  .openapi('MaterialReading')

export const DecideRequest = z.object({ decision: z.enum(['whole', 'open', 'removed']) })

export const CheckRequest = z.object({
  seen: z.number().int().min(0).openapi({ description: '已逐项核对的事项数' }),
})

export const FilingParams = z.object({ id: Id, no: z.coerce.number().int().min(1).max(10_000) })

export const FileQuery = z.object({ which: z.enum(['printed', 'packed']).default('printed') })

export const Filings = z
  .object({
    filings: z
      .array(
        z.object({
          no: z.number(),
          state: z.enum(['making', 'filed', 'failed']),
          askedAt: Instant,
          jobId: z.string(),
          filedOn: z.string().nullable(),
          isOutdated: z.boolean().openapi({ description: '此后案卷又有变动' }),
          printed: MadeFile.nullable().openapi({ description: 'PDF/A 案卷' }),
          packed: MadeFile.nullable().openapi({ description: '原件归档包（zip）' }),
          problems: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  })
  .openapi('RequestFilings')

export const FilingAsked = z.object({ no: z.number() })

export type RequestMaterial = z.infer<typeof Material>
export type RequestMaterials = z.infer<typeof Materials>
export type Marks = z.infer<typeof Marks>
export type MaterialView = z.infer<typeof MaterialView>
export type MaterialReading = z.infer<typeof MaterialReading>
export type RequestFilings = z.infer<typeof Filings>
