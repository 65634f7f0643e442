import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Holding } from '../context.js'
import { mayDecide } from '../rights/may-decide.js'
import type { VersionHead } from './versions.js'

export type DraftedRefusal = Refusal<'report.drafted-by-you'>

/** Separation of duties: who drafted any of these versions decides on none of them. */
export function mustNotHaveDrafted(
  versions: readonly VersionHead[],
  actor: Actor,
  { onBehalfOf }: Holding,
): Result<null, DraftedRefusal> {
  const drafters = versions.flatMap((version) => version.drafters)
  return mayDecide(drafters, actor, onBehalfOf) ? ok(null) : DRAFTED
}

const DRAFTED = refuse(
  'report.drafted-by-you',
  '这份报告由您参与编制，不能由您本人审定。请由其他有权限的人员办理。',
)
