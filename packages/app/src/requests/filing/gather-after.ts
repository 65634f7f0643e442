import { dateText, PROACTIVE_REASONS } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'
import { type ProposalState, proposals, toProposal } from '../proactive/proposal.js'
import { REEVALUATION_OUTCOMES } from '../reevaluation/reevaluation.js'
import type { RequestFile } from '../request.js'
import { type Part, tablePartOf } from './case-part.js'

type Tx = Transaction<Schema>

/** What came after the answer: what was to become public to all (第四十四条), what was looked at again (第十八条). */
export async function afterParts(tx: Tx, request: RequestFile): Promise<readonly Part[]> {
  return [...(await proactivePart(tx, request)), ...(await reevaluationsPart(tx, request))]
}

async function proactivePart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const rows = await proposals(tx).where('p.request_id', '=', id).orderBy('p.id').execute()
  const told = rows
    .map(toProposal)
    .map(({ published, ...one }) => [
      ...[dateText(one.suggestedOn ?? one.proposedOn), one.title],
      `${PROACTIVE_REASONS[one.reason].title}：${one.says}`,
      [STATES[one.state], one.decidedOn && dateText(one.decidedOn), one.decidedReason]
        .filter(Boolean)
        .join('，'),
      published ? `${dateText(published.on)}，${published.title}，${published.address}` : '',
    ])
  return tablePartOf('转为主动公开', ['日期', '信息', '情形和理由', '审核', '公布'], told)
}

// biome-ignore format: table
const STATES: Readonly<Record<ProposalState, string>> = {
  proposed:  '待审核',
  accepted:  '同意',
  published: '同意，已经公布',
  declined:  '不同意',
}

async function reevaluationsPart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('reevaluation')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy('id')
    .execute()
  const told = rows.map(({ happened_on, outcome, reason, next_on }) => [
    ...[dateText(happened_on), REEVALUATION_OUTCOMES[outcome], reason],
    next_on ? dateText(next_on) : '',
  ])
  return tablePartOf('定期评估', ['日期', '结果', '理由', '下次评估'], told)
}
