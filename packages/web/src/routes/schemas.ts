import { type CheckResult, SCHEMAS } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { z } from '@hono/zod-openapi'

/** A report as `gongkai read` gives it. */
export const Report = z.custom<SavedReport>().openapi('Report', { ...SCHEMAS.read } as object)

/** The result of `gongkai check` for one file. */
export const Check = z.custom<CheckResult>().openapi('CheckResult', { ...SCHEMAS.check } as object)
