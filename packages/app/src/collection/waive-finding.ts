import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { type ReportCheck, storeCounts, storedCheck } from './findings.js'
import { lockReport, type NotFound } from './report-file.js'
import { stepFrom } from './states.js'
import { latestVersion } from './versions.js'
import { DUE_DATE_RULES, keyText, type WaiverKey } from './waivers.js'

export type WaiveFinding = {
  readonly reportId: string
  /** The key that the check gave with the finding. */
  readonly key: WaiverKey
  readonly reason: string
}

export type WaiveRefusal =
  | RightRefusal
  | NotFound
  | Refusal<
      | 'report.wrong-state'
      | 'finding.not-found'
      | 'finding.not-waivable'
      | 'finding.reason-missing'
      | 'finding.waived'
    >

/**
 * 说明并保留: lets a finding stand, with the reason. It holds for this rule at this place while the same stands there, however often
 * the report is checked. Returns the check with it.
 */
export async function waiveFinding(
  platform: Platform,
  actor: Actor,
  { reportId, key, reason }: WaiveFinding,
): Promise<Result<ReportCheck, WaiveRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOn(tx, actor, 'report.waive', 'report', reportId)
    if (!allowed.ok) return allowed
    const report = await lockReport(tx, reportId)
    const row = stepFrom('save', report.state)
    if (!row.ok) return row
    const version = await latestVersion(tx, reportId)
    const check = version && (await storedCheck(tx, platform, reportId, version.no))
    const finding = check?.findings.find((one) => keyText(one.key) === keyText(key))
    if (!check || !finding) return NOT_FOUND
    const may = mayWaive(finding, reason)
    if (!may.ok) return may
    const { rule, place, value } = finding.key
    const waiver = {
      ...{ id: randomUUIDv7(), rule, place, value, message: finding.message },
      ...{ reason: reason.trim(), versionNo: check.versionNo },
      ...{ waivedBy: actor.personId, waivedAt: platform.now() },
    }
    await tx
      .insertInto('report_waiver')
      .values({
        ...{ tenant_id: platform.tenantId, id: waiver.id, report_id: reportId },
        ...{ authority_id: report.authorityId, version_no: waiver.versionNo },
        ...{ rule, place, value, message: waiver.message, reason: waiver.reason },
        ...{ waived_by: waiver.waivedBy, waived_at: waiver.waivedAt },
      })
      .execute()
    const findings = check.findings.map((one) =>
      keyText(one.key) === keyText(key) ? { ...one, waiver } : one,
    )
    const after = { ...check, findings }
    await storeCounts(tx, platform, report, after)
    record({
      as: allowed.value,
      name: 'findingWaived',
      subject: { kind: 'report', id: reportId },
      authorityId: report.authorityId,
      reason: waiver.reason,
      detail: { no: check.versionNo, rule, place, message: finding.message },
    })
    return ok(after)
  })
}

/** So many characters say why; fewer only that somebody pressed on. */
const LEAST_REASON = 5

function mayWaive(
  { rule, waiver }: Pick<ReportCheck['findings'][number], 'rule' | 'waiver'>,
  reason: string,
): Result<null, WaiveRefusal> {
  if (DUE_DATE_RULES.includes(rule)) return NOT_WAIVABLE
  if (waiver) return WAIVED
  return [...reason.trim()].length < LEAST_REASON ? NO_REASON : ok(null)
}

const NOT_FOUND = refuse(
  'finding.not-found',
  '此处的内容或检查结果已经变化，本次没有保存。请重新检查后再办理。',
)
const NOT_WAIVABLE = refuse(
  'finding.not-waivable',
  '公布时限由法律或者主管部门规定，不能说明保留。逾期的请尽快公布，并在报告中如实说明。',
)
const WAIVED = refuse('finding.waived', '这一发现已经说明保留，不需要再办。')
const NO_REASON = refuse(
  'finding.reason-missing',
  `请写明保留的理由，不少于${LEAST_REASON}个字，使审阅人员能够据此判断。`,
)
