import { isLocalDate, type LocalDate } from '@gongkai/law'
import { z } from '@hono/zod-openapi'

/** The id of a person, an authority, an assignment, a session. */
export const Id = z.guid()

/** A line of text; a NUL has no place in a database. */
export function line(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\0'), '不能含有控制字符')
}

/** A line that is filled in. */
export function filled(most: number) {
  return line(most).min(1)
}

/** A line that may be left out; blank is as if it were. */
export function optional(most: number) {
  return line(most)
    .nullable()
    .default(null)
    .transform((text) => text || null)
}

/** The keys of a table of ours, as an enumeration. */
export function keysOf<T extends object>(table: T) {
  return z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])
}

/** Why something is done, as the record keeps it. */
export const Reason = filled(500)

/** A day in China. */
export const Day: z.ZodType<LocalDate, string> = z.iso
  .date()
  .refine(isLocalDate, '没有这一天')
  .transform((text) => text as LocalDate)

/** An instant, in UTC. */
export const Instant = z.iso.datetime()

/** The same login however it is typed: wide letters, capitals and blanks around it do not count. */
export const Login = line(64).normalize('NFKC').toLowerCase().min(1)

/** As it was typed; its strength is looked at where it is set. */
export const Password = z.string().min(1).max(1024)

/** Lines of a page. */
export const PageSize = z.coerce.number().int().min(1).max(200).default(50)

/** Whether all lines of a list are counted too. */
export const Counted = z
  .stringbool()
  .optional()
  .openapi({ description: '为 true 的，答复中另有总数' })

/** How many lines a list has. */
export const Total = z.number().nullable().openapi({
  description: '符合条件的总数，至多数到10000；10001 即10000以上。没有请求 total=true 的为空',
})

/** Where the page before ended: `next` of its answer. */
export const Cursor = line(2000).optional()

/** What is said of a place that is none of ours. */
export const NO_CURSOR = '应为同一次序上一页答复中的 next'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** A place in the tree of authorities: the ids on the way from the root. */
export const PLACE = new RegExp(`^${UUID}(?:/${UUID})*$`)
