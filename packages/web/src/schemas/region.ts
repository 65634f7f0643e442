import { z } from '@hono/zod-openapi'
import { filled, optional, Reason } from './parts.js'

export const RegionFile = z
  .object({ name: z.string(), regionCode: z.string().nullable(), version: z.number() })
  .openapi('RegionFile')

/** 行政区划代码; six, nine or twelve digits. */
export const RegionCode = optional(12).pipe(
  z
    .string()
    .regex(/^\d{6}(?:\d{3}){0,2}$/, '行政区划代码应为6位、9位或者12位数字')
    .nullable(),
)

export const ChangeRegionRequest = z
  .strictObject({ name: filled(100), regionCode: RegionCode, reason: Reason })
  .openapi('ChangeRegionRequest')

export type RegionFile = z.infer<typeof RegionFile>
