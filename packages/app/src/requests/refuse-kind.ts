import { refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { Registration } from './registration.js'
import type { RequestFile } from './request.js'

/** What is asked for decides which paper answers it and in which table it is counted: it changes as long as neither rests on it. */
export async function refuseKind(
  tx: Transaction<Schema>,
  { id, kind, stage }: RequestFile,
  after: Registration,
) {
  if (after.kind === kind) return null
  if (stage === 'closed') return KIND_CLOSED
  const letter = await tx
    .selectFrom('request_letter')
    .select('decides')
    .where('request_id', '=', id)
    .where('state', '<>', 'discarded')
    .where((is) => is.or([is('decides', '=', true), is('kind', '=', 'feeNotice')]))
    .executeTakeFirst()
  if (!letter) return null
  return letter.decides ? KIND_DECIDED : KIND_CHARGED
}

const KIND_CLOSED = refuse(
  'requests.kind-fixed',
  '这件申请已经办结，答复和统计都按登记的申请事项作出，申请事项不能再更正。答复确有错误的，请重新作出答复。',
)
const KIND_DECIDED = refuse(
  'requests.kind-fixed',
  '已经按登记的申请事项拟制了决定文书。请先作废那份文书，再更正申请事项。',
)
const KIND_CHARGED = refuse(
  'requests.kind-fixed',
  '已经按获取政府信息拟制或者发出了收费通知书，申请事项不能更正。没有发出的，请先作废；已经发出的，请先更正收费的登记。',
)
