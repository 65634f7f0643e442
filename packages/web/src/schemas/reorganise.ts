import { z } from '@hono/zod-openapi'
import { Authority, given, NewDetails } from './authorities.js'
import { Day, filled, Id, Reason } from './parts.js'
import { StateId } from './report-file.js'
import { Named } from './session.js'

const when = { happenedOn: Day, reason: Reason }

export const RenameRequest = z
  .strictObject({ name: filled(200), shortName: given.default(null), ...when })
  .openapi('RenameRequest')

export const MoveRequest = z.strictObject({ parentId: Id, ...when }).openapi('MoveRequest')

const Ref = z.strictObject({ authorityId: Id, version: z.int() })

const Successor = z.discriminatedUnion('kind', [
  Ref.extend({ kind: z.literal('existing') }),
  z.strictObject({ kind: z.literal('new'), parentId: Id, details: NewDetails }),
])

export const MergeRequest = z
  .strictObject({
    others: z.array(Ref).max(50).openapi({ description: '一并合并的其他机关' }),
    into: Successor,
    ...when,
  })
  .openapi('MergeRequest')

export const SplitRequest = z
  .strictObject({
    continues: z.boolean(),
    into: z.array(Successor).max(50),
    dutiesTo: z.int().min(0).optional().openapi({
      description: '原机关不保留的，由 into 中第几个（从 0 起）承接其未办结的报告和已公布的报告',
    }),
    ...when,
  })
  .openapi('SplitRequest')

/** What went over from an authority that ended, and what ended with it. */
export const PassedOn = z
  .object({
    from: Named,
    to: Named,
    reports: z
      .array(
        z.object({
          id: z.string(),
          authority: z.string(),
          reportYear: z.number(),
          state: StateId,
        }),
      )
      .readonly()
      .openapi({ description: '由承接的机关继续办理的年度报告' }),
    requests: z.number().openapi({ description: '由承接的机关继续办理的申请' }),
    remedies: z.number().openapi({ description: '由承接的机关继续办理的救济' }),
    series: z.array(z.string()).readonly().openapi({ description: '停止使用的发文字号代字' }),
  })
  .openapi('PassedOn')

/** An authority as a reorganisation left it. */
export const ReorganisedAuthority = Authority.extend({
  passedOn: z.array(PassedOn).readonly(),
}).openapi('ReorganisedAuthority')

export const DissolveRequest = z.strictObject({ dutiesTo: Id, ...when }).openapi('DissolveRequest')

export type RenameRequest = z.input<typeof RenameRequest>
export type MoveRequest = z.input<typeof MoveRequest>
export type MergeRequest = z.input<typeof MergeRequest>
export type SplitRequest = z.input<typeof SplitRequest>
export type DissolveRequest = z.input<typeof DissolveRequest>
export type PassedOn = z.infer<typeof PassedOn>
export type ReorganisedAuthority = z.infer<typeof ReorganisedAuthority>
