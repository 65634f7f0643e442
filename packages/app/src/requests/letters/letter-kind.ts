import {
  type Approval,
  countedUnder,
  type Ground,
  LETTER_KINDS,
  type LetterKind,
  letterOf,
  letterSpec,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { RequestFile } from '../request.js'
import type { LetterDetails } from './content.js'
import type { Anew, LetterApprover } from './letter.js'

/** Papers that no decision selects. */
export const NOTICE_KINDS = LETTER_KINDS.filter(
  (kind) => letterSpec(kind).grounds.length === 0 && kind !== 'ownRecord',
)

/** What is drafted: the paper that the decision selects, or one that is chosen. */
export type Drafted = 'decision' | LetterKind

export type KindRefusal = Refusal<'letter.no-decision' | 'letter.kind-decided'>

/** What follows from what is drafted: it is coded once, here. */
export type DraftedKind = {
  readonly kind: LetterKind
  readonly decides: boolean
  readonly grounds: readonly Ground[]
  readonly needs: readonly LetterApprover[]
}

/** The kind of a letter, whether it ends the request, on which grounds, and who must consent. */
export function kindOf(
  request: Pick<RequestFile, 'kind'>,
  drafted: Drafted,
  { parts }: Pick<LetterDetails, 'parts'>,
): Result<DraftedKind, KindRefusal> {
  if (drafted !== 'decision') {
    if (!NOTICE_KINDS.includes(drafted)) return KIND_DECIDED
    return ok({ kind: drafted, decides: false, grounds: [], needs: needsOf(drafted, []) })
  }
  if (request.kind === 'ownRecord' && !isEnd(parts))
    return ok({ kind: 'ownRecord', decides: true, grounds: [], needs: needsOf('ownRecord', []) })
  if (parts.length === 0) return NO_DECISION
  const grounds = parts.map(({ ground }) => ground)
  const kind = letterOf(grounds)
  return ok({ kind, decides: true, grounds, needs: needsOf(kind, grounds) })
}

/** 撤回, 视为放弃: these end an application to correct one's own record as they end any other. */
function isEnd(parts: LetterDetails['parts']): boolean {
  return (
    parts.length > 0 && parts.every(({ ground }) => letterSpec(letterOf([ground])).step !== 'reply')
  )
}

/** The row under which the decision is counted. A record of one's own (第四十一条) is in no row of the table. */
export function countedOf({ grounds }: { readonly grounds: readonly Ground[] }): Ground {
  return grounds.length === 0 ? 'otherwise' : countedUnder(grounds)
}

/** What has ended by itself (撤回, 视为放弃) is only put on paper; what is decided anew is replied to, and stays closed. */
export function isOpenFor(
  { stage, countedUnder }: Pick<RequestFile, 'stage' | 'countedUnder'>,
  drafted: Pick<DraftedKind, 'kind' | 'grounds'>,
  anew: Anew | null,
): boolean {
  if (anew) return stage === 'closed' && letterSpec(drafted.kind).step === 'reply'
  if (stage !== 'closed') return true
  return letterSpec(drafted.kind).step !== 'reply' && countedUnder === countedOf(drafted)
}

/** 第十四条: whether it is a secret, or endangers, is examined by whoever reviews secrecy. */
const EXAMINED: readonly Ground[] = ['stateSecret', 'forbiddenByLaw', 'endangersSecurity']

/** What one part alone would ask for, the whole does: a refusal is not signed by less because another part comes first. */
function needsOf(kind: LetterKind, grounds: readonly Ground[]): readonly LetterApprover[] {
  const kinds = [kind, ...grounds.map((ground) => letterOf([ground]))]
  const asks = (approval: Approval) => kinds.some((one) => letterSpec(one).approval === approval)
  const secrecy = grounds.some((ground) => EXAMINED.includes(ground))
  const leader = asks('leader')
  return [
    ...(secrecy ? (['secrecyReviewer'] as const) : []),
    ...(leader || asks('officeHead') ? (['disclosureHead'] as const) : []),
    ...(leader ? (['leader'] as const) : []),
  ]
}

const NO_DECISION = refuse(
  'letter.no-decision',
  '还没有登记每一部分的决定。请先登记决定依据，文书由其选定。',
)
const KIND_DECIDED = refuse(
  'letter.kind-decided',
  '答复类文书由登记的决定依据选定，不能另选。请登记每一部分的决定。',
)

export const REQUEST_CLOSED = refuse(
  'letter.request-closed',
  '这件申请已经办结，不能再作决定。答复确有错误，或者被责令重新作出的，请在决定中写明重新作出的缘由；其他情形请核对已经登记的步骤。',
)
