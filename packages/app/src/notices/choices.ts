import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { homeOf } from '../sessions/self.js'
import { transact, type Work } from '../storage/transact.js'
import { NOTICE_KINDS, type NoticeKind } from './kinds.js'
import { QUIET_HOURS, type QuietHours } from './quiet-hours.js'
import { isMailed } from './send-mail.js'

export type NoticeChoice = {
  readonly kind: NoticeKind
  readonly label: string
  readonly mail: boolean
  /** False where the kind stands in the system only. */
  readonly mayChoose: boolean
}

export type NoticeChoices = {
  readonly kinds: readonly NoticeChoice[]
  readonly quiet: QuietHours
}

/** What of one's own notices goes out as mail, and when none does. */
export async function readNoticeChoices(
  platform: Platform,
  actor: Actor,
): Promise<Result<NoticeChoices, never>> {
  return transact(platform, actor, async ({ tx }) => {
    const own = [platform.tenantId, actor.personId] as const
    const chosen = await tx
      .selectFrom('notice_choice')
      .select(['kind', 'mail'])
      .where('tenant_id', '=', own[0])
      .where('person_id', '=', own[1])
      .execute()
    const quiet = await tx
      .selectFrom('quiet_hours')
      .select(['since', 'until'])
      .where('tenant_id', '=', own[0])
      .where('person_id', '=', own[1])
      .executeTakeFirst()
    const kinds = (Object.keys(NOTICE_KINDS) as NoticeKind[]).map((kind) => ({
      kind,
      label: NOTICE_KINDS[kind].label,
      mail: chosen.find((one) => one.kind === kind)?.mail ?? isMailed(kind),
      mayChoose: NOTICE_KINDS[kind].mail !== 'never',
    }))
    return ok({ kinds, quiet: quiet ?? QUIET_HOURS })
  })
}

/** Chooses whether notices of a kind go out as mail. */
export async function chooseMail(
  platform: Platform,
  actor: Actor,
  { kind, mail }: { readonly kind: NoticeKind; readonly mail: boolean },
): Promise<Result<null, Refusal<'notice.no-mail'>>> {
  return transact(platform, actor, async (work) => {
    if (NOTICE_KINDS[kind].mail === 'never') return NO_MAIL
    const row = { tenant_id: platform.tenantId, person_id: actor.personId, kind, mail }
    await work.tx
      .insertInto('notice_choice')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'person_id', 'kind']).doUpdateSet({ mail }),
      )
      .execute()
    await recordOwn(work, actor, 'noticeMailChosen', { kind, mail })
    return ok(null)
  })
}

const NO_MAIL = refuse('notice.no-mail', '这类通知只在系统内显示，不发送邮件。')
const NO_TIME = refuse(
  'notice.time',
  '免打扰时段应为 00:00 至 23:59 之间的时刻，例如 21:00 至 07:00。',
)

/** Sets when no mail goes out; from and until the same is never. */
export async function setQuietHours(
  platform: Platform,
  actor: Actor,
  { since, until }: QuietHours,
): Promise<Result<null, Refusal<'notice.time'>>> {
  return transact(platform, actor, async (work) => {
    if (![since, until].every((time) => TIME.test(time))) return NO_TIME
    const row = { tenant_id: platform.tenantId, person_id: actor.personId, since, until }
    await work.tx
      .insertInto('quiet_hours')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ since, until }),
      )
      .execute()
    await recordOwn(work, actor, 'quietHoursSet', { since, until })
    return ok(null)
  })
}

/** A time of day, HH:MM. */
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

async function recordOwn(
  { tx, record }: Work,
  { personId }: Actor,
  name: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  record({
    as: null,
    name,
    subject: { kind: 'person', id: personId },
    authorityId: await homeOf(tx, personId),
    detail,
  })
}
